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

const UNSET =
  "null, an empty value and absence all mean unset (RFC 7643 §2.5), and Slack reads back null or an empty string";

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

function without(key: keyof NeutralUser): UserChangeOf {
  return withAttribute(key, undefined);
}

function stringEdges(): UserEdge[] {
  return optionalStrings.flatMap((key) => [
    accepted(place(key, "null"), "RFC", UNSET, withAttribute(key, null)),
    accepted(place(key, "empty"), "RFC", UNSET, withAttribute(key, "")),
    accepted(place(key, "absent"), "DOC", "optional on create", without(key)),
  ]);
}

function listEdges(): UserEdge[] {
  return optionalLists.flatMap((key) => [
    accepted(place(key, "null"), "RFC", UNSET, withAttribute(key, null)),
    accepted(place(key, "empty"), "RFC", UNSET, withAttribute(key, [])),
    accepted(place(key, "absent"), "DOC", "optional on create", without(key)),
  ]);
}

function complexEdges(): UserEdge[] {
  const blocks = (["name", "enterprise", "profile"] as const).flatMap((key) => [
    accepted(place(key, "null"), "RFC", UNSET, withAttribute(key, null)),
    accepted(place(key, "empty"), "RFC", UNSET, withAttribute(key, {})),
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
        return accepted(place(`${key}.${name}`, way), "RFC", UNSET, change);
      }),
    ),
  );
  return [
    ...blocks,
    ...parts,
    accepted(place("guest", "absent"), "DOC", "a user without it is a member", without("guest")),
    open(place("guest", "null"), "not said", withAttribute("guest", null)),
    open(place("guest", "empty"), "a guest without type: not said", withAttribute("guest", {})),
    ...ways.map((way) =>
      open(
        place("guest.type", way),
        "only multi is accepted; nothing is said about its absence",
        withAttribute("guest", {
          expiration: "2040-01-01T00:00:00Z",
          ...(way === "absent" ? {} : { type: way === "null" ? null : "" }),
        }),
      ),
    ),
    open(
      place("enterprise.managerId", "null"),
      "a manager needs its managerId, yet Slack reads back null",
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
      "an empty userName is refused on POST and PUT",
      withAttribute("userName", ""),
    ),
    refused(
      place("userName", "null"),
      userName,
      "INF",
      "null is taken for missing or empty",
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
      "null is taken for missing",
      withAttribute("emails", null),
    ),
  ];
}

function stateEdges(): UserEdge[] {
  return [
    accepted(place("active", "absent"), "DOC", "optional on create", without("active")),
    open(place("active", "null"), "not said", withAttribute("active", null)),
    accepted(place("nickName", "absent"), "DOC", "follows userName", without("nickName")),
    open(place("nickName", "null"), "cannot be emptied", withAttribute("nickName", null)),
    open(place("nickName", "empty"), "cannot be emptied", withAttribute("nickName", "")),
    accepted(place("password", "absent"), "DOC", "optional on create", without("password")),
    open(place("password", "empty"), "not said", withAttribute("password", "")),
    accepted(place("groups", "absent"), "DOC", "read-only", without("groups")),
    ...(["null", "empty"] as const).map((way) =>
      accepted(
        place("groups", way),
        "OBS",
        "read-only members that are sent back are ignored",
        withAttribute("groups", way === "null" ? null : []),
      ),
    ),
  ];
}

/** Null, empty and absent for every attribute of a user. */
export function unsetEdges(): UserEdge[] {
  return [...requiredEdges(), ...stringEdges(), ...listEdges(), ...complexEdges(), ...stateEdges()];
}
