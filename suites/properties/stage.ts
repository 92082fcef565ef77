import type { Step } from "../../generators/index.ts";
import type { CheckContext } from "../run/check-context.ts";

/** From how many groups on a run may spend them on deletions: never at a live target's defaults. */
const manyGroups = 100;
/** How many groups one property creates at most after it deleted others. */
const mostSpare = 30;

/**
 * The objects that all cases of a property work on: lent users, and groups. Where groups are no
 * matter, they are deleted and made again; elsewhere they are lent, and deletions left out.
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

  /** Lends so many users and groups of a version to a property. */
  static use<R>(
    t: CheckContext,
    count: { users: number; groups: number },
    use: (stage: Stage) => Promise<R>,
  ): Promise<R> {
    const mayDelete = t.maxGroups >= manyGroups;
    const borrow = (users: readonly string[], groups: readonly string[]): Promise<R> => {
      if (users.length < count.users) {
        return t.make.borrowUser(({ id }) => borrow([...users, id], groups));
      }
      if (!mayDelete && groups.length < count.groups) {
        return t.make.borrowGroup(({ id }) => borrow(users, [...groups, id]));
      }
      return use(new Stage(t, users, groups));
    };
    return borrow([], []);
  }

  /** The steps that are possible here: without deletions once the groups for them are spent. */
  possible(steps: readonly Step[]): Step[] {
    return steps.filter(({ kind }) => kind !== "deleteGroup" || this.#spare > 0);
  }

  /** Sees to it that the object of a step is there. */
  async prepare(step: Step): Promise<void> {
    if (step.kind !== "createGroup" || this.ids.has(step.group)) return;
    const { id } = await this.#t.make.newGroup();
    this.ids.set(step.group, id);
  }

  /** Notes that the group of a step was deleted. */
  deleted(group: string): void {
    this.#spare -= 1;
    this.ids.delete(group);
  }
}
