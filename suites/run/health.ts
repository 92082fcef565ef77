import { setTimeout as pause } from "node:timers/promises";
import { TransportError, type Version } from "../../client/index.ts";
import { endpointOf, isServerFailure } from "./endpoint.ts";
import type { RunStop } from "./run-stop.ts";
import { Trouble, type TroubleCode } from "./trouble.ts";

export interface HealthOptions {
  stop: Pick<RunStop, "stop" | "signal">;
  /** Asks a version for something simple. @returns whether it gave a usable answer */
  ask: (version: Version) => Promise<boolean>;
  /** Milliseconds on a clock that does not go back. */
  now?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Failures in a row of one version that make it suspect. */
const suspectAfter = 30;
/** Failures in a row after which a finding is not believed before the version was asked. */
const doubtAfter = 3;
/** How long, in milliseconds, without a usable answer makes it suspect too. */
const silentFor = 60_000;
/** As long may a version answer nothing but 429: other apps share an organisation's limits. */
const limitedFor = 180_000;
/** How often a suspect version is asked, and how long is waited between, before the run stops. */
const asked = { times: 3, everyMs: 5_000 };
/**
 * Requests that got no answer in time, or nothing but 429 for as long as was waited, over the whole
 * run: more cost more time than they tell.
 */
const mostGivenUp = 20;
/** Requests to an endpoint that were given up in a row, after which it is given a rest. */
const restAfter = 4;
/** How long, in milliseconds; then one request is let through again. */
const restFor = 60_000;

/** An answer, or why there is none. */
export type Came = { status: number; text: string } | TransportError;

/**
 * Why what came is not the answer of a SCIM service that works: a failure, a redirect, or a page in
 * place of JSON, as a proxy or a maintenance page gives it. Undefined where it is usable.
 */
export function unusable(came: Came): string | undefined {
  if (came instanceof TransportError) return came.message;
  const { status, text } = came;
  if (status === 429 || isServerFailure(status)) return `HTTP ${status}`;
  if (status >= 300 && status < 400 && status !== 304) return `HTTP ${status}, a redirect`;
  // Parsing each answer once more would cost more than it tells.
  if (status < 300 && text !== "" && !looksLikeObject(text)) {
    return `HTTP ${status} without SCIM's JSON`;
  }
  return undefined;
}

/** An endpoint whose latest requests were given up. */
interface Resting {
  count: number;
  until: number;
  /** Why the last of them was. */
  code: TroubleCode;
}

/** Why a request was given up after long waiting; undefined where it was not. */
function givenUpFor(came: Came): TroubleCode | undefined {
  if (came instanceof TransportError) return came.kind === "timeout" ? "timeout" : undefined;
  return came.status === 429 ? "rate-limited" : undefined;
}

function looksLikeObject(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith("{") && trimmed.endsWith("}");
}

/** The failures of a version since its last usable answer. */
interface Failures {
  failures: number;
  /** When the first of them came. */
  since: number;
  /** Whether all of them were 429. */
  limited: boolean;
  last: string;
}

const noFailures = (now: number): Failures => ({
  failures: 0,
  since: now,
  limited: true,
  last: "",
});

function isSuspect({ failures, since, limited }: Failures, now: number): boolean {
  // Each wait for a limit is as long as the target says: they are judged by time alone.
  if (limited) return now - since >= limitedFor;
  return failures >= suspectAfter || (failures > 1 && now - since >= silentFor);
}

/**
 * Watches what comes back, and stops the run where a target has stopped working: a run against a
 * target that is sick tells nothing, and one that waits for it for an hour is worse.
 */
export class Health {
  readonly #options: HealthOptions;
  readonly #now: () => number;
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly #versions = new Map<Version, Failures>();
  readonly #resting = new Map<string, Resting>();
  readonly #examined = new Map<Version, Promise<void>>();
  #givenUp = 0;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#wait =
      options.wait ??
      ((ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined) as Promise<void>);
  }

  /**
   * Lets a request pass, once it is known that the version works.
   * @throws Trouble when the run has stopped, or when the endpoint is known not to answer
   */
  async admit(version: Version, method: string, path: string): Promise<void> {
    await this.#examined.get(version);
    if (this.#options.stop.signal.aborted) throw new Trouble("aborted", "the run was stopped");
    const endpoint = endpointOf(version, method, path);
    const resting = this.#resting.get(endpoint);
    if (!resting || resting.count < restAfter) return;
    if (this.#now() < resting.until) {
      throw new Trouble(
        resting.code,
        `${endpoint} was not asked: the last ${resting.count} requests got no usable answer`,
      );
    }
    resting.until = this.#now() + restFor;
  }

  /** Takes what came of a request after its last attempt. */
  saw(version: Version, method: string, path: string, came: Came): void {
    const endpoint = endpointOf(version, method, path);
    const code = givenUpFor(came);
    if (code) this.#noteGivenUp(endpoint, code);
    else this.#resting.delete(endpoint);
    this.#count(version, came);
  }

  /** Takes an attempt that was answered 429 and is tried again. */
  sawLimited(version: Version): void {
    this.#count(version, { status: 429, text: "" });
  }

  #count(version: Version, came: Came): void {
    if (came instanceof TransportError && came.kind === "aborted") return;
    const why = unusable(came);
    if (why === undefined) {
      this.#versions.delete(version);
      return;
    }
    const now = this.#now();
    const record = this.#versions.get(version) ?? noFailures(now);
    record.failures += 1;
    record.limited &&= !(came instanceof TransportError) && came.status === 429;
    record.last = why;
    this.#versions.set(version, record);
    if (this.#givenUp >= mostGivenUp) {
      this.#options.stop.stop(
        `${this.#givenUp} requests got no answer in time, or nothing but HTTP 429`,
      );
    } else if (isSuspect(record, now)) this.#examine(version, record);
  }

  /**
   * Whether a finding can be believed: where a version's latest answers were all unusable, it is
   * asked first, and the run stops where it does not work.
   */
  async confirms(version: Version): Promise<boolean> {
    const record = this.#versions.get(version);
    if (record && record.failures >= doubtAfter) {
      this.#examine(version, record);
      await this.#examined.get(version);
    }
    return !this.#options.stop.signal.aborted;
  }

  #noteGivenUp(endpoint: string, code: TroubleCode): void {
    this.#givenUp += 1;
    const count = (this.#resting.get(endpoint)?.count ?? 0) + 1;
    this.#resting.set(endpoint, { count, until: this.#now() + restFor, code });
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
    const seconds = Math.round((this.#now() - since) / 1000);
    this.#options.stop.stop(
      `SCIM ${version} has given no usable answer for ${seconds} s: ${failures} failures in a row, the last one ${last}`,
    );
  }
}
