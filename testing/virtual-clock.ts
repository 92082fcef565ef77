import type { Clock } from "../client/transport/clock.ts";

/** A clock that only a test advances, without real waits. */
export class VirtualClock implements Clock {
  #now = 1_000_000;
  #sleeping: { at: number; wake: () => void }[] = [];
  /** The requested sleeps, in order. */
  readonly slept: number[] = [];

  now(): number {
    return this.#now;
  }

  date(): number {
    return Date.UTC(2026, 0, 1) + this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = { at: this.#now + ms, wake: resolve };
      this.#sleeping.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleeping = this.#sleeping.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Advances the clock; each sleep ends at its time. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#sleeping.toSorted((one, other) => one.at - other.at)[0];
      if (!next || next.at > end) break;
      this.#sleeping = this.#sleeping.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
    await settled();
  }

  get isAnyoneAsleep(): boolean {
    return this.#sleeping.length > 0;
  }
}

/** Runs the callbacks of settled promises. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
