/** How far back the pace is measured, in milliseconds: long enough for a wait after 429 to even out. */
const windowMs = 60_000;
/** How many points of that window are kept. */
const mostPoints = 60;

interface Point {
  at: number;
  done: number;
}

/**
 * Estimates how long the rest takes from the pace of the last minute. Rate limits, waits after
 * 429 and slow answers are all in that pace; what was read before an interruption is not.
 */
export class Pace {
  readonly #now: () => number;
  readonly #points: Point[];

  /**
   * @param now milliseconds on a clock that never goes back
   * @param done what is done at the start
   */
  constructor(now: () => number, done: number) {
    this.#now = now;
    this.#points = [{ at: now(), done }];
  }

  /** @returns milliseconds for the rest; NaN while nothing is known */
  left(done: number, total: number): number {
    const at = this.#now();
    const points = this.#points;
    const last = points.at(-1);
    if (last === undefined || at - last.at >= windowMs / mostPoints) points.push({ at, done });
    // The oldest point that stays is the last one before the window.
    while (points[1] !== undefined && points[1].at <= at - windowMs) points.shift();
    const [first] = points;
    if (first === undefined || done <= first.done) return Number.NaN;
    return ((at - first.at) / (done - first.done)) * Math.max(0, total - done);
  }
}
