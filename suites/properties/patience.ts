import type { CheckContext } from "../run/check-context.ts";
import { poll } from "../run/poll.ts";

/** The shortest wait after one without success, in milliseconds. */
const shortest = 200;

/**
 * Waits for delayed effects as long as the run allows; after one wait without success, not much
 * longer than the slowest effect so far took, since a property repeats a failing case often while
 * it shrinks it.
 */
export class Patience {
  readonly #t: Pick<CheckContext, "poll">;
  #longestMs = 0;
  #wasInVain = false;

  constructor(t: Pick<CheckContext, "poll">) {
    this.#t = t;
  }

  /** @returns the last response, whether `awaited` holds for it or not */
  async until<T>(ask: () => Promise<T>, awaited: (answer: T) => boolean): Promise<T> {
    const start = performance.now();
    const answer = this.#wasInVain
      ? (await poll(ask, awaited, Math.max(shortest, 2 * this.#longestMs))).answer
      : await this.#t.poll(ask, awaited);
    if (awaited(answer)) this.#longestMs = Math.max(this.#longestMs, performance.now() - start);
    else this.#wasInVain = true;
    return answer;
  }
}
