import type { Version } from "../../../client/index.ts";
import type { NeutralGroup, PatchIntent } from "../../../schemas/index.ts";
import { people } from "../../filters/people.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Effect } from "../../run/effects.ts";
import { type Created, describeAnswer } from "../../run/fixtures.ts";
import { blocked } from "../../run/stop.ts";
import { type Forms, formsFor, nameOf } from "./forms.ts";

/** One change of the members of a group, and how to see its effect. */
interface MembersChange {
  before: readonly string[];
  intents: (form: Version) => readonly PatchIntent[];
  after: readonly string[];
}

/** Sends one change of a leased group to the version under test, in each version's form. */
export function membersChangeInForms(t: CheckContext, change: MembersChange): Promise<Forms> {
  return t.fixtures.leaseGroup(async (group) => {
    const seen: Forms = { partialResource: "no effect", operations: "no effect" };
    const isDone = (members: readonly string[]) => same(members, change.after);
    await putMembers(t, group, change.before);
    for (const form of formsFor(t)) {
      await t.groups.patch(group.id, change.intents(form), { encodeAs: form });
      const own = form === t.version;
      const members = await t.step(
        () => membersOf(t, group.id, (now) => !own || isDone(now)),
        (now) => `reads the group back: the change ${isDone(now) ? "is there" : "had no effect"}`,
      );
      if (!isDone(members)) continue;
      seen[nameOf[form]] = "works";
      if (!own) await putMembers(t, group, change.before);
    }
    return seen;
  });
}

/** Sets the members of a group by PUT, and waits until they show. @throws Skip when that is rejected */
export async function putMembers(
  t: CheckContext,
  { id, sent }: Created<NeutralGroup>,
  ids: readonly string[],
): Promise<void> {
  const answer = await t.step(
    () => t.groups.replace(id, { ...sent, members: ids.map((value) => ({ value })) }),
    () =>
      `prepares the group by PUT, with ${ids.length} ${ids.length === 1 ? "member" : "members"}`,
  );
  if (answer.status >= 400)
    throw blocked(`preparing the group by PUT returned ${describeAnswer(answer)}`);
  const effect = "a group shows the members that prepare a check";
  const members = await membersOf(t, id, (now) => same(now, ids), effect);
  if (!same(members, ids)) throw blocked("the members that a PUT added to the group do not show");
}

/**
 * The members of a group, once `awaited` holds for them: changes of groups may be delayed
 * (FACT-GROUP-29).
 */
export async function membersOf(
  t: CheckContext,
  id: string,
  awaited: (members: readonly string[]) => boolean = () => true,
  effect: Effect = "a group shows what a PATCH changed",
): Promise<readonly string[]> {
  const idsIn = (group: NeutralGroup | undefined) =>
    (group?.members ?? []).map(({ value }) => value ?? "").sort();
  const answer = await t.poll(
    effect,
    () => t.groups.get(id),
    ({ status, resource }) => status >= 400 || awaited(idsIn(resource)),
  );
  if (!answer.resource) throw blocked(`reading the group returned ${describeAnswer(answer)}`);
  return idsIn(answer.resource);
}

export const same = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();

/** Two users that no check changes. */
export async function pair(t: CheckContext): Promise<{ first: string; second: string }> {
  const { user } = await people(t);
  return { first: user.a.id, second: user.b.id };
}
