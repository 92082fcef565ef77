import { currentCheck } from "./current-check.ts";
import { type Effect, kindOf } from "./effects.ts";
import { type Clock, type Look, poll } from "./poll.ts";

/**
 * The shortest deadlines: a part of the patience of the run, and a multiple of the slowest effect of
 * the same kind.
 */
const deadlines = {
  /** For the first wait, where effects of the kind have come. */
  first: { part: 1 / 6, multiple: 4 },
  /** Once the same effect was awaited in vain. */
  afterwards: { part: 1 / 20, multiple: 4 },
  /** For a case that is tried again and again to find the smallest one that fails. */
  again: { part: 1 / 100, multiple: 2 },
} as const;

type Deadline = keyof typeof deadlines;

/** Sends the requests of a look, and says whether one of them got 5xx or nothing usable. */
export type Watch = <T>(ask: () => Promise<T>) => Promise<Look<T>>;

/** No wait is longer, in milliseconds. */
const longestMs = 30_000;

/**
 * Waits for delayed effects in one version. Each {@link Effect} is awaited in vain once in a run; what
 * awaits it later gets little time: enough if effects of the kind have come, since the deadline is
 * never shorter than a multiple of the slowest one. If none has come, slow and missing cannot be told
 * apart, and a check that misses it rests on the one that waited ({@link Waits.awaitedBefore}).
 */
export class Waits {
  readonly #patienceMs: number;
  readonly #clock: Clock | undefined;
  readonly #watch: Watch;
  /** What the slowest effect took of each kind that has come, in milliseconds. */
  readonly #slowestMs = new Map<string, number>();
  /** The effects, and the kinds without any, that were awaited in vain; and the check that did. */
  readonly #inVain = new Map<string, string | undefined>();
  /** The checks on which a check rests, by its id. */
  readonly #before = new Map<string, Set<string>>();

  /** @param patienceMs how long an effect is awaited if none of its kind has come, in milliseconds */
  constructor(patienceMs: number, watch: Watch, clock?: Clock) {
    this.#patienceMs = patienceMs;
    this.#watch = watch;
    this.#clock = clock;
  }

  /**
   * Repeats a request until `awaited` holds for the response, or the wait is over.
   * @returns the last response, whether `awaited` holds for it or not
   */
  async until<T>(
    effect: Effect,
    ask: () => Promise<T>,
    awaited: (answer: T) => boolean,
    deadline: Exclude<Deadline, "afterwards"> = "first",
  ): Promise<T> {
    const { kind, mayHoldBefore } = kindOf(effect);
    const { answer, isAwaited, failed, looks, tookMs } = await poll(
      () => this.#watch(ask),
      awaited,
      () => this.#deadlineMs(effect, deadline),
      this.#clock,
    );
    if (failed) return answer;
    if (!isAwaited) this.#missed(effect);
    else if (looks > 1 || !mayHoldBefore) {
      const atOnce = looks === 1;
      this.#slowestMs.set(kind, Math.max(this.#slowestMs.get(kind) ?? 0, atOnce ? 0 : tookMs));
    }
    return answer;
  }

  /**
   * The checks that waited in vain for what a check missed too, without time to wait: whether the
   * effect is missing or slow, only they can tell.
   */
  awaitedBefore(check: string): string[] {
    return [...(this.#before.get(check) ?? [])];
  }

  #missed(effect: Effect): void {
    const check = currentCheck.getStore();
    const { kind } = kindOf(effect);
    const isKindUnknown = !this.#slowestMs.has(kind);
    const before = isKindUnknown ? this.#inVain.get(kind) : undefined;
    if (check !== undefined && before !== undefined && before !== check) {
      this.#before.set(check, (this.#before.get(check) ?? new Set()).add(before));
    }
    if (!this.#inVain.has(effect)) this.#inVain.set(effect, check);
    if (isKindUnknown && !this.#inVain.has(kind)) this.#inVain.set(kind, check);
  }

  #deadlineMs(effect: Effect, deadline: Deadline): number {
    const { kind, patience } = kindOf(effect);
    const slowestMs = this.#slowestMs.get(kind);
    const isInVain = this.#inVain.has(slowestMs === undefined ? kind : effect);
    if (slowestMs === undefined && !isInVain) {
      return Math.min(this.#patienceMs * patience, longestMs);
    }
    const { part, multiple } =
      deadlines[deadline === "first" && isInVain ? "afterwards" : deadline];
    return Math.min(longestMs, Math.max(this.#patienceMs * part, multiple * (slowestMs ?? 0)));
  }
}
