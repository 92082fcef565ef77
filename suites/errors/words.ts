import type { CallOptions, Outcome } from "../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { slackClause, slackClauses } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { nobody, noGroup } from "../run/made-up-ids.ts";
import { unknownUserCodes } from "./unknown-user.ts";

/**
 * A requirement that a call is refused with one of Slack's code words (facts §11.2). The context in
 * parentheses behind a word is not compared, nor is the status where it is only presumed.
 */
function word(
  id: string,
  title: string,
  words: readonly string[],
  provoke: (t: CheckContext) => Promise<Outcome<unknown>>,
): Requirement {
  return {
    title: `${title}: ${words[0]}`,
    area: "errors",
    safety: "write",
    versions: { "1.1": slackClause(id, "DOC", "§11.2"), "2.0": slackClause(id, "DOC", "§11.2") },
    expect: { refused: true, code: oneOf(...words) },
    check: async (t) => {
      const { status, error } = await provoke(t);
      return { refused: status >= 400, status, code: error?.code };
    },
  };
}

const patched =
  (intent: (t: CheckContext) => PatchIntent | Promise<PatchIntent>, call?: CallOptions) =>
  async (t: CheckContext): Promise<Outcome<unknown>> => {
    const sent = await intent(t);
    return t.fixtures.leaseUser(({ id }) => t.users.patch(id, [sent], call));
  };

const set = (path: string, value: unknown) => patched(() => ({ kind: "set", path, value }));

const replaced = (change: (user: NeutralUser) => NeutralUser) => (t: CheckContext) =>
  t.fixtures.leaseUser(({ id, sent }) => t.users.replace(id, change(sent)));

/** Sends a number where a list of objects belongs. */
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

const someoneElse = unknownUserCodes;

export const codeWords: readonly Requirement[] = [
  word(
    "SLACK-ERROR-10",
    "a replacement with an empty userName",
    ["username_empty", "username_required"],
    replaced((user) => ({ ...user, userName: "", nickName: "" })),
  ),
  word(
    "SLACK-ERROR-11",
    "a replacement without an address",
    ["email_empty", "missing_primary_email", "emails_invalid"],
    replaced(({ emails: _, ...user }) => user),
  ),
  word(
    "SLACK-ERROR-12",
    "a displayName of 81 characters",
    ["invalid_name_maxlength"],
    set("displayName", "x".repeat(81)),
  ),
  word(
    "SLACK-ERROR-13",
    "a displayName that starts with @",
    ["invalid_starts_with_at", "invalid_name_specials"],
    set("displayName", "@ada"),
  ),
  word(
    "SLACK-ERROR-14",
    "a name of spaces alone",
    ["invalid_name_required"],
    set("name", { givenName: " ", familyName: " " }),
  ),
  word(
    "SLACK-ERROR-15",
    "an emoji in a displayName",
    ["invalid_emoji_not_allowed", "invalid_name_specials"],
    set("displayName", "Ada 🚀"),
  ),
  {
    title: "a userName that somebody has: username_taken, unless Slack gives another",
    area: "errors",
    safety: "write",
    versions: slackClauses("SLACK-ERROR-16", "DOC", "§7.1"),
    expect: { given: oneOf("username_taken", "another name") },
    check: async (t) => {
      const taken = (await t.createdUser()).sent.userName;
      const intent: PatchIntent = { kind: "set", path: "userName", value: taken };
      const { status, error, resource } = await t.fixtures.leaseUser(({ id }) =>
        t.users.patch(id, [intent]),
      );
      if (status >= 400) return { given: error?.code };
      return { given: resource?.userName === taken ? "the same name" : "another name" };
    },
  },
  word(
    "SLACK-ERROR-17",
    "an address that somebody has",
    ["email_taken"],
    patched(async (t) => ({
      kind: "add",
      path: "emails",
      values: [{ value: (await t.createdUser()).sent.emails?.[0]?.value ?? "", primary: true }],
    })),
  ),
  word(
    "SLACK-ERROR-18",
    "a userName of 22 characters",
    ["username_too_long", "long_username", "long_nickname"],
    set("userName", "abcdefghijklmnopqrstuv"),
  ),
  word(
    "SLACK-ERROR-19",
    "a nickName of 22 characters",
    ["long_nickname", "username_too_long", "long_username"],
    set("nickName", "abcdefghijklmnopqrstuv"),
  ),
  word(
    "SLACK-ERROR-20",
    "an address that is none",
    ["bad_email_address", "email_invalid", "emails_invalid"],
    patched(() => ({
      kind: "add",
      path: "emails",
      values: [{ value: "no address", primary: true }],
    })),
  ),
  word(
    "SLACK-ERROR-21",
    "emails that are no list",
    ["emails_invalid", "invalid_attribute_format", "email_invalid"],
    malformed("emails"),
  ),
  word(
    "SLACK-ERROR-22",
    "telephone numbers that are no list",
    ["phoneNumbers_invalid", "invalid_attribute_format"],
    malformed("phoneNumbers"),
  ),
  word(
    "SLACK-ERROR-23",
    "addresses that are no list",
    ["addresses_invalid", "invalid_attribute_format"],
    malformed("addresses"),
  ),
  word(
    "SLACK-ERROR-24",
    "photos that are no list",
    ["photos_invalid", "invalid_attribute_format"],
    malformed("photos"),
  ),
  word(
    "SLACK-ERROR-25",
    "roles that are no list",
    ["roles_invalid", "invalid_attribute_format"],
    malformed("roles"),
  ),
  word(
    "SLACK-ERROR-26",
    "a list in place of a title",
    ["invalid_attribute_format"],
    set("title", ["Analyst"]),
  ),
  word("SLACK-ERROR-27", "reading a user who does not exist", someoneElse, (t) =>
    t.users.read(nobody),
  ),
  word("SLACK-ERROR-28", "changing a user who does not exist", someoneElse, (t) =>
    t.users.patch(nobody, [{ kind: "set", path: "title", value: "x" }]),
  ),
  word("SLACK-ERROR-29", "replacing a user who does not exist", someoneElse, (t) =>
    t.users.replace(nobody, t.fixtures.typicalUser()),
  ),
  word("SLACK-ERROR-30", "reading a group that does not exist", ["no_such_group"], (t) =>
    t.groups.read(noGroup),
  ),
  word("SLACK-ERROR-31", "changing a group that does not exist", ["no_such_group"], (t) =>
    t.groups.patch(noGroup, [{ kind: "set", path: "displayName", value: "x" }]),
  ),
  word("SLACK-ERROR-32", "replacing a group that does not exist", ["no_such_group"], (t) =>
    t.groups.replace(noGroup, t.fixtures.typicalGroup()),
  ),
  word(
    "SLACK-ERROR-33",
    "a member who does not exist",
    ["no_such_group_members", "group_members_create_failed", ...someoneElse],
    (t) =>
      t.fixtures.leaseGroup(({ id }) =>
        t.groups.patch(id, [{ kind: "add", path: "members", values: [{ value: nobody }] }]),
      ),
  ),
  {
    title:
      "deactivating a user, and deleting a group, that do not exist is refused with their words",
    area: "errors",
    safety: "destructive",
    versions: {
      "1.1": slackClause("SLACK-ERROR-34", "DOC", "§11.2"),
      "2.0": slackClause("SLACK-ERROR-34", "DOC", "§11.2"),
    },
    expect: { userStatus: clientError, user: oneOf(...someoneElse), group: "no_such_group" },
    check: async (t) => {
      const user = await t.users.delete(nobody);
      const group = await t.groups.delete(noGroup);
      return { userStatus: user.status, user: user.error?.code, group: group.error?.code };
    },
  },
  {
    title: "a malformed filter answers 400 no_filters",
    area: "errors",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-ERROR-35", "OBS", "§11.1") },
    expect: { status: 400, code: "no_filters" },
    check: async (t) => {
      const { status, error } = await t.once("malformed filter foo", () =>
        t.users.search({ filter: "foo", count: 1 }),
      );
      return { status, code: error?.code };
    },
  },
];
