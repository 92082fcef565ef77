import type { CheckContext } from "../run/check-context.ts";
import type { Effect } from "../run/effects.ts";

/**
 * Waits for effects as long as the run allows; once one did not come, not much longer than the
 * slowest one of its kind took, since a property repeats a failing case often while it shrinks it.
 */
export class Patience {
  readonly #t: Pick<CheckContext, "waits">;
  readonly #inVain = new Set<Effect>();

  constructor(t: Pick<CheckContext, "waits">) {
    this.#t = t;
  }

  /** @returns the last response, whether `awaited` holds for it or not */
  async until<T>(
    effect: Effect,
    ask: () => Promise<T>,
    awaited: (answer: T) => boolean,
  ): Promise<T> {
    const deadline = this.#inVain.has(effect) ? "again" : "first";
    const answer = await this.#t.waits.until(effect, ask, awaited, deadline);
    if (!awaited(answer)) this.#inVain.add(effect);
    return answer;
  }
}
