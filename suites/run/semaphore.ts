import { AsyncLocalStorage } from "node:async_hooks";

/** Lets so many run at once; the others wait for their turn. */
export class Semaphore {
  readonly #inside = new AsyncLocalStorage<true>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  /** Runs something in a slot. What it runs in turn shares its slot: waiting would never end. */
  async run<R>(work: () => Promise<R>): Promise<R> {
    if (this.#inside.getStore()) return work();
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#inside.run(true, work);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
