import { setTimeout as pause } from "node:timers/promises";

/** The clock of clean-up; tests have their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => pause(ms, undefined, { ref: true, ...(signal ? { signal } : {}) }),
};

/** Clean-up gives up, because nothing could be cleaned up for too long. */
export class GaveUpError extends Error {
  override readonly name = "GaveUpError";
}

/** Ends clean-up when nothing succeeds for a while: the target hangs, or returns only errors. */
export class Pace {
  readonly clock: Clock;
  readonly #giveUpMs: number;
  readonly #stop: AbortSignal | undefined;
  #lastSuccess: number;
  #trouble = "";

  constructor(clock: Clock, giveUpMs: number, stop?: AbortSignal) {
    this.clock = clock;
    this.#giveUpMs = giveUpMs;
    this.#stop = stop;
    this.#lastSuccess = clock.now();
  }

  /** Something was cleaned up, or does not need it. */
  succeeded(): void {
    this.#lastSuccess = this.clock.now();
  }

  /** Remembers the last failure, which is the reason when clean-up gives up. */
  troubled(why: string): void {
    this.#trouble = why;
  }

  /** Waits. @throws GaveUpError */
  async wait(ms: number): Promise<void> {
    this.check();
    await this.clock.wait(ms, this.#stop).catch(() => undefined);
    this.check();
  }

  /** @throws GaveUpError when nothing succeeded for too long, or the user stopped clean-up */
  check(): void {
    const last = this.#trouble === "" ? "" : `; last: ${this.#trouble}`;
    if (this.#stop?.aborted) throw new GaveUpError(`clean-up was stopped${last}`);
    if (this.clock.now() - this.#lastSuccess < this.#giveUpMs) return;
    const seconds = Math.round(this.#giveUpMs / 1000);
    throw new GaveUpError(`nothing could be cleaned up for ${seconds} s${last}`);
  }

  /** The result of a request, if it arrives before clean-up ends. @throws GaveUpError */
  async within<T>(request: () => Promise<T>): Promise<T> {
    this.check();
    const answered = new AbortController();
    const end = this.#end(answered.signal);
    try {
      return await Promise.race([request(), end]);
    } finally {
      answered.abort();
    }
  }

  async #end(answered: AbortSignal): Promise<never> {
    const signal = this.#stop ? AbortSignal.any([answered, this.#stop]) : answered;
    while (!answered.aborted) {
      this.check();
      const left = this.#lastSuccess + this.#giveUpMs - this.clock.now();
      await this.clock.wait(Math.max(left, 1), signal).catch(() => undefined);
    }
    // Nothing waits for this any more.
    return new Promise<never>(() => undefined);
  }
}
