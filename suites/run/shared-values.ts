import { currentCheck } from "./current-check.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import { mostAttempts } from "./repeats.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";

interface Shared {
  made: Promise<unknown>;
  /** The exchanges that made the value or failed to. */
  exchanges: string[];
  /** The first check that asked for it. */
  by: string | undefined;
}

/**
 * How often something is tried before its failure is final: a target may fail temporarily. What
 * rests on a 5xx response is made anew as often as a check is carried out to confirm a finding.
 */
const mostTries = { trouble: 2, serverError: mostAttempts } as const;

/** Values that several checks share and one of them creates, such as a user that all of them read. */
export class SharedValues {
  readonly #log: ExchangeLog;
  readonly #values = new Map<string, Shared>();
  readonly #tries = new Map<string, number>();

  constructor(log: ExchangeLog) {
    this.#log = log;
  }

  /**
   * Does something once for all checks that use the same key. Its exchanges are evidence for each
   * of them. If it throws, each of them fails; if the cause was a failure of the target, the first
   * check gets the error and the others are blocked by that check.
   */
  async once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const shared = this.#values.get(key) ?? this.#make(key, make);
    try {
      const value = await shared.made;
      this.#log.cite(shared.exchanges);
      return value as T;
    } catch (error) {
      if (shared.by === currentCheck.getStore()) {
        this.#log.cite(shared.exchanges);
        throw error;
      }
      if (!(error instanceof Trouble)) throw error;
      throw new Skip("blocked-by", `not available: ${key}: ${error.message}`, shared.by);
    }
  }

  #make(key: string, make: () => Promise<unknown>): Shared {
    const exchanges: string[] = [];
    const made = this.#log.collect(exchanges, make);
    const shared = { made, exchanges, by: currentCheck.getStore() };
    this.#values.set(key, shared);
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, tries);
    made
      .then(
        () => (this.#log.sawFailure(exchanges) ? mostTries.serverError : 1),
        (error: unknown) => (error instanceof Trouble ? mostTries.trouble : 1),
      )
      .then((most) => {
        // The next check tries again.
        if (tries < most) this.#values.delete(key);
      });
    return shared;
  }
}
