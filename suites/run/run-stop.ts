import { Skip } from "./stop.ts";

/** When and why a run was stopped. */
export interface Stopped {
  /** ISO 8601. */
  at: string;
  why: string;
}

/**
 * Stops a run: pending requests are aborted, and checks that have not started are skipped. The
 * first reason is kept.
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

  /** Prevents the start of anything new. @throws Skip once the run has stopped */
  throwIfStopped(): void {
    if (this.#stopped) throw new Skip("stopped", `the run was stopped: ${this.#stopped.why}`);
  }

  stop(why: string): void {
    if (this.#stopped) return;
    this.#stopped = { at: this.#now().toISOString(), why };
    this.#abort.abort();
  }
}
