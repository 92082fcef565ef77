import fc from "fast-check";
import type { NeutralUser } from "../../schemas/index.ts";
import {
  accepted,
  type EdgeClass,
  open,
  refused,
  type UserChangeOf,
  type UserEdge,
  withAttribute,
} from "./edge.ts";

const SEEN = "Slack itself uses it for unset values, and accepts what it returned";
const GUESS = "RFC 7643 §2.5 treats it as unset; nothing is known about Slack";

/** What Slack returns for unset values: empty strings for some attributes, null for others (DOC and OBS). */
const written: Readonly<Record<"null" | "empty", ReadonlySet<string>>> = {
  empty: new Set(["displayName", "title", "externalId", "name.familyName"]),
  null: new Set([
    "userType",
    "preferredLanguage",
    "locale",
    "name.honorificPrefix",
    "enterprise.employeeNumber",
    "enterprise.costCenter",
    "enterprise.organization",
    "enterprise.division",
    "enterprise.department",
    "profile.startDate",
  ]),
};

const optionalStrings = [
  "displayName",
  "title",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
  "profileUrl",
  "externalId",
] as const;
const optionalLists = ["phoneNumbers", "photos", "roles", "addresses"] as const;
const subAttributes = {
  name: ["givenName", "familyName", "honorificPrefix"],
  enterprise: ["employeeNumber", "costCenter", "organization", "division", "department"],
  guest: ["expiration"],
  profile: ["startDate"],
} as const;

type Unset = Extract<EdgeClass, "null" | "empty" | "absent">;
const ways: readonly Unset[] = ["null", "empty", "absent"];

function place(attribute: string, edgeClass: Unset) {
  return { attribute, edgeClass, what: "unset" };
}

/** Null or an empty value: accepted where Slack returns it too, else assumed so (INF). */
function unset(attribute: string, way: "null" | "empty", change: UserChangeOf): UserEdge {
  return written[way].has(attribute)
    ? accepted(place(attribute, way), "OBS", SEEN, change)
    : accepted(place(attribute, way), "INF", GUESS, change);
}

function without(key: keyof NeutralUser): UserChangeOf {
  return withAttribute(key, undefined);
}

function stringEdges(): UserEdge[] {
  return optionalStrings.flatMap((key) => [
    unset(key, "null", withAttribute(key, null)),
    unset(key, "empty", withAttribute(key, "")),
    accepted(place(key, "absent"), "DOC", "optional on create", without(key)),
  ]);
}

function listEdges(): UserEdge[] {
  return optionalLists.flatMap((key) => [
    unset(key, "null", withAttribute(key, null)),
    unset(key, "empty", withAttribute(key, [])),
    accepted(place(key, "absent"), "DOC", "optional on create", without(key)),
  ]);
}

function complexEdges(): UserEdge[] {
  const blocks = (["name", "enterprise", "profile"] as const).flatMap((key) => [
    unset(key, "null", withAttribute(key, null)),
    unset(key, "empty", withAttribute(key, {})),
    accepted(place(key, "absent"), "DOC", "optional on create", without(key)),
  ]);
  const parts = Object.entries(subAttributes).flatMap(([key, names]) =>
    names.flatMap((name) =>
      ways.map((way) => {
        const others = { name: { givenName: "a" }, guest: { type: "multi" } };
        const change: UserChangeOf = (user) => {
          const block: Record<string, unknown> = {
            ...(key === "name" || key === "guest" ? others[key] : {}),
            ...Object.entries(user).find(([member]) => member === key)?.[1],
          };
          if (way === "absent") delete block[name];
          else block[name] = way === "null" ? null : "";
          return { ...user, [key]: block };
        };
        const attribute = `${key}.${name}`;
        return way === "absent"
          ? accepted(place(attribute, way), "DOC", "optional", change)
          : unset(attribute, way, change);
      }),
    ),
  );
  return [
    ...blocks,
    ...parts,
    accepted(place("guest", "absent"), "DOC", "a user without it is a member", without("guest")),
    open(place("guest", "null"), "not documented", withAttribute("guest", null)),
    open(
      place("guest", "empty"),
      "a guest without type: not documented",
      withAttribute("guest", {}),
    ),
    ...ways.map((way) =>
      open(
        place("guest.type", way),
        "only multi is accepted; its absence is not documented",
        withAttribute("guest", {
          expiration: "2040-01-01T00:00:00Z",
          ...(way === "absent" ? {} : { type: way === "null" ? null : "" }),
        }),
      ),
    ),
    open(
      place("enterprise.managerId", "null"),
      "a manager needs its managerId, but Slack returns null",
      withAttribute("enterprise", { managerId: null }),
    ),
    open(
      place("enterprise.managerId", "empty"),
      "a manager needs its managerId",
      withAttribute("enterprise", { managerId: "" }),
    ),
    accepted(
      place("enterprise.managerId", "absent"),
      "DOC",
      "optional",
      withAttribute("enterprise", { department: "a" }),
    ),
  ];
}

function requiredEdges(): UserEdge[] {
  const userName = ["username_empty", "username_required", "username_invalid"];
  const email = ["email_empty", "emails_invalid", "email_invalid", "missing_primary_email"];
  return [
    refused(
      place("userName", "absent"),
      ["username_required", "username_empty"],
      "DOC",
      "userName is required",
      without("userName"),
    ),
    refused(
      place("userName", "empty"),
      userName,
      "DOC",
      "an empty userName is rejected on POST and PUT",
      withAttribute("userName", ""),
    ),
    refused(
      place("userName", "null"),
      userName,
      "INF",
      "null counts as missing or empty",
      withAttribute("userName", null),
    ),
    refused(place("emails", "absent"), email, "DOC", "an address is required", without("emails")),
    refused(
      place("emails", "empty"),
      email,
      "DOC",
      "an address is required",
      fc.constantFrom(
        withAttribute("emails", []),
        withAttribute("emails", [{ value: "", primary: true }]),
      ),
    ),
    refused(
      place("emails", "null"),
      email,
      "INF",
      "null counts as missing",
      withAttribute("emails", null),
    ),
  ];
}

function stateEdges(): UserEdge[] {
  return [
    accepted(place("active", "absent"), "DOC", "optional on create", without("active")),
    open(place("active", "null"), "not documented", withAttribute("active", null)),
    accepted(place("nickName", "absent"), "DOC", "follows userName", without("nickName")),
    open(place("nickName", "null"), "cannot be emptied", withAttribute("nickName", null)),
    open(place("nickName", "empty"), "cannot be emptied", withAttribute("nickName", "")),
    accepted(place("password", "absent"), "DOC", "optional on create", without("password")),
    open(place("password", "empty"), "not documented", withAttribute("password", "")),
    accepted(place("groups", "absent"), "DOC", "read-only", without("groups")),
    ...(["null", "empty"] as const).map((way) =>
      accepted(
        place("groups", way),
        "INF",
        "read-only members are ignored on PUT (OBS), and assumed to be on create",
        withAttribute("groups", way === "null" ? null : []),
      ),
    ),
  ];
}

/** Null, empty and absent for every attribute of a user. */
export function unsetEdges(): UserEdge[] {
  return [...requiredEdges(), ...stringEdges(), ...listEdges(), ...complexEdges(), ...stateEdges()];
}
