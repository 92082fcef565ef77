import { Skip } from "./stop.ts";

/** When a run ended before its end, and why. */
export interface Stopped {
  /** ISO 8601. */
  at: string;
  why: string;
}

/**
 * Ends a run before its end: requests under way are aborted, and checks that have not begun are
 * skipped. The first reason stays.
 */
export class RunStop {
  readonly #abort = new AbortController();
  readonly #now: () => Date;
  #stopped: Stopped | undefined;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get stopped(): Stopped | undefined {
    return this.#stopped;
  }

  /** Keeps what has not begun from beginning. @throws Skip once the run has stopped */
  throwIfStopped(): void {
    if (this.#stopped) throw new Skip("stopped", `the run was stopped: ${this.#stopped.why}`);
  }

  stop(why: string): void {
    if (this.#stopped) return;
    this.#stopped = { at: this.#now().toISOString(), why };
    this.#abort.abort();
  }
}
