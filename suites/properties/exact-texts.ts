import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { slackClauses } from "../clause.ts";
import { deletedGroup } from "../delete/samples.ts";
import { equal, type Json } from "../expectation.ts";
import { notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Effect } from "../run/effects.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { userWithReadOnlyAttributes } from "../users/samples.ts";
import { withValues } from "../with-values.ts";
import {
  altered,
  nearDisplayName,
  nearGroupName,
  nearLocalPart,
  nearTexts,
  nearUserName,
} from "./near-texts.ts";

const safety = "write";

/** The texts that a response alters; none for a response without a user. */
const inAnswer = (sent: NeutralUser, { resource }: Outcome<NeutralUser>, former?: NeutralUser) =>
  resource === undefined ? [] : altered(sent, resource, former);

/** What came back altered in the response to a write, in a read, and in a list. */
async function comparedEverywhere(
  t: CheckContext,
  id: string,
  sent: NeutralUser,
  written: Outcome<NeutralUser>,
  former: NeutralUser = {},
) {
  const read = await t.users.get(id);
  const userName = read.resource?.userName ?? sent.userName;
  const found = await t.users.list({ filter: `userName eq "${userName}"` });
  const listed = found.resource?.resources.find((user) => user.id === id);
  return {
    returned: inAnswer(sent, written, former),
    stored: inAnswer(sent, read, former),
    listed:
      listed === undefined
        ? notObserved("blocked-by", "the filter does not find the user")
        : altered(sent, listed, former),
  };
}

/** A user that sets every text of a body, and has a secondary address. */
function fullyNear(t: CheckContext, sent: NeutralUser): NeutralUser {
  const name = t.names.next();
  const userName = nearUserName(name);
  return {
    ...sent,
    ...nearTexts,
    displayName: nearDisplayName(name),
    userName,
    nickName: userName,
    emails: [
      { value: t.names.email(nearLocalPart(name)), primary: true },
      { value: t.names.email(`${name}.2-b_c`), primary: false },
    ],
  };
}

const asIntents = (user: NeutralUser): PatchIntent[] => {
  const { title, displayName, userType, preferredLanguage, locale, timezone } = user;
  const singular = { title, displayName, userType, preferredLanguage, locale, timezone };
  const { name, enterprise } = user;
  return Object.entries({ ...singular, name, enterprise }).map(([path, value]) => ({
    kind: "set",
    path,
    value,
  }));
};

/** Names of the attributes of a PATCH, for a message. */
const refusalOf = (what: string, answer: Outcome<unknown>): Json[] =>
  answer.status < 400 ? [] : [`${what}: ${describeAnswer(answer)}`];

/** Exact texts: what Slack stores as it was sent must not come back nearly so. */
export const exactTexts: readonly Requirement[] = [
  {
    title: "each text of a POST comes back exactly as sent",
    area: "users",
    safety,
    versions: slackClauses("SLACK-PROPERTY-07", "DOC", "FACT-USER-31"),
    expect: { returned: [], stored: [], listed: [] },
    check: async (t) => {
      const { id, sent, created } = await userWithReadOnlyAttributes(t);
      return comparedEverywhere(t, id, sent, created);
    },
  },
  {
    title: "each text of a PUT comes back exactly as sent",
    area: "put",
    safety,
    versions: slackClauses("SLACK-PROPERTY-08", "DOC", "FACT-USER-31"),
    expect: { refused: [], returned: [], stored: [], listed: [] },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const near = fullyNear(t, sent);
        const answer = await t.users.replace(id, near);
        return {
          refused: refusalOf("PUT", answer),
          ...(await comparedEverywhere(t, id, near, answer, sent)),
        };
      }),
  },
  {
    title: "each text of a PATCH comes back exactly as sent",
    area: "patch",
    safety,
    needs: ["patch"],
    versions: slackClauses("SLACK-PROPERTY-09", "DOC", "FACT-USER-31"),
    expect: { refused: [], returned: [], stored: [] },
    check: (t) =>
      // Another primary address than the stored one may be rejected (FACT-USER-57).
      t.fixtures.leaseFor(["emails"], async ({ id, sent }) => {
        const { userName, emails, ...near } = fullyNear(t, sent);
        const [primary] = sent.emails ?? [];
        const second = { value: emails?.[1]?.value ?? "", primary: false };
        const patch = await t.users.patch(id, [
          ...asIntents(near),
          { kind: "set", path: "userName", value: userName },
          { kind: "replaceValues", path: "roles", values: [...(nearTexts.roles ?? [])] },
          { kind: "replaceValues", path: "phoneNumbers", values: [...nearTexts.phoneNumbers] },
          { kind: "add", path: "addresses", values: [...nearTexts.addresses] },
          {
            kind: "replaceValues",
            path: "emails",
            // The primary address stays: another one may be rejected in 2.0 (FACT-USER-57).
            values: [{ value: primary?.value ?? "", primary: true }, second],
          },
        ]);
        const all = {
          ...near,
          ...(userName === undefined ? {} : { userName }),
          emails: [{ value: primary?.value ?? "" }, second],
        };
        return {
          refused: refusalOf("PATCH", patch),
          returned: inAnswer(all, patch, sent),
          stored: inAnswer(all, await t.users.get(id), sent),
        };
      }),
  },
  {
    title: "the displayName of a group comes back exactly as sent",
    area: "delete",
    safety: "destructive",
    needs: ["patch"],
    versions: slackClauses("SLACK-PROPERTY-10", "DOC", "FACT-GROUP-16"),
    expect: { created: true, replaced: true, patched: true, listed: true },
    check: async (t) => {
      const { sent, created } = await deletedGroup(t);
      const isSame = (group: NeutralGroup | undefined, name: Json | undefined) =>
        withValues(group?.displayName === name ? true : (group?.displayName ?? "absent"), {
          sent: name,
        });
      return t.fixtures.leaseGroup(async ({ id, sent: plain }) => {
        const stored = async (displayName: string, effect: Effect) =>
          isSame(
            (
              await t.poll(
                effect,
                () => t.groups.get(id),
                ({ resource }) => equal(resource?.displayName ?? null, displayName),
              )
            ).resource,
            displayName,
          );
        const put = nearGroupName(t.names.next());
        await t.groups.replace(id, { ...plain, displayName: put });
        const replaced = await stored(put, "a group shows what a PUT changed");
        const patch = nearGroupName(t.names.next());
        await t.groups.patch(id, [{ kind: "set", path: "displayName", value: patch }]);
        const patched = await stored(patch, "a group shows what a PATCH changed");
        const found = await t.groups.list({ filter: `displayName eq ${JSON.stringify(patch)}` });
        const listed = found.resource?.resources.find((group) => group.id === id);
        return {
          created:
            created.resource === undefined
              ? notObserved("not-applicable", "the response to POST of the group is empty")
              : isSame(created.resource, sent.displayName),
          replaced,
          patched,
          listed:
            listed === undefined
              ? notObserved("blocked-by", "the filter does not find the group")
              : isSame(listed, patch),
        };
      });
    },
  },
];
