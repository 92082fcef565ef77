import type { Exchange } from "../../schemas/index.ts";
import { endpointOfExchange, isServerFailure } from "./endpoint.ts";

/** The result of a control request. */
export interface Control {
  /**
   * `works`: a valid request succeeds; `has-effect`: its response is a failure, but it takes
   * effect; `broken`: neither, so that nothing can be judged.
   */
  state: "works" | "has-effect" | "broken";
  /** The exchanges that show it. */
  exchanges: readonly string[];
}

/** Sends the control request of an endpoint. */
export type SendControl = (endpoint: string) => Promise<Control>;

export interface ControlsOptions {
  baseUrls: Readonly<Partial<Record<Exchange["version"], string>>>;
  send: SendControl;
  /** Milliseconds since the epoch, as in exchanges. */
  now?: () => number;
}

/** The maximum time between a request and its control, in milliseconds. */
const near = 30_000;

/**
 * Distinguishes a provider that fails on one request from one that fails on all: a 5xx response is
 * a finding only where a valid request to the same endpoint, sent within 30 seconds, gets a status
 * below 500. Requests that checks send anyway serve as controls; where there is none, one is sent.
 */
export class Controls {
  readonly #options: ControlsOptions;
  readonly #now: () => number;
  /** Per endpoint, the latest requests that succeeded: two resources at most. */
  readonly #succeeded = new Map<string, { at: number; url: string; id: string }[]>();
  readonly #sent = new Map<string, { at: number; control: Promise<Control> }>();

  constructor(options: ControlsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Records every exchange of the run: a success is the control of a failure. */
  saw(exchange: Exchange): void {
    const status = exchange.response?.status ?? 0;
    if (status < 200 || status >= 300) return;
    const endpoint = this.endpoint(exchange);
    const { url } = exchange.request;
    const others = (this.#succeeded.get(endpoint) ?? []).filter((one) => one.url !== url);
    const latest = { at: Date.parse(exchange.startedAt), url, id: exchange.id };
    this.#succeeded.set(endpoint, [latest, ...others.slice(0, 1)]);
  }

  /** The endpoints of exchanges that failed with 5xx. @returns one exchange for each */
  failures(exchanges: readonly Exchange[]): Exchange[] {
    const byEndpoint = new Map<string, Exchange>();
    for (const exchange of exchanges) {
      if (!isServerFailure(exchange.response?.status ?? 0)) continue;
      byEndpoint.set(this.endpoint(exchange), exchange);
    }
    return [...byEndpoint.values()];
  }

  /** Whether the endpoint of a failed exchange works for a valid request, sent at about that time. */
  of(failed: Exchange): Promise<Control> {
    const at = Date.parse(failed.startedAt);
    return this.#control(failed, (time) => Math.abs(time - at) <= near);
  }

  /** The same for a request sent since: a failure of all requests may have begun with that exchange. */
  after(failed: Exchange): Promise<Control> {
    const end = Date.parse(failed.startedAt) + failed.durationMs;
    return this.#control(failed, (time) => time > end);
  }

  /** @param isMeant whether a request counts that was sent at this time, in milliseconds since the epoch */
  async #control(failed: Exchange, isMeant: (time: number) => boolean): Promise<Control> {
    const endpoint = this.endpoint(failed);
    // Any other request will do for a list; for a single resource, another resource must be used.
    const mayBeSame = !endpoint.endsWith("{id}") || !/ (GET|DELETE) /.test(endpoint);
    const witness = this.#succeeded
      .get(endpoint)
      ?.find(({ at, url }) => isMeant(at) && (mayBeSame || url !== failed.request.url));
    if (witness) return { state: "works", exchanges: [witness.id] };
    const sent = this.#sent.get(endpoint);
    if (sent && isMeant(sent.at)) return sent.control;
    const control = this.#options
      .send(endpoint)
      .catch((): Control => ({ state: "broken", exchanges: [] }));
    this.#sent.set(endpoint, { at: this.#now(), control });
    return control;
  }

  /** The endpoint of an exchange: `2.0 POST /Users`. */
  endpoint(exchange: Exchange): string {
    return endpointOfExchange(exchange, this.#options.baseUrls[exchange.version] ?? "");
  }
}
