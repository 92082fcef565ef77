/** How many checks may be carried out a second time in one run. */
const mostRepeats = 40;
/** How many failures that did not recur mean that a target fails at random. */
const flakyAfter = 2;

/**
 * Decides whether a finding that rests on a 5xx response is checked twice. A provider that fails
 * because of a kind of request fails each time; one that fails now and then is unhealthy, which
 * breaks no rule.
 */
export class Repeats {
  #left = mostRepeats;
  #flakes = 0;

  /**
   * Does something, and once more where the outcome is suspicious.
   * @param work told whether it is the repetition of what has begun already
   * @param isSuspicious whether the outcome is a finding that rests on a failure of the provider
   * @param isSame whether the second outcome confirms the first
   * @param excuse the outcome where the finding is not confirmed and nothing can be judged
   */
  async confirmed<T>(
    work: (isRepeat: boolean) => Promise<T>,
    isSuspicious: (outcome: T) => boolean,
    isSame: (first: T, second: T) => boolean,
    excuse: (outcome: T) => T,
  ): Promise<T> {
    const first = await work(false);
    if (!isSuspicious(first)) return first;
    if (this.#flakes >= flakyAfter || this.#left === 0) return excuse(first);
    this.#left -= 1;
    const second = await work(true);
    if (isSuspicious(second) && isSame(first, second)) return first;
    this.#flakes += 1;
    return isSuspicious(second) ? excuse(second) : second;
  }
}
