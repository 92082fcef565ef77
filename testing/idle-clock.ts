import type { Clock } from "../client/index.ts";

/** How many turns of the event loop without a request count as idle. */
const quietTurns = 25;

/**
 * A clock for the rate limits of a run whose target answers at once: it advances to the next sleep
 * only when no request is in progress, so that a run of minutes takes seconds, and the same time on
 * every machine.
 */
export class IdleClock implements Clock {
  #now = 1_000_000;
  #sleeping: { at: number; wake: () => void }[] = [];
  #isRunning = false;
  #ended = 0;
  /** How many requests were admitted so far. */
  readonly #admitted: () => number;

  constructor(admitted: (clock: Clock) => () => number) {
    this.#admitted = admitted(this);
  }

  now(): number {
    return this.#now;
  }

  date(): number {
    return Date.UTC(2026, 0, 1) + this.#now;
  }

  /** A response has arrived. */
  ended(): void {
    this.#ended += 1;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = { at: this.#now + ms, wake: resolve };
      this.#sleeping.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleeping = this.#sleeping.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
      void this.#advance();
    });
  }

  async #advance(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#sleeping.length > 0) {
      await this.#quiet();
      const next = this.#sleeping.toSorted((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.#sleeping = this.#sleeping.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#isRunning = false;
  }

  /** Waits until nothing has happened for some turns of the event loop. */
  async #quiet(): Promise<void> {
    for (let turns = 0, seen = this.#ended; turns < quietTurns; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#admitted() > this.#ended || this.#ended !== seen) turns = 0;
      seen = this.#ended;
    }
  }
}
