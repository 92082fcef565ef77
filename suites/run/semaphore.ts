import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The semaphores that what runs now has a slot of. One for all: each that Node has once used costs
 * time at every promise from then on, and each run has several semaphores.
 */
const inside = new AsyncLocalStorage<ReadonlySet<Semaphore>>();

/** Limits concurrency to a number of slots. */
export class Semaphore {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  /** Runs something in a slot. Nested calls share its slot: they would wait for ever. */
  async run<R>(work: () => Promise<R>): Promise<R> {
    const held = inside.getStore();
    if (held?.has(this)) return work();
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await inside.run(new Set([...(held ?? []), this]), work);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
