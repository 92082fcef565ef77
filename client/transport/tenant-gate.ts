import { type Clock, systemClock } from "./clock.ts";
import { type LimitedRequest, type LimitName, limitsOf, lockedResource } from "./rate-limits.ts";
import { createGateState, SharedLimits } from "./shared-limits.ts";

/**
 * The limits of one organisation, shared by the clients of both versions: Slack's published rate
 * limits, with a margin, and one write at a time per resource.
 */
export interface TenantGate {
  /** Waits until no other write to the same resource is in progress. */
  enter(request: LimitedRequest): Promise<GatePass>;
  /** How many requests were admitted for each limit, by all gates of the same state. */
  sent(): ReadonlyMap<LimitName, number>;
  /** Whether the limits are kept at present. */
  isPaced(): boolean;
}

/**
 * Which limits a gate keeps: Slack's, none, or none until the target answers 429 several times, and
 * Slack's from then on.
 */
export type KeptLimits = "slack" | "off" | "once-limited";

/** A request in the gate, over all its attempts. */
export interface GatePass {
  /**
   * Waits until an attempt may be sent, and charges it.
   * @throws the reason of the signal when that fires first
   */
  attempt(signal?: AbortSignal): Promise<void>;
  /** The response to the last attempt was 429: all requests under its limits wait that long, then slow down. */
  limited(waitMs: number): void;
  /** The response has come: the resource may be written to again. */
  leave(): void;
}

export interface TenantGateOptions {
  /** Made by {@link createGateState}: gates of the same state share the limits, in any thread. */
  state?: SharedArrayBuffer;
  clock?: Clock;
  /** The share of each limit that may be used, above 0 and up to 1; others use the rest. Default: 1. */
  share?: number | undefined;
}

/** @param limits `slack` stays below Slack's published limits */
export function createTenantGate(
  limits: KeptLimits,
  { clock = systemClock, state = createGateState(clock.now()), share }: TenantGateOptions = {},
): TenantGate {
  const shared = new SharedLimits(state, share);
  const queue = new Queue(shared, clock);
  const locks = new Map<string, Promise<void>>();
  let tickets = 0;
  const isPaced = () => limits === "slack" || (limits === "once-limited" && shared.hasLimits);

  return {
    async enter(request) {
      const names = limitsOf(request);
      const ticket = tickets;
      tickets += 1;
      const resource = lockedResource(request);
      const leave = resource === undefined ? nothing : await lock(locks, resource);
      let sentAt = 0;
      return {
        async attempt(signal) {
          signal?.throwIfAborted();
          if (isPaced()) await queue.wait(names, ticket, signal);
          else shared.count(names);
          sentAt = clock.now();
        },
        limited: (waitMs) => {
          if (isPaced()) shared.narrow(names, waitMs, sentAt, clock.now());
          else if (limits === "once-limited") shared.learn(clock.now());
        },
        leave,
      };
    },
    sent: () => shared.sent(),
    isPaced,
  };
}

interface Waiting {
  limits: readonly LimitName[];
  ticket: number;
  go: () => void;
}

/** Requests that wait for their limits: those with a common limit are sent in the order of their tickets. */
class Queue {
  readonly #shared: SharedLimits;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #alarm = new AbortController();

  constructor(shared: SharedLimits, clock: Clock) {
    this.#shared = shared;
    this.#clock = clock;
  }

  wait(limits: readonly LimitName[], ticket: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== mine);
        reject(signal?.reason);
        this.#advance();
      };
      const mine = {
        limits,
        ticket,
        go: () => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      // A request that is sent again keeps its place.
      this.#waiting.push(mine);
      this.#waiting.sort((one, other) => one.ticket - other.ticket);
      this.#advance();
    });
  }

  /** Admits all requests that may be sent, and sets a timer for the next one. */
  #advance(): void {
    this.#alarm.abort();
    const now = this.#clock.now();
    const exhausted = new Set<LimitName>();
    let soonest = Number.POSITIVE_INFINITY;
    const stay: Waiting[] = [];
    for (const each of this.#waiting) {
      const isBehind = each.limits.some((limit) => exhausted.has(limit));
      const lacking = isBehind ? [] : this.#shared.take(each.limits, now);
      for (const { limit, waitMs } of lacking) {
        exhausted.add(limit);
        soonest = Math.min(soonest, waitMs);
      }
      if (isBehind || lacking.length > 0) stay.push(each);
      else each.go();
    }
    this.#waiting = stay;
    if (stay.length === 0) return;
    this.#alarm = new AbortController();
    this.#clock.sleep(soonest, this.#alarm.signal).then(() => this.#advance(), nothing);
  }
}

const nothing = () => undefined;

async function lock(held: Map<string, Promise<void>>, key: string): Promise<() => void> {
  const before = held.get(key);
  let release: () => void = nothing;
  const mine = new Promise<void>((resolve) => {
    release = resolve;
  });
  const tail = (before ?? Promise.resolve()).then(() => mine);
  held.set(key, tail);
  await before;
  return () => {
    release();
    if (held.get(key) === tail) held.delete(key);
  };
}
