import { type Clock, poll } from "./poll.ts";

/** The shortest wait, as a multiple of the slowest effect so far. */
const margin = { factor: 4, ms: 500 };

/**
 * Waits for delayed effects. The more time was spent in vain, the shorter each further wait: a
 * provider that ignores a kind of request would otherwise delay a run for an hour. Never shorter than
 * a multiple of the slowest effect so far, so that one broken rule does not make others look broken.
 */
export class WaitBudget {
  readonly #longestMs: number;
  readonly #clock: Clock | undefined;
  #slowestMs = 0;
  #inVainMs = 0;

  /** @param longestMs the longest first wait, in milliseconds */
  constructor(longestMs: number, clock?: Clock) {
    this.#longestMs = longestMs;
    this.#clock = clock;
  }

  /**
   * Repeats a request until `awaited` holds for the response, or the wait is over.
   * @returns the last response, whether `awaited` holds for it or not
   */
  async until<T>(ask: () => Promise<T>, awaited: (answer: T) => boolean): Promise<T> {
    const { answer, isAwaited, tookMs } = await poll(ask, awaited, this.currentMs, this.#clock);
    if (isAwaited) this.#slowestMs = Math.max(this.#slowestMs, tookMs);
    else this.#inVainMs += tookMs;
    return answer;
  }

  /** How long the next wait may be, in milliseconds. */
  get currentMs(): number {
    const halvings = Math.floor(this.#inVainMs / (2 * this.#longestMs));
    const atLeast = margin.factor * this.#slowestMs + margin.ms;
    return Math.min(this.#longestMs, Math.max(this.#longestMs / 2 ** halvings, atLeast));
  }
}
