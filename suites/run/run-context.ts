import {
  createTenantGate,
  type ExchangeSink,
  hiddenOf,
  Redaction,
  ScimClient,
  type Version,
  versions,
} from "../../client/index.ts";
import { CheckContext } from "./check-context.ts";
import { ExchangeLog } from "./exchange-log.ts";
import { Journal } from "./journal.ts";
import type { RunConfig } from "./run-config.ts";
import { Budget } from "./writer.ts";

/** What the checks of one run share. */
export interface RunContext {
  config: RunConfig;
  /** Takes secrets and mail addresses of real people out of what is said of a target. */
  redaction: Redaction;
  log: ExchangeLog;
  /** One context for each version that is tested. */
  checks: ReadonlyMap<Version, CheckContext>;
  close(): Promise<void>;
}

export function createRunContext(config: RunConfig): RunContext {
  const log = new ExchangeLog(config.files.exchanges);
  // One gate for all: it learns from every exchange what is the run's own, and what is a stranger's.
  const redaction = redactionOf(config);
  const journal = new Journal(config.files.journal, redaction);
  const budget = new Budget(config);
  const clients = createClients(config, log.add, undefined, redaction);
  return {
    config,
    redaction,
    log,
    checks: new Map(
      clients.map((client) => [
        client.version,
        new CheckContext(client, config, log, journal, budget),
      ]),
    ),
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
      log.close();
    },
  };
}

/** What hides the secrets of a run, and data of people that it did not create. */
export function redactionOf(
  config: Pick<RunConfig, "token" | "emailDomain" | "namePrefix"> & { runTag?: string },
): Redaction {
  return new Redaction({
    ...hiddenOf(config.token),
    ownEmailDomain: config.emailDomain,
    ownNamePrefix: `${config.namePrefix}${config.runTag ?? ""}`,
  });
}

/** How an organisation is reached. */
export type Reach = Pick<
  RunConfig,
  "baseUrls" | "token" | "profile" | "rateLimits" | "emailDomain" | "namePrefix"
>;

/** A client for each version that is tested; they share what the organisation allows. */
export function createClients(
  config: Reach,
  onExchange?: ExchangeSink,
  signal?: AbortSignal,
  redaction: Redaction = redactionOf(config),
): ScimClient[] {
  const gate = createTenantGate(config.rateLimits);
  return versions.flatMap((version) => {
    const baseUrl = config.baseUrls[version];
    if (baseUrl === undefined) return [];
    return new ScimClient({
      version,
      baseUrl,
      token: config.token,
      profile: config.profile,
      gate,
      redaction,
      headers: { "user-agent": "slack-scim-conformance" },
      ...(onExchange ? { onExchange } : {}),
      ...(signal ? { signal } : {}),
    });
  });
}
