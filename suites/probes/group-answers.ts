import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup } from "../../schemas/index.ts";
import { at, items } from "../json.ts";
import type { Probe } from "../probe.ts";

const bodyOf = ({ text, resource }: Outcome<NeutralGroup>, id: string): string =>
  text === "" ? "empty" : resource?.id === id ? "the group" : "something";

/** What answers about groups hold: parts (b) and (c) of the catalogue. */
export const groupAnswerProbes: readonly Probe[] = [
  {
    id: "DIFF-STAT-02",
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseGroup(async ({ id }) => {
        const answer = await t.groups.patch(id, [
          { kind: "set", path: "displayName", value: t.names.next() },
        ]);
        return { status: answer.status, body: bodyOf(answer, id) };
      }),
  },
  {
    id: "DIFF-POST-02",
    safety: "write",
    observe: async (t) => {
      const { id, created } = await t.createdGroup();
      return { body: bodyOf(created, id) };
    },
  },
  {
    id: "DIFF-REF-01",
    safety: "write",
    observe: async (t) => {
      const group = await t.createdGroup();
      const { id } = await t.createdUser();
      const read = await t.poll(
        () => t.groups.read(group.id),
        ({ resource }) => (resource?.members ?? []).length > 0,
      );
      const user = await t.poll(
        () => t.users.read(id),
        ({ resource }) => (resource?.groups ?? []).length > 0,
      );
      const names = (entry: unknown) => Object.keys((entry ?? {}) as object).sort();
      return {
        member: names(items(at(read.json, "members"))[0]),
        group: names(items(at(user.json, "groups"))[0]),
      };
    },
  },
];
