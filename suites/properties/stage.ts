import type { Step } from "../../generators/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";

interface Count {
  users: number;
  groups: number;
}

/** Leases several users and groups of a version at once. */
export function leaseAll<R>(
  t: CheckContext,
  count: Count,
  use: (users: Created<NeutralUser>[], groups: Created<NeutralGroup>[]) => Promise<R>,
): Promise<R> {
  const { users, groups } = count;
  if (users > 0) {
    const rest = { users: users - 1, groups };
    // Whoever leases them sends the whole user first.
    return t.fixtures.leaseFor([], (user) =>
      leaseAll(t, rest, (more, leased) => use([user, ...more], leased)),
    );
  }
  if (groups === 0) return use([], []);
  const rest = { users, groups: groups - 1 };
  return t.fixtures.leaseGroup((group) =>
    leaseAll(t, rest, (_, more) => use([], [group, ...more])),
  );
}

/**
 * A run that may create this many groups may also delete some: never with the defaults for a live
 * target.
 */
const manyGroups = 100;
/** The maximum number of groups that one property creates after deleting others. */
const mostSpare = 30;

/**
 * The objects that all cases of a property share: leased users, and groups. Where the run may
 * create many groups, they are deleted and created again; otherwise they are leased and never
 * deleted.
 */
export class Stage {
  readonly ids: Map<string, string>;
  readonly #t: CheckContext;
  #spare: number;

  private constructor(t: CheckContext, users: readonly string[], groups: readonly string[]) {
    this.#t = t;
    this.ids = new Map([
      ...users.map((id, index): [string, string] => [`user-${index + 1}`, id]),
      ...groups.map((id, index): [string, string] => [`group-${index + 1}`, id]),
    ]);
    this.#spare = t.maxGroups >= manyGroups ? mostSpare : 0;
  }

  /** Leases users and groups of a version for a property. */
  static use<R>(t: CheckContext, count: Count, use: (stage: Stage) => Promise<R>): Promise<R> {
    const groups = t.maxGroups >= manyGroups ? 0 : count.groups;
    return leaseAll(t, { ...count, groups }, (users, leased) => {
      const idsOf = (given: readonly { id: string }[]) => given.map(({ id }) => id);
      return use(new Stage(t, idsOf(users), idsOf(leased)));
    });
  }

  /** The possible steps: without deletions once the groups for them are used up. */
  possible(steps: readonly Step[]): Step[] {
    return steps.filter(({ kind }) => kind !== "deleteGroup" || this.#spare > 0);
  }

  /** Creates the group of a step where it does not exist. */
  async prepare(step: Step): Promise<void> {
    if (step.kind !== "createGroup" || this.ids.has(step.group)) return;
    const { id } = await this.#t.fixtures.newGroup();
    this.ids.set(step.group, id);
  }

  /** Records that the group of a step was deleted. */
  deleted(group: string): void {
    this.#spare -= 1;
    this.ids.delete(group);
  }
}
