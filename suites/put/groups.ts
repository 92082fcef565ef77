import type { Outcome } from "../../client/index.ts";
import { slackClause, slackClauses } from "../clause.ts";
import { success } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { fullUser } from "../users/samples.ts";
import { withValues } from "../with-values.ts";
import { asRead } from "./as-read.ts";

const area = "put";
const safety = "write";

/**
 * The number of members after a PUT, once `awaited` holds for it: changes become visible with a delay
 * (FACT-GROUP-29), and the response may show the state before the PUT (FACT-PUT-04).
 */
async function membersOf(
  t: CheckContext,
  id: string,
  put: Outcome<unknown>,
  awaited: number,
): Promise<number | undefined> {
  const read = await t.pollAfter(
    put,
    "a group shows what a PUT changed",
    () => t.groups.get(id),
    ({ resource }) => resource?.members?.length === awaited,
  );
  return read.resource?.members?.length;
}

/** PUT of groups in Slack (FACT-GROUP-17). */
export const putOfGroups: readonly Requirement[] = [
  {
    title: "PUT of a group without members removes all members",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-12", "DOC", "FACT-GROUP-18"),
    expect: { before: 1, after: 0 },
    check: async (t) => {
      const user = await t.createdUser();
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        const put = await t.groups.replace(id, { ...sent, members: [{ value: user.id }] });
        const before = await membersOf(t, id, put, 1);
        const { members: _, ...without } = sent;
        const emptied = await t.groups.replace(id, without);
        return { before, after: await membersOf(t, id, emptied, 0) };
      });
    },
  },
  {
    title: "PUT of a group replaces its members",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-13", "DOC", "FACT-GROUP-17"),
    expect: { members: ["the second"] },
    check: async (t) => {
      const first = await t.createdUser();
      const second = await fullUser(t);
      return t.fixtures.leaseGroup(async ({ id, sent }) => {
        await t.groups.replace(id, { ...sent, members: [{ value: first.id }] });
        const read = await t.pollAfter(
          await t.groups.replace(id, { ...sent, members: [{ value: second.id }] }),
          "a group shows what a PUT changed",
          () => t.groups.get(id),
          ({ resource }) => resource?.members?.[0]?.value === second.id,
        );
        const name = (value: unknown) =>
          value === second.id ? "the second" : value === first.id ? "the first" : "another";
        const members = read.resource?.members ?? [];
        return {
          members: withValues(
            members.map(({ value }) => name(value)),
            { "members afterwards": members, "the first": first.id, "the second": second.id },
          ),
        };
      });
    },
  },
  {
    title: "PUT of a group renames it",
    area,
    safety,
    versions: {
      "1.1": slackClause("SLACK-PUT-14", "OBS", "FACT-PUT-03"),
      "2.0": slackClause("SLACK-PUT-14", "DOC", "FACT-PUT-05"),
    },
    expect: { displayName: "the new one" },
    check: (t) =>
      t.fixtures.leaseGroup(async ({ id, sent }) => {
        const displayName = t.names.next();
        const read = await t.pollAfter(
          await t.groups.replace(id, { ...sent, displayName }),
          "a group shows what a PUT changed",
          () => t.groups.get(id),
          ({ resource }) => resource?.displayName === displayName,
        );
        const shown = read.resource?.displayName;
        return { displayName: shown === displayName ? "the new one" : shown };
      }),
  },
  {
    title: "PUT of an unmodified group, including read-only sub-attributes, is accepted",
    area,
    safety,
    versions: slackClauses("SLACK-PUT-15", "OBS", "FACT-FORMAT-41"),
    expect: { status: success },
    check: (t) =>
      t.fixtures.leaseGroup(async ({ id, sent }) => {
        const read = asRead(await t.groups.get(id), id);
        return { status: (await t.groups.replace(id, sent, { change: () => read })).status };
      }),
  },
];
