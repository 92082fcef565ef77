import { systemClock } from "./clock.ts";
import { type LimitName, limitNames, pacedLimit } from "./rate-limits.ts";

/** The state of a limit, in the order of its numbers in memory. */
const fields = ["tokens", "filledAt", "narrowing", "narrowedAt", "pausedUntil", "sent"] as const;
type Field = (typeof fields)[number];

const lockBytes = 8;
/** Where the number of responses 429 is, after the limits. */
const limitedIndex = limitNames.length * fields.length;
const stateBytes = lockBytes + (limitedIndex + 1) * Float64Array.BYTES_PER_ELEMENT;

/** The share of the rate that is left after a response 429, and the share that is always left. */
const afterLimit = 0.7;
const leastRate = 0.1;
/** How long a rate that was lowered to nothing takes to recover, in milliseconds. */
const recovery = 600_000;
/** Longer than any living thread holds the lock, in milliseconds. */
const patience = 1000;

/** After so many responses 429 a target has limits; fewer may be an incident. */
const hasLimitsAfter = 5;

/** A limit that does not let a request through yet. */
export interface Lacking {
  limit: LimitName;
  /** How long to wait before asking again, in milliseconds; never below 1. */
  waitMs: number;
}

/**
 * Memory for the limits of one organisation; all threads that get it share the limits.
 * All buckets start empty: what an earlier process has just used is not known, and Slack's buckets
 * may be empty. That costs a run seven seconds at most, since the limit that decides its length
 * (changes of users) has a burst of 20.
 * @param now of the clock that the gates of this memory use
 * @param reads whether the buckets of reads start with a part of their burst (see `PacedLimit`)
 */
export function createGateState(
  now = systemClock.now(),
  { reads = false }: { reads?: boolean } = {},
): SharedArrayBuffer {
  const state = new SharedArrayBuffer(stateBytes);
  const numbers = new Float64Array(state, lockBytes);
  for (const [index, limit] of limitNames.entries()) {
    numbers[index * fields.length + fields.indexOf("tokens")] = reads
      ? pacedLimit(limit).atStart
      : 0;
    numbers[index * fields.length + fields.indexOf("filledAt")] = now;
  }
  return state;
}

/** Token buckets in memory that threads share. */
export class SharedLimits {
  readonly #lock: Int32Array;
  readonly #numbers: Float64Array;
  readonly #share: number;

  /** @param share of each limit that may be used, above 0 and up to 1 */
  constructor(state: SharedArrayBuffer, share = 1) {
    this.#share = share;
    this.#lock = new Int32Array(state, 0, 1);
    this.#numbers = new Float64Array(state, lockBytes);
  }

  /**
   * Takes one token of each limit, or none at all.
   * @returns the limits without a token; empty when the request may be sent
   */
  take(limits: readonly LimitName[], now: number): Lacking[] {
    return this.#alone(() => {
      const lacking = limits.flatMap((limit) => this.#lacking(limit, now));
      if (lacking.length === 0) {
        for (const limit of limits) {
          this.#add(limit, "tokens", -1);
          this.#add(limit, "sent", 1);
        }
      }
      return lacking;
    });
  }

  /** Counts a request that is not limited. */
  count(limits: readonly LimitName[]): void {
    this.#alone(() => {
      for (const limit of limits) this.#add(limit, "sent", 1);
    });
  }

  /**
   * Handles a response 429. Which of the limits it means is not known: all wait, then continue with
   * one request and at a lower rate, because other apps share them. Of concurrent requests only the
   * first lowers the rate.
   * @param sentAt when the request was sent
   */
  narrow(limits: readonly LimitName[], waitMs: number, sentAt: number, now: number): void {
    this.#alone(() => {
      for (const limit of limits) {
        const factor = this.#factor(limit, now);
        if (sentAt > this.#get(limit, "narrowedAt")) {
          this.#set(limit, "narrowing", 1 - Math.max(leastRate, factor * afterLimit));
          this.#set(limit, "narrowedAt", now);
        }
        const until = Math.max(this.#get(limit, "pausedUntil"), now + waitMs);
        this.#set(limit, "pausedUntil", until);
        this.#set(limit, "tokens", 1);
        this.#set(limit, "filledAt", until);
      }
    });
  }

  /**
   * Counts a response 429 of a target that was not known to have limits. With the fifth it is: the
   * run itself has used them up, so all buckets are empty, and no rate is lowered.
   */
  learn(now: number): void {
    this.#alone(() => {
      this.#numbers[limitedIndex] = (this.#numbers[limitedIndex] ?? 0) + 1;
      if (this.#numbers[limitedIndex] !== hasLimitsAfter) return;
      for (const limit of limitNames) {
        this.#set(limit, "tokens", 0);
        this.#set(limit, "filledAt", now);
        this.#set(limit, "narrowedAt", now);
      }
    });
  }

  /** Whether {@link learn} has found that the target has limits. */
  get hasLimits(): boolean {
    return (this.#numbers[limitedIndex] ?? 0) >= hasLimitsAfter;
  }

  /** How many requests were admitted for each limit. */
  sent(): ReadonlyMap<LimitName, number> {
    return new Map(limitNames.map((limit) => [limit, this.#get(limit, "sent")]));
  }

  #lacking(limit: LimitName, now: number): Lacking[] {
    const pause = this.#get(limit, "pausedUntil") - now;
    if (pause > 0) return [{ limit, waitMs: Math.max(1, pause) }];
    const factor = this.#factor(limit, now);
    const { perMs, burst } = pacedLimit(limit, this.#share);
    const elapsed = Math.max(0, now - this.#get(limit, "filledAt"));
    const filled = this.#get(limit, "tokens") + elapsed * perMs * factor;
    const tokens = Math.min(Math.max(1, burst * factor), filled);
    this.#set(limit, "tokens", tokens);
    this.#set(limit, "filledAt", Math.max(now, this.#get(limit, "filledAt")));
    if (tokens >= 1) return [];
    return [{ limit, waitMs: Math.max(1, (1 - tokens) / (perMs * factor)) }];
  }

  /** The share of the rate that is used at present, up to 1. */
  #factor(limit: LimitName, now: number): number {
    const recovered = (now - this.#get(limit, "narrowedAt")) / recovery;
    return Math.min(1, 1 - this.#get(limit, "narrowing") + recovered);
  }

  #get(limit: LimitName, field: Field): number {
    return this.#numbers[this.#index(limit, field)] ?? 0;
  }

  #set(limit: LimitName, field: Field, value: number): void {
    this.#numbers[this.#index(limit, field)] = value;
  }

  #add(limit: LimitName, field: Field, value: number): void {
    this.#set(limit, field, this.#get(limit, field) + value);
  }

  #index(limit: LimitName, field: Field): number {
    return limitNames.indexOf(limit) * fields.length + fields.indexOf(field);
  }

  /** Runs a change while no other thread runs one. */
  #alone<T>(change: () => T): T {
    while (Atomics.compareExchange(this.#lock, 0, 0, 1) !== 0) {
      // A thread that ended meanwhile never releases the lock: it is taken over.
      if (Atomics.wait(this.#lock, 0, 1, patience) === "timed-out") break;
    }
    try {
      return change();
    } finally {
      Atomics.store(this.#lock, 0, 0);
      Atomics.notify(this.#lock, 0, 1);
    }
  }
}
