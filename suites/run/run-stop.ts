import { Skip } from "./stop.ts";

/** When and why a run was stopped. */
export interface Stopped {
  /** ISO 8601. */
  at: string;
  why: string;
  /** Nothing was wrong: the run ends at a finding, and the checks in progress finished. */
  atFinding?: true;
}

/**
 * Stops a run: checks that have not started are skipped. Either the checks in progress finish, or
 * their pending requests are aborted; the first reason of the stronger kind is kept.
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

  /** Aborts the checks in progress. */
  stop(why: string): void {
    if (this.signal.aborted) return;
    this.#stopped = { at: this.#now().toISOString(), why };
    this.#abort.abort();
  }

  /** Lets the checks in progress finish: a finding ends the run (`--fail-fast`). */
  finish(why: string): void {
    this.#stopped ??= { at: this.#now().toISOString(), why, atFinding: true };
  }
}
