import type { Reason } from "../../schemas/index.ts";

/** How many checks may be carried out again in one run. */
const mostRepeats = 100;
/** How many failures that did not recur mean that a target fails at random. */
const flakyAfter = 2;
/**
 * How often a finding must recur: more often until the target has shown, with the first ones, that it
 * fails each time.
 */
const recurrences = { atFirst: 3, later: 1 } as const;
/** How many confirmed findings show that, unless one did not recur. */
const shownBy = 3;
/** How often a check is carried out at most. */
export const mostAttempts = 1 + recurrences.atFirst;

/** Why a finding is discarded that rests on a 5xx response which does not recur. */
const flaky: Reason = {
  code: "server-error",
  text: "the target returned 5xx, but not each time: it fails at random, and the rule is not judged",
};

/** Why a finding is discarded where the target got worse after it, or nothing could show that it works. */
const unhealthy: Reason = {
  code: "server-error",
  text: "the target returned 5xx, and no valid request of this kind has worked since: it may be unhealthy, and the rule is not judged",
};

/** Why a finding is discarded that could not be checked again. */
const notRepeated: Reason = {
  code: "server-error",
  text: `the target returned 5xx: a run repeats ${mostRepeats} checks with such a response, and this one came after them`,
};

/** Something whose outcome may rest on a failure of the provider. */
export interface Repeatable<T> {
  /** @param isRepeat whether it repeats what has begun already */
  attempt(isRepeat: boolean): Promise<T>;
  /** Whether the outcome is a finding that rests on a 5xx response. */
  isSuspicious(outcome: T): boolean;
  /** Whether the second outcome confirms the first. */
  isSame(first: T, second: T): boolean;
  /** Whether valid requests work that are sent after those of the outcome, of the kinds that failed. */
  worksAfter(outcome: T): Promise<boolean>;
  /** The outcome where the finding is not confirmed and nothing can be judged. */
  excuse(outcome: T, why: Reason): T;
}

/**
 * Confirms findings that rest on a 5xx response, by further attempts. A provider that fails because
 * of a kind of request fails each time, and works between two attempts; one that fails now and then,
 * or for a while, is unhealthy, which breaks no rule.
 */
export class Repeats {
  #left = mostRepeats;
  #flakes = 0;
  #confirmed = 0;

  /** Does something, and again where the outcome is suspicious. */
  async confirmed<T>(work: Repeatable<T>): Promise<T> {
    const first = await work.attempt(false);
    if (!work.isSuspicious(first)) return first;
    if (this.#flakes >= flakyAfter) return work.excuse(first, flaky);
    if (this.#left === 0) return work.excuse(first, notRepeated);
    this.#left -= 1;
    let last = first;
    const failsEachTime = this.#confirmed >= shownBy && this.#flakes === 0;
    const times = failsEachTime ? recurrences.later : recurrences.atFirst;
    for (let time = 1; time <= times; time += 1) {
      if (!(await work.worksAfter(last))) return work.excuse(first, unhealthy);
      last = await work.attempt(true);
      if (work.isSuspicious(last) && work.isSame(first, last)) continue;
      this.#flakes += 1;
      return work.isSuspicious(last) ? work.excuse(last, flaky) : last;
    }
    this.#confirmed += 1;
    return first;
  }
}
