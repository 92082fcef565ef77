import fc, { type Arbitrary } from "fast-check";
import type { NeutralGroup } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";
import type { Change } from "./change.ts";

type GroupChange = Change<NeutralGroup>;

export interface GroupChangeConstraints {
  /** Ids of users that may become members. Default: none. */
  memberIds?: readonly string[];
  /** The prefix of every displayName. Default: none. */
  namePrefix?: string;
}

function membersOf(group: NeutralGroup): string[] {
  return (group.members ?? []).flatMap(({ value }) => (value ? [value] : []));
}

/** Every change of a group that Slack documents for PATCH (DOC: group section). */
export function groupChanges(constraints: GroupChangeConstraints = {}): GroupChange[] {
  const { memberIds = [], namePrefix = "" } = constraints;
  const some = (least: number): Arbitrary<{ value: string }[]> =>
    fc
      .subarray([...memberIds], { minLength: Math.min(least, memberIds.length) })
      .map((ids) => ids.map((value) => ({ value })));
  const occupied = (group: NeutralGroup): boolean => membersOf(group).length > 0;
  const changes: GroupChange[] = [
    {
      name: "rename",
      root: "displayName",
      kind: "set",
      applies: () => true,
      intent: phraseArbitrary(3).map((name) => () => ({
        kind: "set",
        path: "displayName",
        value: `${namePrefix}${name}`,
      })),
    },
    {
      name: "remove a member",
      root: "members",
      kind: "remove",
      applies: occupied,
      intent: fc.nat(999).map((pick) => (group) => {
        const ids = membersOf(group);
        return { kind: "remove", path: "members", match: { value: ids[pick % ids.length] ?? "" } };
      }),
    },
    {
      name: "remove all members",
      root: "members",
      kind: "clear",
      applies: occupied,
      intent: fc.constant(() => ({ kind: "clear", path: "members" })),
    },
  ];
  if (memberIds.length === 0) return changes;
  return [
    ...changes,
    {
      name: "add members",
      root: "members",
      kind: "add",
      applies: () => true,
      intent: some(1).map((values) => () => ({ kind: "add", path: "members", values })),
    },
    {
      name: "replace the members",
      root: "members",
      kind: "replaceValues",
      applies: () => true,
      intent: some(0).map((values) => () => ({ kind: "replaceValues", path: "members", values })),
    },
  ];
}
