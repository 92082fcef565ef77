import { isObject } from "../../schemas/json-value.ts";
import { due } from "../errors.ts";
import { GROUP_CALL_MAX } from "../limits.ts";
import {
  type Flaw,
  having,
  inBoth,
  type RequestKind,
  type RequestMutation,
  without,
} from "./mutation.ts";

const PAYLOAD = "invalid_request_payload";
const SCHEMAS = "missing_schema_element";
const CORE_1 = "urn:scim:schemas:core:1.0";
const CORE_2 = "urn:ietf:params:scim:schemas:core:2.0:User";

/** An array that is sent as a string. @param codes Slack's error codes for it */
function notAList(member: string, codes: readonly string[]): RequestMutation {
  return {
    name: `${member} as a string`,
    flaw: "wrong type",
    kind: "user",
    breaks: { path: `/${member}`, rule: "type" },
    mutate: having(member, "not a list"),
    due: inBoth(due([...codes, "invalid_attribute_format", PAYLOAD], "DOC", `${member} malformed`)),
  };
}

function notOfItsType(
  kind: RequestKind,
  member: string,
  value: unknown,
  what: string,
  codes: readonly string[],
): RequestMutation {
  return {
    name: `${member} as ${what}`,
    flaw: "wrong type",
    kind,
    breaks: { path: `/${member}`, rule: "type" },
    mutate: having(member, value),
    due: inBoth(
      due([...codes, PAYLOAD, "invalid_attribute_format"], "INF", "not documented, not observed"),
    ),
  };
}

function absent(
  kind: RequestKind,
  member: string,
  codes: readonly string[],
  tag: "DOC" | "INF",
  fact: string,
): RequestMutation {
  return {
    name: `no ${member}`,
    flaw: "missing",
    kind,
    breaks: { path: "", rule: "required" },
    mutate: without(member),
    due: inBoth(due(codes, tag, fact)),
  };
}

/** Malformed JSON, and JSON with a duplicate member. */
function textual(kind: RequestKind): RequestMutation[] {
  const text = (
    name: string,
    flaw: Flaw,
    mutate: (json: string) => string,
    fact: string,
  ): RequestMutation => ({
    name,
    flaw,
    kind,
    mutate: (body) => mutate(JSON.stringify(body)),
    due: inBoth(due([PAYLOAD, SCHEMAS, "invalid_attribute_format"], "INF", fact)),
  });
  const NOT_JSON = "400 by RFC 7644 §3.12 (invalidSyntax); Slack's error code is not known";
  return [
    text("truncated JSON", "malformed JSON", (json) => json.slice(0, -2), NOT_JSON),
    text("a trailing comma", "malformed JSON", (json) => json.replace(/}$/, ",}"), NOT_JSON),
    text("single quotes", "malformed JSON", (json) => json.replaceAll('"', "'"), NOT_JSON),
    text("XML", "malformed JSON", () => "<User/>", NOT_JSON),
    text("an empty body", "malformed JSON", () => "", NOT_JSON),
  ];
}

const duplicated: RequestMutation[] = [
  {
    name: "userName twice",
    flaw: "duplicated",
    kind: "user",
    mutate: (body) => JSON.stringify(body).replace(/}$/, ',"userName":"other"}'),
    due: inBoth(due([PAYLOAD], "INF", "RFC 8259 §4 leaves a repeated name to the reader")),
  },
  {
    name: "two primary addresses",
    flaw: "duplicated",
    kind: "user",
    breaks: { path: "/emails", rule: "contains" },
    mutate: (body) => {
      if (!isObject(body) || !Array.isArray(body.emails)) return body;
      const [first] = body.emails;
      return {
        ...body,
        emails: [
          { ...first, primary: true },
          { ...first, value: `x${first?.value}`, primary: true },
        ],
      };
    },
    due: inBoth(
      due(["emails_invalid", "email_invalid"], "INF", "RFC 7643 §2.4: at most one is primary"),
    ),
  },
];

const wrongUrns: RequestMutation[] = [
  {
    name: "schemas with an unknown URN",
    flaw: "wrong URN",
    kind: "user",
    breaks: { path: "/schemas", rule: "contains" },
    mutate: having("schemas", ["urn:example:nothing"]),
    due: inBoth(due([SCHEMAS, PAYLOAD], "INF", "Slack documents an error only for a missing list")),
  },
  {
    name: "schemas of the other version",
    flaw: "wrong version",
    kind: "user",
    breaks: { path: "/schemas", rule: "contains" },
    mutate: (body) => {
      if (!isObject(body)) return body;
      const isFirst = JSON.stringify(body.schemas ?? "").includes(CORE_1);
      return { ...body, schemas: [isFirst ? CORE_2 : CORE_1] };
    },
    due: inBoth(due([SCHEMAS, PAYLOAD], "INF", "400 is assumed")),
  },
  {
    name: "schemas empty",
    flaw: "missing",
    kind: "user",
    breaks: { path: "/schemas", rule: "contains" },
    mutate: having("schemas", []),
    due: inBoth(due([SCHEMAS, PAYLOAD], "INF", "an empty list may count as none")),
  },
];

const userMutations: RequestMutation[] = [
  absent("user", "schemas", [SCHEMAS], "DOC", "a request without schemas is rejected"),
  absent(
    "user",
    "userName",
    ["username_required", "username_empty"],
    "DOC",
    "userName is required",
  ),
  absent(
    "user",
    "emails",
    ["email_empty", "missing_primary_email", "emails_invalid"],
    "DOC",
    "a primary address is required",
  ),
  {
    name: "an empty object",
    flaw: "missing",
    kind: "user",
    breaks: { path: "", rule: "required" },
    mutate: () => ({}),
    due: inBoth(
      due(
        [SCHEMAS, "username_required", "username_empty", "email_empty"],
        "DOC",
        "three are missing",
      ),
    ),
  },
  notAList("emails", ["emails_invalid", "email_invalid", "email_empty"]),
  notAList("phoneNumbers", ["phoneNumbers_invalid"]),
  notAList("addresses", ["addresses_invalid"]),
  notAList("photos", ["photos_invalid"]),
  {
    ...notOfItsType("user", "roles", 7, "a number", []),
    due: inBoth(
      due(["roles_invalid", "invalid_attribute_format", PAYLOAD], "DOC", "roles malformed"),
    ),
  },
  {
    name: "emails as one object",
    flaw: "wrong type",
    kind: "user",
    breaks: { path: "/emails", rule: "type" },
    mutate: (body) =>
      isObject(body) && Array.isArray(body.emails) ? { ...body, emails: body.emails[0] } : body,
    // DOC for v1.1 only; a PATCH of v2.0 takes one object, its POST may do so too.
    due: {
      "1.1": due(
        ["invalid_attribute_format", "emails_invalid"],
        "DOC",
        "a single value instead of an array",
      ),
      "2.0": due(["invalid_attribute_format", "emails_invalid"], "INF", "PATCH takes one object"),
    },
  },
  notOfItsType("user", "userName", 7, "a number", ["username_invalid"]),
  notOfItsType("user", "userName", { value: "a" }, "an object", ["username_invalid"]),
  notOfItsType("user", "name", "Ada Lovelace", "a string", []),
  notOfItsType("user", "active", "perhaps", "a string", []),
  notOfItsType("user", "schemas", "a text", "a string", [SCHEMAS]),
  {
    name: "an array instead of an object",
    flaw: "wrong type",
    kind: "user",
    breaks: { path: "", rule: "type" },
    mutate: (body) => [body],
    due: inBoth(
      due([PAYLOAD, SCHEMAS, "invalid_attribute_format"], "INF", "not documented, not observed"),
    ),
  },
  {
    name: "an undefined member",
    flaw: "unknown",
    kind: "user",
    breaks: { path: "", rule: "additionalProperties" },
    mutate: having("favouriteColour", "green"),
    due: inBoth(due([PAYLOAD], "INF", "unsupported members may be rejected")),
  },
  {
    name: "an undefined sub-attribute",
    flaw: "unknown",
    kind: "user",
    breaks: { path: "/name", rule: "additionalProperties" },
    mutate: (body) =>
      isObject(body)
        ? { ...body, name: { ...(isObject(body.name) ? body.name : {}), initials: "A" } }
        : body,
    due: inBoth(due([PAYLOAD, "invalid_attribute_format"], "INF", "may be rejected")),
  },
  ...duplicated,
  ...wrongUrns,
  ...textual("user"),
];

const groupMutations: RequestMutation[] = [
  absent("group", "schemas", [SCHEMAS], "DOC", "a request without schemas is rejected"),
  absent(
    "group",
    "displayName",
    ["invalid_name_required", "group_creation_failed", PAYLOAD],
    "INF",
    "displayName is required (DOC), the code is a guess",
  ),
  notOfItsType("group", "members", "not a list", "a string", ["no_such_group_members"]),
  notOfItsType("group", "displayName", { value: "a" }, "an object", ["invalid_display_name"]),
  {
    name: "a member who does not exist",
    flaw: "unknown",
    kind: "group",
    mutate: having("members", [{ value: "U0NOBODY000" }]),
    due: inBoth(
      due(
        ["no_such_group_members", "unknown_user", "no_such_user", "group_members_create_failed"],
        "DOC",
        "unknown members are rejected",
      ),
    ),
  },
  {
    name: "more members than one call may carry",
    flaw: "unknown",
    kind: "group",
    mutate: (body) => {
      const members = Array.from({ length: GROUP_CALL_MAX + 1 }, (_, index) => ({
        value: `U0${String(index).padStart(7, "0")}`,
      }));
      return isObject(body) ? { ...body, members } : body;
    },
    due: inBoth(
      due(
        ["too_many_users", "group_member_max_exceeded", "no_such_group_members"],
        "DOC",
        "at most 15,000 members in a call; that they do not exist may be noticed first",
      ),
    ),
  },
  {
    name: "an undefined member",
    flaw: "unknown",
    kind: "group",
    breaks: { path: "", rule: "additionalProperties" },
    mutate: having("favouriteColour", "green"),
    due: inBoth(due([PAYLOAD], "INF", "unsupported members may be rejected")),
  },
  ...textual("group"),
];

/** Invalid bodies of POST and PUT. */
export const bodyMutations: readonly RequestMutation[] = [...userMutations, ...groupMutations];
