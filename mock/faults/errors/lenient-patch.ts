import { isObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { onError, planter } from "../plant.ts";
import { type Mend, onWritten } from "../written.ts";

const plant = planter("errors");

const shortened =
  (length: number): Mend =>
  (value) =>
    typeof value === "string" ? value.slice(0, length) : value;

const without =
  (look: RegExp): Mend =>
  (value) =>
    typeof value === "string" ? value.replace(look, "") : value;

/** Trims each member of an object. */
const trimmed: Mend = (value) =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([part, text]) => [part, String(text).trim()]))
    : value;

const withoutMalformedAddresses: Mend = (value) =>
  Array.isArray(value)
    ? value.filter((entry) => isObject(entry) && String(entry.value).includes("@"))
    : value;

const listOrNothing: Mend = (value) => (typeof value === "number" ? undefined : value);

const firstOfList: Mend = (value) => (Array.isArray(value) ? value[0] : value);

const knownMembers: Mend = (value, { organization }) =>
  Array.isArray(value)
    ? value.filter((entry) => isObject(entry) && organization.user(String(entry.value)))
    : value;

/** Name, summary, the rule that is broken, the attributes, and how a value is changed. */
type Lenience = readonly [name: string, summary: string, rule: string, names: RegExp, mend: Mend];

const leniences: readonly Lenience[] = [
  [
    "patch-display-name-cut",
    "A PATCH truncates a `displayName` over 80 characters instead of rejecting it",
    "SLACK-ERROR-12",
    /^displayName$/,
    shortened(80),
  ],
  [
    "patch-display-name-at-dropped",
    "A PATCH removes the leading `@` of a `displayName` instead of rejecting it",
    "SLACK-ERROR-13",
    /^displayName$/,
    without(/^@/),
  ],
  [
    "patch-name-of-spaces-accepted",
    "A PATCH treats a name of spaces as empty instead of rejecting it",
    "SLACK-ERROR-14",
    /^name$/,
    trimmed,
  ],
  [
    "patch-emoji-dropped",
    "A PATCH removes emoji from a `displayName` instead of rejecting it",
    "SLACK-ERROR-15",
    /^displayName$/,
    without(/\p{Extended_Pictographic}/gu),
  ],
  [
    "patch-user-name-cut",
    "A PATCH truncates a `userName` over 21 characters instead of rejecting it",
    "SLACK-ERROR-18",
    /^userName$/,
    shortened(21),
  ],
  [
    "patch-nick-name-cut",
    "A PATCH truncates a `nickName` over 21 characters instead of rejecting it",
    "SLACK-ERROR-19",
    /^nickName$/,
    shortened(21),
  ],
  [
    "patch-bad-email-ignored",
    "A PATCH ignores an invalid e-mail address instead of rejecting it",
    "SLACK-ERROR-20",
    /^emails$/,
    withoutMalformedAddresses,
  ],
  [
    "patch-emails-number-ignored",
    "A PATCH ignores `emails` that is not an array instead of rejecting it",
    "SLACK-ERROR-21",
    /^emails$/,
    listOrNothing,
  ],
  [
    "patch-phones-number-ignored",
    "A PATCH ignores `phoneNumbers` that is not an array instead of rejecting it",
    "SLACK-ERROR-22",
    /^phoneNumbers$/,
    listOrNothing,
  ],
  [
    "patch-addresses-number-ignored",
    "A PATCH ignores `addresses` that is not an array instead of rejecting it",
    "SLACK-ERROR-23",
    /^addresses$/,
    listOrNothing,
  ],
  [
    "patch-photos-number-ignored",
    "A PATCH ignores `photos` that is not an array instead of rejecting it",
    "SLACK-ERROR-24",
    /^photos$/,
    listOrNothing,
  ],
  [
    "patch-roles-number-ignored",
    "A PATCH ignores `roles` that is not an array instead of rejecting it",
    "SLACK-ERROR-25",
    /^roles$/,
    listOrNothing,
  ],
  [
    "patch-title-list-accepted",
    "A PATCH uses the first entry of an array as the `title` instead of rejecting it",
    "SLACK-ERROR-26",
    /^title$/,
    firstOfList,
  ],
  [
    "patch-unknown-member-dropped",
    "A PATCH of a group drops unknown members instead of rejecting them",
    "SLACK-ERROR-33",
    /^members$/,
    knownMembers,
  ],
];

/** A PATCH of a missing resource reports success. */
const acceptUnknown = (resource: "Users" | "Groups") =>
  onError(
    (answer, call) => {
      answer.status = 200;
      answer.body = { id: call.id };
    },
    404,
    { operation: "patch", resource },
  );

/** PATCH requests that Slack rejects with an error code (FACT-ERROR-07), corrected and accepted instead. */
export const lenientPatchFaults: readonly Fault[] = [
  ...leniences.map(([name, summary, rule, names, mend]) =>
    plant(
      name,
      summary,
      { v1: [rule], v2: [rule] },
      onWritten({ operation: "patch" }, names, mend),
    ),
  ),
  plant(
    "patch-unknown-user-accepted",
    "A PATCH of a missing user gives 200",
    {
      v1: ["SLACK-ERROR-28", "SCIM11-API-3.9-08"],
      v2: ["SLACK-ERROR-28", "SCIM20-7644-3.12-08"],
    },
    acceptUnknown("Users"),
  ),
  plant(
    "patch-unknown-group-accepted",
    "A PATCH of a missing group gives 200",
    {
      v1: ["SLACK-ERROR-31", "SCIM11-API-3.9-08", "SCIM11-API-3.4-03"],
      v2: ["SLACK-ERROR-31", "SCIM20-7644-3.12-08", "SCIM20-7644-3.6-02"],
    },
    acceptUnknown("Groups"),
  ),
];
