import type { Outcome } from "../../client/index.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import { blocked } from "./stop.ts";

/** After as many successful creates without an id, no more are sent. */
const most = 3;

/**
 * Keeps a run from creating a resource for each check where creates succeed without an id, so that no
 * check can use it: each would stay in the organisation until clean-up has found it by its name.
 */
export class CreatesWithoutId {
  readonly #what: string;
  readonly #log: Pick<ExchangeLog, "cite">;
  readonly #exchanges: string[] = [];
  #hasId = false;

  /** @param what is created: a user or a group */
  constructor(what: string, log: Pick<ExchangeLog, "cite">) {
    this.#what = what;
    this.#log = log;
  }

  /** @throws Skip where another create would be in vain */
  mayCreate(): void {
    if (this.#hasId || this.#exchanges.length < most) return;
    this.#log.cite(this.#exchanges.slice(0, most));
    throw blocked(`creates of ${this.#what} return no id`);
  }

  /** Learns from the response to a create; the page of a gateway is not one. */
  saw(
    {
      status,
      text,
      json,
      exchangeId,
    }: Pick<Outcome<unknown>, "status" | "text" | "json" | "exchangeId">,
    id: string | undefined,
  ): void {
    if (id !== undefined) this.#hasId = true;
    else if (status < 300 && (text === "" || json !== undefined)) this.#exchanges.push(exchangeId);
  }
}
