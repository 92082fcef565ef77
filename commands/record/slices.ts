import { setImmediate as others } from "node:timers/promises";

/** How long a slice of work may take; a request that passes waits for several of them. */
const longestMs = 10;

/** Cuts long work into slices, between which requests pass. */
export class Slices {
  #start = performance.now();

  /** Whether the slice has been long enough; then the work waits for {@link next}. */
  get isOver(): boolean {
    return performance.now() - this.#start > longestMs;
  }

  /** Lets everything else run that waits. */
  async next(): Promise<void> {
    await others();
    this.#start = performance.now();
  }
}
