import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { type DueError, due } from "../errors.ts";
import { DISPLAY_NAME_MAX, USER_NAME_MAX } from "../limits.ts";

/** Intents that a target has to reject. */
export interface InvalidPatch {
  readonly name: string;
  readonly intents: readonly PatchIntent[];
  readonly due: DueError;
}

interface InvalidUserChange {
  readonly name: string;
  readonly intent: (user: NeutralUser) => PatchIntent | undefined;
  readonly due: DueError;
}

function set(path: string, value: unknown): () => PatchIntent {
  return () => ({ kind: "set", path, value });
}

const EMOJI = due(["invalid_emoji_not_allowed"], "DOC", "Slack rejects emoji in a value");
const EMPTY = due(
  ["username_empty", "username_required", "username_invalid"],
  "INF",
  "userName and nickName cannot be emptied (DOC), the code is a guess",
);
const PRIMARY = due(["missing_primary_email"], "DOC", "the primary address cannot be removed");
const EMAIL = due(
  ["bad_email_address", "email_invalid", "emails_invalid"],
  "DOC",
  "malformed addresses are rejected",
);

const userChanges: readonly InvalidUserChange[] = [
  { name: "userName emptied", intent: set("userName", ""), due: EMPTY },
  {
    name: "userName cleared",
    intent: () => ({ kind: "clear", path: "userName" }),
    due: EMPTY,
  },
  { name: "nickName emptied", intent: set("nickName", ""), due: EMPTY },
  {
    name: "userName too long",
    intent: set("userName", "a".repeat(USER_NAME_MAX + 1)),
    due: due(["username_too_long", "long_username"], "DOC", "at most 21 characters"),
  },
  {
    name: "nickName too long",
    intent: set("nickName", "a".repeat(USER_NAME_MAX + 1)),
    due: due(
      ["long_nickname", "long_username", "username_too_long"],
      "DOC",
      "at most 21 characters",
    ),
  },
  {
    name: "displayName too long",
    intent: set("displayName", "a".repeat(DISPLAY_NAME_MAX + 1)),
    due: due(["invalid_name_maxlength"], "DOC", "at most 80 characters"),
  },
  {
    name: "displayName with @ in front",
    intent: set("displayName", "@ada"),
    due: due(["invalid_starts_with_at", "invalid_name_specials"], "DOC", "@ is rejected"),
  },
  { name: "displayName with an emoji", intent: set("displayName", "Ada 😀"), due: EMOJI },
  {
    name: "title with an emoji",
    intent: set("title", "😀"),
    due: due(
      ["invalid_emoji_not_allowed"],
      "INF",
      "in which values emoji are rejected is not documented",
    ),
  },
  {
    name: "names of spaces",
    intent: set("name", { givenName: " ", familyName: " " }),
    due: due(["invalid_name_required"], "DOC", "both names only spaces"),
  },
  {
    name: "the primary address removed",
    intent: (user) => {
      const value = user.emails?.find(({ primary }) => primary)?.value;
      return value ? { kind: "remove", path: "emails", match: { value } } : undefined;
    },
    due: PRIMARY,
  },
  {
    name: "a malformed address",
    intent: () => ({
      kind: "replaceValues",
      path: "emails",
      values: [{ value: "not an address", primary: true }],
    }),
    due: EMAIL,
  },
  {
    name: "a password set",
    intent: set("password", "correct horse"),
    due: due(["password_change_not_allowed"], "DOC", "a password is set on create only"),
  },
  {
    name: "a manager without id",
    intent: set("enterprise", { managerId: "" }),
    due: due(
      ["improper_enterprise_schema_format"],
      "INF",
      "a manager without managerId is rejected (DOC), an empty one is a guess",
    ),
  },
  {
    name: "a guest of another type",
    intent: (user) =>
      user.guest ? undefined : { kind: "set", path: "guest", value: { type: "single" } },
    due: due(
      ["invalid_attribute_format", "invalid_request_payload"],
      "INF",
      "only multi is accepted (DOC), no code is documented",
    ),
  },
];

/** Intents that are invalid for a user in this state. Shrinks to the first. */
export function invalidUserPatchArbitrary(user: NeutralUser): Arbitrary<InvalidPatch> {
  const possible = userChanges.flatMap(({ name, intent, due: error }) => {
    const drawn = intent(user);
    return drawn ? [{ name, intents: [drawn], due: error }] : [];
  });
  return fc.constantFrom(...possible);
}

/** Intents that are invalid for a group. Shrinks to the first. */
export function invalidGroupPatchArbitrary(): Arbitrary<InvalidPatch> {
  const unknownUser = { value: "U0NOBODY000" };
  const NOBODY = due(
    ["no_such_group_members", "unknown_user", "no_such_user", "group_members_create_failed"],
    "DOC",
    "unknown members are rejected",
  );
  return fc.constantFrom<InvalidPatch>(
    {
      name: "a member who does not exist added",
      intents: [{ kind: "add", path: "members", values: [unknownUser] }],
      due: NOBODY,
    },
    {
      name: "the members replaced by one who does not exist",
      intents: [{ kind: "replaceValues", path: "members", values: [unknownUser] }],
      due: NOBODY,
    },
    {
      name: "the name emptied",
      intents: [{ kind: "set", path: "displayName", value: "" }],
      due: due(["invalid_name_required", "invalid_display_name"], "INF", "the code is a guess"),
    },
  );
}

/** A named way to make an intent break the schema of intents. */
export interface MalformedIntent {
  readonly name: string;
  /** The violated keyword of JSON Schema. */
  readonly rule: string;
  readonly mutate: (intent: PatchIntent) => unknown;
}

/** Intents that violate `suite/patch-intent`, each at the rule named. */
export const malformedIntents: readonly MalformedIntent[] = [
  { name: "no path", rule: "required", mutate: ({ path: _, ...others }) => others },
  { name: "an empty path", rule: "minLength", mutate: (intent) => ({ ...intent, path: "" }) },
  { name: "a path as a number", rule: "type", mutate: (intent) => ({ ...intent, path: 7 }) },
  { name: "no kind", rule: "required", mutate: ({ kind: _, ...others }) => others },
  { name: "an unknown kind", rule: "const", mutate: (intent) => ({ ...intent, kind: "move" }) },
  {
    name: "an unknown member",
    rule: "additionalProperties",
    mutate: (intent) => ({ ...intent, urgent: true }),
  },
  {
    name: "an empty entry",
    rule: "minProperties",
    mutate: ({ path }) => ({ kind: "add", path, values: [{}] }),
  },
  {
    name: "an entry of numbers",
    rule: "type",
    mutate: ({ path }) => ({ kind: "remove", path, match: { value: 7 } }),
  },
];
