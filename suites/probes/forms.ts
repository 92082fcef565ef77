import type { Version } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { type Created, describeAnswer } from "../run/fixtures.ts";
import { blocked } from "../run/stop.ts";

/** How each version writes a PATCH, and what came of it. */
export type Forms = Record<"partialResource" | "operations", "works" | "no effect">;

const nameOf = { "1.1": "partialResource", "2.0": "operations" } as const;

/** The foreign form first: mostly it does nothing, and the state before need not be made again. */
const formsFor = (t: CheckContext): readonly Version[] =>
  t.version === "1.1" ? ["2.0", "1.1"] : ["1.1", "2.0"];

/** One change of a user, and how to tell whether it took place. */
export interface UserChange {
  /** What the user has beyond its typical state before. */
  state?: (user: Created<NeutralUser>) => Partial<NeutralUser>;
  /** The change as the version of the form documents it. */
  intents: (user: Created<NeutralUser>, form: Version) => readonly PatchIntent[];
  done: (after: NeutralUser, user: Created<NeutralUser>) => boolean;
}

/** Sends one change of a lent user to the version under test in the form of each version. */
export function userChangeInForms(t: CheckContext, change: UserChange): Promise<Forms> {
  return t.fixtures.leaseUser(async (user) => {
    const seen: Forms = { partialResource: "no effect", operations: "no effect" };
    if (change.state) await put(t, user, change.state(user));
    for (const form of formsFor(t)) {
      await t.users.patch(user.id, change.intents(user, form), { encodeAs: form });
      if (!change.done(await userAt(t, user.id), user)) continue;
      seen[nameOf[form]] = "works";
      if (form !== t.version) await put(t, user, change.state?.(user) ?? {});
    }
    return seen;
  });
}

/** What a lent user is like after a PATCH in the version's own form, whatever that answered. */
export function afterPatch(
  t: CheckContext,
  intents: (user: Created<NeutralUser>) => readonly PatchIntent[],
  state: Partial<NeutralUser> = {},
  options?: CheckCallOptions,
): Promise<NeutralUser> {
  return t.fixtures.leaseUser(async (user) => {
    if (Object.keys(state).length > 0) await put(t, user, state);
    await t.users.patch(user.id, intents(user), options);
    return userAt(t, user.id);
  });
}

/** Puts a user into its typical state and something beyond. @throws Skip when that is refused */
export async function put(
  t: CheckContext,
  { id, sent }: Created<NeutralUser>,
  state: Partial<NeutralUser>,
): Promise<void> {
  const answer = await t.users.replace(id, { ...sent, ...state });
  if (answer.status >= 400)
    throw blocked(`preparing the user by PUT answered ${describeAnswer(answer)}`);
}

export async function userAt(t: CheckContext, id: string): Promise<NeutralUser> {
  const { resource, ...answer } = await t.users.read(id);
  if (!resource) throw blocked(`reading the user answered HTTP ${answer.status}`);
  return resource;
}

/**
 * A part of a user that organisations without SCIM profile fields do not show (facts §5.2).
 * @throws Skip when it is not there
 */
export function shown<T>(part: T | null | undefined, what: string): T {
  if (part === undefined || part === null) throw blocked(`this organisation shows no ${what}`);
  return part;
}

/** One change of the members of a group, and how to tell whether it took place. */
export interface MembersChange {
  before: readonly string[];
  intents: (form: Version) => readonly PatchIntent[];
  after: readonly string[];
}

/** Sends one change of a lent group to the version under test in the form of each version. */
export function membersChangeInForms(t: CheckContext, change: MembersChange): Promise<Forms> {
  return t.fixtures.leaseGroup(async (group) => {
    const seen: Forms = { partialResource: "no effect", operations: "no effect" };
    const isDone = (members: readonly string[]) => same(members, change.after);
    await putMembers(t, group, change.before);
    for (const form of formsFor(t)) {
      await t.groups.patch(group.id, change.intents(form), { encodeAs: form });
      const own = form === t.version;
      const members = await membersOf(t, group.id, (now) => !own || isDone(now));
      if (!isDone(members)) continue;
      seen[nameOf[form]] = "works";
      if (!own) await putMembers(t, group, change.before);
    }
    return seen;
  });
}

/** Gives a group its members, and waits until that shows. @throws Skip when it is refused */
export async function putMembers(
  t: CheckContext,
  { id, sent }: Created<NeutralGroup>,
  ids: readonly string[],
): Promise<void> {
  const answer = await t.groups.replace(id, { ...sent, members: ids.map((value) => ({ value })) });
  if (answer.status >= 400)
    throw blocked(`preparing the group by PUT answered ${describeAnswer(answer)}`);
  const members = await membersOf(t, id, (now) => same(now, ids));
  if (!same(members, ids)) throw blocked("the members that were put into the group do not show");
}

/** Who is in a group, once it is as awaited: changes of groups may show late (facts §8). */
export async function membersOf(
  t: CheckContext,
  id: string,
  awaited: (members: readonly string[]) => boolean = () => true,
): Promise<readonly string[]> {
  const idsIn = (group: NeutralGroup | undefined) =>
    (group?.members ?? []).map(({ value }) => value ?? "").sort();
  const answer = await t.poll(
    () => t.groups.read(id),
    ({ status, resource }) => status >= 400 || awaited(idsIn(resource)),
  );
  if (!answer.resource) throw blocked(`reading the group answered ${describeAnswer(answer)}`);
  return idsIn(answer.resource);
}

export const same = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();
