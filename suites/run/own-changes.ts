import type { ResourceType } from "./journal-lines.ts";

/** What may go on side by side: changes of resources, or observations of their list. */
type Turn = "change" | "observation";

/**
 * Keeps the run's own changes away from observations of a whole list. Checks run concurrently and
 * create users when they first need them: without this, a check that compares two pages would take
 * these for traffic of other clients.
 *
 * An observation must not change a resource of the same type, which would wait for its end.
 */
export class OwnChanges {
  readonly #turns = { User: new Turns(), Group: new Turns() };

  /** Sends a change of a resource, not before the observations of its list that have begun have ended. */
  change<R>(type: ResourceType, send: () => Promise<R>): Promise<R> {
    return this.#turns[type].take("change", send);
  }

  /** Observes a list, while the run changes nothing in it. */
  without<R>(type: ResourceType, observe: () => Promise<R>): Promise<R> {
    return this.#turns[type].take("observation", observe);
  }
}

/** In the order of arrival, so that neither kind waits forever for the other. */
class Turns {
  readonly #waiting: { turn: Turn; begin: () => void }[] = [];
  #current: Turn | undefined;
  #underWay = 0;

  async take<R>(turn: Turn, work: () => Promise<R>): Promise<R> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ turn, begin });
      this.#beginNext();
    });
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      this.#beginNext();
    }
  }

  #beginNext(): void {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if (this.#underWay > 0 && next.turn !== this.#current) return;
      this.#waiting.shift();
      this.#current = next.turn;
      this.#underWay += 1;
      next.begin();
    }
  }
}
