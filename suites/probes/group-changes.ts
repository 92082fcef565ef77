import type { JsonObject } from "../../client/index.ts";
import type { PatchIntent } from "../../schemas/index.ts";
import { people } from "../filters/people.ts";
import { items } from "../json.ts";
import type { Probe } from "../probe.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { membersChangeInForms, membersOf, putMembers, same } from "./forms.ts";

/** Two users that nobody changes. */
async function pair(t: CheckContext): Promise<{ first: string; second: string }> {
  const { user } = await people(t);
  return { first: user.a.id, second: user.b.id };
}

const says = (works: boolean) => (works ? "works" : "no effect");

/** Changes of groups: parts (b), (c) and (d) of the catalogue. */
export const groupChangeProbes: readonly Probe[] = [
  {
    id: "DIFF-GRP-01",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      return membersChangeInForms(t, {
        before: [first],
        intents: () => [{ kind: "add", path: "members", values: [{ value: second }] }],
        after: [first, second],
      });
    },
  },
  {
    id: "DIFF-GRP-02",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const intents: PatchIntent[] = [
        { kind: "remove", path: "members", match: { value: second } },
      ];
      const forms = await membersChangeInForms(t, {
        before: [first, second],
        intents: () => intents,
        after: [first],
      });
      if (t.version === "1.1") return { ...forms, unquoted: "not applicable" };
      const left = await after(t, [first, second], intents, { change: unquoted }, (now) =>
        same(now, [first]),
      );
      return { ...forms, unquoted: says(same(left, [first])) };
    },
  },
  {
    id: "DIFF-GRP-03",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const forms = await membersChangeInForms(t, {
        before: [first, second],
        intents: () => [{ kind: "clear", path: "members" }],
        after: [],
      });
      return { ...forms, putWithoutMembers: says((await putNameOnly(t)) === 0) };
    },
  },
  {
    id: "DIFF-GRP-04",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const left = await t.fixtures.leaseGroup(async (group) => {
        await putMembers(t, group, [first]);
        await t.groups.replace(group.id, { ...group.sent, members: [{ value: second }] });
        return membersOf(t, group.id, (now) => same(now, [second]));
      });
      // Without a PUT that replaces, no group can be brought into a state to try the forms on.
      if (!same(left, [second])) return { put: "no effect" };
      const forms = await membersChangeInForms(t, {
        before: [first],
        intents: () => [{ kind: "replaceValues", path: "members", values: [{ value: second }] }],
        after: [second],
      });
      return { ...forms, put: "works" };
    },
  },
  {
    id: "DIFF-GRP-05",
    safety: "write",
    observe: async (t) => ({ members: await putNameOnly(t) }),
  },
  {
    id: "DIFF-GRP-07",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const left = await after(
        t,
        [first, second],
        [{ kind: "clear", path: "members" }],
        // Version 1.1 has no such form: what a client of 2.0 sends is not known to do anything there.
        { encodeAs: "2.0", change: (body) => withValue(body, second) },
        (now) => t.version === "1.1" || now.length < 2,
      );
      return { left: ["none", "one", "both"][left.length] };
    },
  },
  {
    id: "DIFF-PATCH-11",
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const intents: PatchIntent[] = [
        t.version === "1.1"
          ? { kind: "add", path: "members", values: [{ value: second }] }
          : { kind: "replaceValues", path: "members", values: [{ value: second }] },
      ];
      const wanted = t.version === "1.1" ? [first, second] : [second];
      const left = await after(t, [first], intents, {}, (now) => same(now, wanted));
      return { membersBefore: left.includes(first) ? "stay" : "go" };
    },
  },
];

/** Who is in a group after a PATCH, once it is as awaited. */
function after(
  t: CheckContext,
  before: readonly string[],
  intents: readonly PatchIntent[],
  options: CheckCallOptions,
  awaited: (members: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return t.fixtures.leaseGroup(async (group) => {
    await putMembers(t, group, before);
    const answer = await t.groups.patch(group.id, intents, options);
    const refused = answer.status >= 400;
    return membersOf(t, group.id, (now) => refused || awaited(now));
  });
}

/** How many members are left after a PUT of the name alone. */
async function putNameOnly(t: CheckContext): Promise<number> {
  const { first } = await pair(t);
  return t.once("PUT of a group's name alone", () =>
    t.fixtures.leaseGroup(async (group) => {
      await putMembers(t, group, [first]);
      await t.groups.replace(group.id, { displayName: group.sent.displayName ?? null });
      return (await membersOf(t, group.id, (now) => now.length === 0)).length;
    }),
  );
}

/** `members[value eq U1]` for `members[value eq "U1"]`. */
function unquoted(body: JsonObject): JsonObject {
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({
      ...each,
      path: String(each.path).replaceAll('"', ""),
    })),
  };
}

/** A removal of the members that also names one of them. */
function withValue(body: JsonObject, member: string): JsonObject {
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({ ...each, value: [{ value: member }] })),
  };
}
