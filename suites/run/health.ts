import { setTimeout as pause } from "node:timers/promises";
import { TransportError, type Version } from "../../client/index.ts";
import { endpointOf, isServerFailure } from "./endpoint.ts";
import type { RunStop } from "./run-stop.ts";
import { Trouble } from "./trouble.ts";

export interface HealthOptions {
  stop: Pick<RunStop, "stop" | "signal">;
  /** Sends a simple request to a version. @returns whether the response was usable */
  ask: (version: Version) => Promise<boolean>;
  /** Milliseconds on a monotonic clock. */
  now?: () => number;
  /** Milliseconds since the epoch. */
  date?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Failures in a row of one version that make it suspect. */
const suspectAfter = 30;
/** Failures in a row after which a finding needs a health check first. */
const doubtAfter = 3;
/**
 * The same for a finding that rests on a 5xx response: the first request that a dying target fails has
 * a control from just before.
 */
const doubtAfterServerError = 1;
/** Consecutive timeouts that make it suspect; few, since each takes long. */
const suspectAfterTimeouts = 3;
/** A version without a usable answer for this many milliseconds is suspect too. */
const silentFor = 60_000;
/**
 * How long, in milliseconds, a version may return only 429: other apps share an organisation's
 * limits.
 */
const limitedFor = 90_000;
/** How many health checks a suspect version gets, and at what interval, before the run stops. */
const asked = { times: 3, everyMs: 5_000 };
/** Timeouts over the whole run; more would cost too much time. */
const mostTimeouts = 8;
/** Consecutive requests without an answer after which an endpoint gets no requests for a while. */
const restAfter = 2;
/** How long, in milliseconds; then one request is sent again. */
const restFor = 300_000;

/** A response, or the error that replaced it. */
export type Received = { status: number; text: string } | TransportError;

/**
 * Why a response is not one of a working SCIM service: a failure, a redirect, a rejection of the
 * client (a token may be revoked during a run), or something other than SCIM's JSON, as a proxy, a
 * gateway or a maintenance page returns it. Undefined where the response is usable.
 */
export function unusable(received: Received): string | undefined {
  if (received instanceof TransportError) return received.message;
  const { status, text } = received;
  if (status === 429 || isServerFailure(status)) return `HTTP ${status}`;
  if (status >= 300 && status < 400 && status !== 304) return `HTTP ${status}, a redirect`;
  if (status === 401 || status === 403) return `HTTP ${status}`;
  if (status === 501) return undefined;
  const mayBeEmpty = status < 400 && status !== 200 && status !== 201;
  if (text === "" ? mayBeEmpty : looksLikeScim(text)) return undefined;
  return `HTTP ${status} without SCIM's JSON`;
}

/** Every SCIM response has at least one of these members, errors included. */
const scimMember =
  /"(?:schemas|id|Resources|totalResults|Operations|attributes|endpoint|patch|Errors|detail|scimType)"\s*:/i;

/** A pattern is enough: parsing each response a second time would be slow. */
function looksLikeScim(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith("{") && trimmed.endsWith("}") && scimMember.test(trimmed);
}

/** The failures of a version since its last usable answer. */
interface Failures {
  failures: number;
  /** When the first of them occurred. */
  since: number;
  /** Whether all of them were 429. */
  limited: boolean;
  /** How many of them were timeouts. */
  timeouts: number;
  last: string;
}

const noFailures = (now: number): Failures => ({
  failures: 0,
  since: now,
  limited: true,
  timeouts: 0,
  last: "",
});

function isSuspect(record: Failures, now: number): boolean {
  const { failures, since, limited, timeouts } = record;
  // The target itself says how long to wait for a limit, so only the time counts.
  if (limited) return now - since >= limitedFor;
  if (failures >= suspectAfter || timeouts >= suspectAfterTimeouts) return true;
  return failures > 1 && now - since >= silentFor;
}

/** An endpoint without its version: both versions share the limits of the organisation. */
const shared = (method: string, path: string) => endpointOf("", method, path);

/**
 * Watches responses, and stops the run when the target has stopped working: further results would
 * mean nothing, and the run would wait for timeouts for an hour.
 */
export class Health {
  readonly #options: HealthOptions;
  readonly #now: () => number;
  readonly #date: () => number;
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly #versions = new Map<Version, Failures>();
  readonly #silentEndpoints = new Map<string, { count: number; until: number }>();
  /** Until when no requests are sent to endpoints whose last attempt still got 429. */
  readonly #limitedEndpoints = new Map<string, number>();
  readonly #examined = new Map<Version, Promise<void>>();
  #timeouts = 0;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#date = options.date ?? Date.now;
    this.#wait =
      options.wait ??
      ((ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined) as Promise<void>);
  }

  /**
   * Waits until a suspect version is known to work, then lets the request pass.
   * @throws Trouble when the run has stopped, or when the endpoint is known not to answer
   */
  async admit(version: Version, method: string, path: string): Promise<void> {
    const examination = this.#examined.get(version);
    if (examination) await examination;
    if (this.#options.stop.signal.aborted) throw new Trouble("aborted", "the run was stopped");
    // Of a target that works: every request of a run comes here, twice.
    if (this.#limitedEndpoints.size === 0 && this.#silentEndpoints.size === 0) return;
    const endpoint = endpointOf(version, method, path);
    if (this.#now() < (this.#limitedEndpoints.get(shared(method, path)) ?? 0)) {
      throw new Trouble(
        "rate-limited",
        `${endpoint} was not requested: it still returned HTTP 429 after waiting`,
      );
    }
    const silent = this.#silentEndpoints.get(endpoint);
    if (!silent || silent.count < restAfter) return;
    if (this.#now() < silent.until) {
      throw new Trouble(
        "timeout",
        `${endpoint} was not requested: the last ${silent.count} requests got no response`,
      );
    }
    silent.until = this.#now() + restFor;
  }

  /** Records the final result of a request. */
  saw(version: Version, method: string, path: string, received: Received): void {
    if (!(received instanceof TransportError) && received.status === 429) {
      this.#limitedEndpoints.set(shared(method, path), this.#now() + restFor);
    }
    const isTimeout = received instanceof TransportError && received.kind === "timeout";
    if (isTimeout || this.#silentEndpoints.size > 0) {
      this.#noteSilence(endpointOf(version, method, path), isTimeout);
    }
    this.#count(version, received, isTimeout);
  }

  /** Records a 429 for one attempt of a request, which may be retried. */
  sawLimited(version: Version): void {
    this.#count(version, { status: 429, text: "" }, false);
  }

  #count(version: Version, received: Received, isTimeout: boolean): void {
    if (received instanceof TransportError && received.kind === "aborted") return;
    const why = unusable(received);
    if (why === undefined) {
      this.#versions.delete(version);
      return;
    }
    const now = this.#now();
    const record = this.#versions.get(version) ?? noFailures(now);
    record.failures += 1;
    record.limited &&= !(received instanceof TransportError) && received.status === 429;
    record.timeouts += isTimeout ? 1 : 0;
    record.last = why;
    this.#versions.set(version, record);
    if (this.#timeouts >= mostTimeouts) {
      this.#options.stop.stop(`${this.#timeouts} requests got no response in time`);
    } else if (isSuspect(record, now)) this.#examine(version, record);
  }

  /**
   * Whether a finding can be trusted: if a version's latest responses were all unusable, a health
   * check comes first, and the run stops if it fails.
   * @param restsOnServerError whether a 5xx response is among the evidence
   */
  async confirms(version: Version, restsOnServerError: boolean): Promise<boolean> {
    const record = this.#versions.get(version);
    const tolerated = restsOnServerError ? doubtAfterServerError : doubtAfter;
    if (record && record.failures >= tolerated) {
      this.#examine(version, record);
      await this.#examined.get(version);
    }
    return !this.#options.stop.signal.aborted;
  }

  #noteSilence(endpoint: string, isTimeout: boolean): void {
    if (!isTimeout) {
      this.#silentEndpoints.delete(endpoint);
      return;
    }
    this.#timeouts += 1;
    const count = (this.#silentEndpoints.get(endpoint)?.count ?? 0) + 1;
    this.#silentEndpoints.set(endpoint, { count, until: this.#now() + restFor });
  }

  /** Holds back all requests of a version until it is known whether it works. */
  #examine(version: Version, record: Failures): void {
    if (this.#examined.has(version)) return;
    const examination = this.#isBack(version).then((isBack) => {
      this.#examined.delete(version);
      if (isBack) this.#versions.delete(version);
      else this.#stop(version, record);
    });
    this.#examined.set(version, examination);
  }

  async #isBack(version: Version): Promise<boolean> {
    const { ask, stop } = this.#options;
    for (let time = 1; time <= asked.times && !stop.signal.aborted; time += 1) {
      if (await ask(version)) return true;
      if (time < asked.times) await this.#wait(asked.everyMs, stop.signal);
    }
    return false;
  }

  #stop(version: Version, { failures, since, last }: Failures): void {
    const ms = this.#now() - since;
    const from = new Date(this.#date() - ms).toISOString();
    this.#options.stop.stop(
      `SCIM ${version} has given no usable answer since ${from} (${Math.round(ms / 1000)} s): ${failures} failures in a row, the last one ${last}`,
    );
  }
}
