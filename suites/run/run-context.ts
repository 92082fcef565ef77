import { setTimeout as pause } from "node:timers/promises";
import {
  createTenantGate,
  type ExchangeSink,
  type Clock as GateClock,
  hiddenOfClient,
  Redaction,
  type ScimClientOptions,
  type TenantGate,
  type Version,
  versions,
} from "../../client/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { Budget } from "./budget.ts";
import { CheckContext } from "./check-context.ts";
import { ConformanceClient } from "./conformance-client.ts";
import { controlRequests } from "./control-requests.ts";
import { Controls } from "./controls.ts";
import { ExchangeLog } from "./exchange-log.ts";
import { Health, unusable } from "./health.ts";
import { Journal } from "./journal.ts";
import { OneUser } from "./one-user.ts";
import { OwnChanges } from "./own-changes.ts";
import { Ownership } from "./ownership.ts";
import type { Clock as WaitClock } from "./poll.ts";
import { Repeats } from "./repeats.ts";
import type { RunConfig } from "./run-config.ts";
import { RunStop } from "./run-stop.ts";
import { refuseTrouble } from "./trouble.ts";
import { UserStates } from "./user-states.ts";

/** What the checks of one run share. */
export interface RunContext {
  config: RunConfig;
  /** Removes secrets, and data of users that the run did not create, from messages and observations. */
  redaction: Redaction;
  log: ExchangeLog;
  /** One context for each version that is tested. */
  checks: ReadonlyMap<Version, CheckContext>;
  /** Stops the run. */
  stop: RunStop;
  /** Knows whether the target works. */
  health: Health;
  /** Decides whether a 5xx response can be judged. */
  controls: Controls;
  /** Repeats checks whose findings rest on a 5xx response. */
  repeats: Repeats;
  close(): Promise<void>;
}

/**
 * @param onRecorded called with each exchange of the checks, redacted
 * @param clocks of the rate limits, and of the waits for delayed effects; tests have their own
 */
export function createRunContext(
  config: RunConfig,
  onRecorded: (exchange: Exchange) => void = () => undefined,
  clocks: { limits?: GateClock; waits?: WaitClock } = {},
): RunContext {
  const stop = new RunStop();
  const log = new ExchangeLog(config.files.exchanges, (error) => stop.stop(error.message));
  // One gate for all: it learns from every exchange which data belong to the run and which do not.
  const redaction = redactionOf(config);
  const journal = new Journal(config.files.journal, redaction);
  const books = {
    journal,
    budget: new Budget(config),
    mark: config,
    ownership: new Ownership(journal, config),
    ownChanges: new OwnChanges(),
    ...(config.canary ? { oneUser: new OneUser() } : {}),
  };
  const { baseUrls } = config;
  // Health checks are sent at once, without retries, even while the requests of checks are held
  // back.
  const askers = createClients(config, {
    redaction,
    timeoutMs: 10_000,
    retry: { rateLimited: 0, serverErrors: 0 },
  });
  const health = new Health({
    stop,
    ask: (version) => isBack(askers.find((asker) => asker.version === version)),
  });
  const controls: Controls = new Controls({
    baseUrls,
    send: (endpoint) => sendControl(endpoint),
  });
  const onExchange: ExchangeSink = (exchange, line) => {
    log.add(exchange, line);
    controls.saw(exchange);
    onRecorded(exchange);
    // Repeated attempts are visible only here.
    if (exchange.response?.status === 429) health.sawLimited(exchange.version);
  };
  const clients = createClients(config, {
    ...(clocks.limits ? { clock: clocks.limits } : {}),
    onExchange,
    redaction,
    signal: stop.signal,
    health,
    ...(config.timeoutMs === undefined ? {} : { timeoutMs: config.timeoutMs }),
    ...(config.rateLimitedRetries === undefined
      ? {}
      : { retry: { ...patientRetry, rateLimited: config.rateLimitedRetries } }),
  });
  const states = new UserStates();
  const checks = new Map(
    clients.map((client) => [
      client.version,
      new CheckContext(client, config, log, books, states, clocks.waits),
    ]),
  );
  const sendControl = controlRequests(checks, log);
  return {
    config,
    redaction,
    log,
    checks,
    stop,
    health,
    controls,
    repeats: new Repeats(),
    close: async () => {
      await Promise.all([...clients, ...askers].map((client) => client.close()));
      log.close();
    },
  };
}

/** How long, in milliseconds, an answer may take, with the wait for the limits before it. */
const longestAsk = 15_000;

/** Whether a version gives a usable answer to the simplest request, within {@link longestAsk}. */
async function isBack(asker: ConformanceClient | undefined): Promise<boolean> {
  const late = new AbortController();
  try {
    const answer = await Promise.race([
      asker?.users.list({ count: 1 }),
      pause(longestAsk, undefined, { signal: late.signal }),
    ]);
    return answer !== undefined && answer.status < 400 && unusable(answer) === undefined;
  } catch {
    return false;
  } finally {
    late.abort();
  }
}

/** Hides the secrets of a run, and data of users that it did not create. */
export function redactionOf(
  config: Pick<RunConfig, "credentials" | "emailDomain" | "namePrefix"> & { runTag?: string },
): Redaction {
  return new Redaction({
    ...hiddenOfClient(config.credentials),
    ownEmailDomain: config.emailDomain,
    ownNamePrefix: `${config.namePrefix}${config.runTag ?? ""}`,
  });
}

/** How an organisation is reached. */
export type Reach = Pick<
  RunConfig,
  | "baseUrls"
  | "credentials"
  | "profile"
  | "rateLimits"
  | "limitShare"
  | "emailDomain"
  | "namePrefix"
  | "gate"
  | "shard"
  | "repeatAfterMs"
>;

/**
 * Another app may share the rate limits, so retries wait up to two minutes in all. An occasional
 * server error breaks no rule, so it is retried once.
 */
const patientRetry = { rateLimited: 30, serverErrors: 1 };

interface ClientOptions {
  onExchange?: ExchangeSink;
  /** Shared by all clients of a run: it learns which data belong to the run. */
  redaction?: Redaction;
  signal?: AbortSignal;
  /** Holds back requests while the target is in trouble, and records their results. */
  health?: Health;
  /** For one attempt, in milliseconds. */
  timeoutMs?: number;
  retry?: ScimClientOptions["retry"];
  clock?: GateClock;
}

/** A client for each tested version; they share the limits of the organisation. */
export function createClients(
  config: Reach,
  {
    onExchange,
    redaction = redactionOf(config),
    signal,
    health,
    timeoutMs,
    retry,
    clock,
  }: ClientOptions = {},
): ConformanceClient[] {
  const { gate: state, limitShare: share, shard, repeatAfterMs } = config;
  const gate = createTenantGate(config.rateLimits, {
    share,
    ...(state === undefined ? {} : { state }),
    ...(clock === undefined ? {} : { clock }),
  });
  return versions.flatMap((version) => {
    const baseUrl = config.baseUrls[version];
    if (baseUrl === undefined) return [];
    return new ConformanceClient({
      version,
      baseUrl,
      credentials: config.credentials,
      profile: config.profile,
      gate: health ? admittedBy(health, version, gate) : gate,
      redaction,
      retry: {
        ...(retry ?? patientRetry),
        ...(repeatAfterMs === undefined ? {} : { pauseMs: repeatAfterMs }),
      },
      headers: { "user-agent": "slack-scim-conformance" },
      ...(onExchange ? { onExchange } : {}),
      // No two shards give the same number.
      ...(shard ? { exchangeNumbers: { first: shard.index, step: shard.count } } : {}),
      ...(health ? { watch: watchedBy(health, version) } : {}),
      ...(signal ? { signal } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  });
}

/** A tenant gate that also waits while the health of the target is checked. */
function admittedBy(health: Health, version: Version, gate: TenantGate): TenantGate {
  return {
    enter: async (request) => {
      const { method, path } = request;
      await health.admit(version, method, path);
      const pass = await gate.enter(request);
      // While it waited for other writes to the same resource, the target may have stopped working.
      try {
        await health.admit(version, method, path);
      } catch (error) {
        pass.leave();
        throw error;
      }
      return pass;
    },
    sent: () => gate.sent(),
    isPaced: () => gate.isPaced(),
  };
}

function watchedBy(health: Health, version: Version): NonNullable<ScimClientOptions["watch"]> {
  return ({ method, path }, received) => {
    health.saw(version, method, path, received);
    refuseTrouble(`${method} ${path}`, received);
  };
}
