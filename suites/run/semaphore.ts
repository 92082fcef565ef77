import { AsyncValue } from "./async-value.ts";

/** The semaphores in which the current code holds a slot. */
const inside = new AsyncValue<ReadonlySet<Semaphore>>();

/** Limits concurrency to a number of slots. */
export class Semaphore {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  /** Runs something in a slot. Nested calls share the slot, since they would otherwise wait forever. */
  async run<R>(work: () => Promise<R>): Promise<R> {
    const held = inside.getStore();
    if (held?.has(this)) return work();
    await this.#enter();
    try {
      return await inside.run(new Set([...(held ?? []), this]), work);
    } finally {
      this.#leave();
    }
  }

  /** Leaves the slot of the current code to others while something runs that needs none. */
  async outside<R>(work: () => Promise<R>): Promise<R> {
    if (!inside.getStore()?.has(this)) return work();
    this.#leave();
    try {
      return await work();
    } finally {
      await this.#enter();
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
