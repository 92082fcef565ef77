interface Task {
  readonly due: number;
  readonly key: string;
  readonly run: () => void;
}

/**
 * Effects that Slack shows only after a delay: deactivation (FACT-DELETE-13), photos
 * (FACT-USER-69), group changes (FACT-GROUP-29). There are no timers: each access to the
 * organisation applies the due effects first.
 */
export class Schedule {
  #tasks: Task[] = [];
  readonly #now: () => number;

  /** @param now milliseconds on a clock that does not go back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs `run` in `delayMs`; at once when that is 0. */
  after(delayMs: number, key: string, run: () => void): void {
    if (delayMs <= 0) {
      run();
      return;
    }
    this.#tasks.push({ due: this.#now() + delayMs, key, run });
  }

  cancel(key: string): void {
    if (this.#tasks.length > 0) this.#tasks = this.#tasks.filter((task) => task.key !== key);
  }

  /** Runs what is due, in order of time. */
  settle(): void {
    if (this.#tasks.length === 0) return;
    const now = this.#now();
    const due = this.#tasks.filter((task) => task.due <= now).sort((a, b) => a.due - b.due);
    if (due.length === 0) return;
    this.#tasks = this.#tasks.filter((task) => task.due > now);
    for (const task of due) task.run();
  }

  clear(): void {
    this.#tasks = [];
  }
}
