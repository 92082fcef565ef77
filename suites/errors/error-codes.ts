import type { Outcome } from "../../client/index.ts";
import type { FactId } from "../../facts/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import { slackClause, slackClauses } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { at, items } from "../json.ts";
import { patchedOnce } from "../patch/patched-once.ts";
import { rejectedPuts } from "../put/rejected-puts.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { unknownGroupId, unknownUserId } from "../run/unknown-ids.ts";
import { patchToTakenName } from "../users/uniqueness.ts";
import { withValues } from "../with-values.ts";
import { ofUnknown } from "./unknown-ids.ts";
import { unknownUserCodes } from "./unknown-user.ts";

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

/**
 * A requirement that a request is rejected with one of Slack's error codes (FACT-ERROR-72). The
 * context in parentheses after a code is not compared, nor is the status where it is only assumed.
 */
function rejectedWith(
  id: string,
  fact: FactId,
  request: string,
  codes: readonly string[],
  provoke: (t: CheckContext) => Promise<Outcome<unknown>>,
): Requirement {
  return {
    title: `${request} is rejected with ${either.format(codes)}`,
    area: "errors",
    safety: "write",
    versions: { "1.1": slackClause(id, "DOC", fact), "2.0": slackClause(id, "DOC", fact) },
    expect: { refused: true, code: oneOf(...codes) },
    check: async (t) => {
      const answer = await provoke(t);
      const { status, error } = answer;
      return { refused: withValues(status >= 400, {}, answer), status, code: error?.code };
    },
  };
}

const patched =
  (intent: (t: CheckContext) => PatchIntent | Promise<PatchIntent>, call?: CheckCallOptions) =>
  async (t: CheckContext): Promise<Outcome<unknown>> => {
    const sent = await intent(t);
    return t.fixtures.leaseFor([], ({ id }) => t.users.patch(id, [sent], call));
  };

const set = (path: string, value: unknown) => patched(() => ({ kind: "set", path, value }));

/** Sends a number instead of an array of objects. */
const malformed = (path: string) =>
  patched(() => ({ kind: "add", path, values: [{ value: "x" }] }), {
    change: (body) =>
      body.Operations === undefined
        ? { ...body, [path]: 42 }
        : {
            ...body,
            Operations: items(body.Operations).map((operation) => ({
              op: at(operation, "op"),
              path: at(operation, "path"),
              value: 42,
            })),
          },
  });

export const errorCodes: readonly Requirement[] = [
  rejectedWith(
    "SLACK-ERROR-10",
    "FACT-ERROR-33",
    "PUT with an empty userName",
    ["username_empty", "username_required"],
    async (t) => (await rejectedPuts.emptyUserName(t)).put,
  ),
  rejectedWith(
    "SLACK-ERROR-11",
    "FACT-ERROR-27",
    "PUT without an e-mail address",
    ["email_empty", "missing_primary_email", "emails_invalid"],
    async (t) => (await rejectedPuts.withoutAddress(t)).put,
  ),
  rejectedWith(
    "SLACK-ERROR-12",
    "FACT-ERROR-42",
    "PATCH with a displayName of 81 characters",
    ["invalid_name_maxlength"],
    set("displayName", "x".repeat(81)),
  ),
  rejectedWith(
    "SLACK-ERROR-13",
    "FACT-ERROR-45",
    "PATCH with a displayName that starts with @",
    ["invalid_starts_with_at", "invalid_name_specials"],
    set("displayName", "@ada"),
  ),
  rejectedWith(
    "SLACK-ERROR-14",
    "FACT-ERROR-43",
    "PATCH with a name of only spaces",
    ["invalid_name_required"],
    set("name", { givenName: " ", familyName: " " }),
  ),
  rejectedWith(
    "SLACK-ERROR-15",
    "FACT-ERROR-46",
    "PATCH with an emoji in displayName",
    ["invalid_emoji_not_allowed", "invalid_name_specials"],
    set("displayName", "Ada 🚀"),
  ),
  {
    title:
      "PATCH with a duplicate userName is rejected with username_taken, or Slack assigns another one",
    area: "errors",
    safety: "write",
    versions: slackClauses("SLACK-ERROR-16", "DOC", "FACT-USER-17"),
    expect: { given: oneOf("username_taken", "another name") },
    check: async (t) => {
      const taken = (await t.createdUser()).sent.userName;
      const { status, error, resource } = await patchToTakenName(t);
      if (status >= 400) return { given: error?.code };
      const stored = resource?.userName;
      const given = stored === taken ? "the same name" : "another name";
      return { given: withValues(given, { sent: taken, stored }) };
    },
  },
  rejectedWith(
    "SLACK-ERROR-17",
    "FACT-ERROR-30",
    "PATCH with the e-mail address of another user",
    ["email_taken"],
    patched(async (t) => ({
      kind: "add",
      path: "emails",
      values: [{ value: (await t.createdUser()).sent.emails?.[0]?.value ?? "", primary: true }],
    })),
  ),
  rejectedWith(
    "SLACK-ERROR-18",
    "FACT-ERROR-37",
    "PATCH with a userName of 22 characters",
    ["username_too_long", "long_username", "long_nickname"],
    async (t) => (await patchedOnce.longUserName(t)).outcome,
  ),
  rejectedWith(
    "SLACK-ERROR-19",
    "FACT-ERROR-39",
    "PATCH with a nickName of 22 characters",
    ["long_nickname", "username_too_long", "long_username"],
    set("nickName", "abcdefghijklmnopqrstuv"),
  ),
  rejectedWith(
    "SLACK-ERROR-20",
    "FACT-ERROR-29",
    "PATCH with an invalid e-mail address",
    ["bad_email_address", "email_invalid", "emails_invalid"],
    patched(() => ({
      kind: "add",
      path: "emails",
      values: [{ value: "no address", primary: true }],
    })),
  ),
  rejectedWith(
    "SLACK-ERROR-21",
    "FACT-ERROR-26",
    "PATCH of emails with a value that is not an array",
    ["emails_invalid", "invalid_attribute_format", "email_invalid"],
    malformed("emails"),
  ),
  rejectedWith(
    "SLACK-ERROR-22",
    "FACT-ERROR-26",
    "PATCH of phoneNumbers with a value that is not an array",
    ["phoneNumbers_invalid", "invalid_attribute_format"],
    malformed("phoneNumbers"),
  ),
  rejectedWith(
    "SLACK-ERROR-23",
    "FACT-ERROR-26",
    "PATCH of addresses with a value that is not an array",
    ["addresses_invalid", "invalid_attribute_format"],
    malformed("addresses"),
  ),
  rejectedWith(
    "SLACK-ERROR-24",
    "FACT-ERROR-26",
    "PATCH of photos with a value that is not an array",
    ["photos_invalid", "invalid_attribute_format"],
    malformed("photos"),
  ),
  rejectedWith(
    "SLACK-ERROR-25",
    "FACT-ERROR-26",
    "PATCH of roles with a value that is not an array",
    ["roles_invalid", "invalid_attribute_format"],
    malformed("roles"),
  ),
  rejectedWith(
    "SLACK-ERROR-26",
    "FACT-ERROR-25",
    "PATCH of title with an array",
    ["invalid_attribute_format"],
    set("title", ["Analyst"]),
  ),
  rejectedWith("SLACK-ERROR-27", "FACT-ERROR-20", "GET of an unknown user", unknownUserCodes, (t) =>
    t.users.get(unknownUserId),
  ),
  rejectedWith(
    "SLACK-ERROR-28",
    "FACT-ERROR-20",
    "PATCH of an unknown user",
    unknownUserCodes,
    ofUnknown.patchUser,
  ),
  rejectedWith(
    "SLACK-ERROR-29",
    "FACT-ERROR-20",
    "PUT of an unknown user",
    unknownUserCodes,
    ofUnknown.putUser,
  ),
  rejectedWith(
    "SLACK-ERROR-30",
    "FACT-ERROR-21",
    "GET of an unknown group",
    ["no_such_group"],
    (t) => t.groups.get(unknownGroupId),
  ),
  rejectedWith(
    "SLACK-ERROR-31",
    "FACT-ERROR-21",
    "PATCH of an unknown group",
    ["no_such_group"],
    ofUnknown.patchGroup,
  ),
  rejectedWith(
    "SLACK-ERROR-32",
    "FACT-ERROR-21",
    "PUT of an unknown group",
    ["no_such_group"],
    ofUnknown.putGroup,
  ),
  rejectedWith(
    "SLACK-ERROR-33",
    "FACT-ERROR-22",
    "PATCH of a group with an unknown member",
    ["no_such_group_members", "group_members_create_failed", ...unknownUserCodes],
    (t) =>
      t.fixtures.leaseGroup(({ id }) =>
        t.groups.patch(id, [{ kind: "add", path: "members", values: [{ value: unknownUserId }] }]),
      ),
  ),
  {
    title: "DELETE of an unknown user or group is rejected with the documented codes",
    area: "errors",
    safety: "destructive",
    versions: {
      "1.1": slackClause("SLACK-ERROR-34", "DOC", "FACT-ERROR-20"),
      "2.0": slackClause("SLACK-ERROR-34", "DOC", "FACT-ERROR-20"),
    },
    expect: { userStatus: clientError, user: oneOf(...unknownUserCodes), group: "no_such_group" },
    check: async (t) => {
      const user = await ofUnknown.deleteUser(t);
      const group = await ofUnknown.deleteGroup(t);
      return { userStatus: user.status, user: user.error?.code, group: group.error?.code };
    },
  },
  {
    title: "the filter foo is rejected with 400 and no_filters",
    area: "errors",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-ERROR-35", "OBS", "FACT-FILTER-24") },
    expect: { status: 400, code: "no_filters" },
    check: async (t) => {
      const { status, error } = await t.once("malformed filter foo", () =>
        t.users.list({ filter: "foo", count: 1 }),
      );
      return { status, code: error?.code };
    },
  },
];
