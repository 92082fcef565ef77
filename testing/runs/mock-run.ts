import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Profile, Version } from "../../client/index.ts";
import type { Clock } from "../../suites/run/poll.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { createRunContext, type RunContext } from "../../suites/run/run-context.ts";
import type { IdleClock } from "../idle-clock.ts";

/** The target of a test's run: the base URL of one version or of both. */
export type BaseUrls = Partial<Record<Version, string>>;

/** Both versions of a mock. */
export function bothVersions(url: string): BaseUrls {
  return { "1.1": `${url}/scim/v1`, "2.0": `${url}/scim/v2` };
}

let runs = 0;

/**
 * Opens a run against a server of a test, without vitest and without a command: for tests of the
 * checks themselves. The files that it writes are removed when it ends.
 */
export async function withRun<T>(
  baseUrls: BaseUrls,
  { clock, ...options }: Partial<RunConfig> & { profile?: Profile; clock?: Clock },
  use: (run: RunContext) => Promise<T>,
  limits?: IdleClock,
): Promise<T> {
  runs += 1;
  const folder = mkdtempSync(join(tmpdir(), "scim-run-"));
  const config: RunConfig = {
    profile: "slack",
    seed: 1,
    cases: 10,
    baseUrls,
    credentials: "xoxp-mock-admin",
    writes: true,
    namePrefix: "scimct-",
    // Unique over the processes of a test run that may share one server.
    runTag: `${process.pid.toString(36)}${runs.toString(36)}`.slice(-5),
    emailDomain: "scim-conformance.example",
    maxUsers: 500,
    maxGroups: 200,
    rateLimits: "off",
    patienceMs: 1000,
    files: { exchanges: join(folder, "exchanges.jsonl"), journal: join(folder, "journal.jsonl") },
    strict: false,
    ...options,
  };
  const run = createRunContext(config, () => limits?.ended(), {
    ...(limits ? { limits } : {}),
    ...(clock ? { waits: clock } : {}),
  });
  try {
    return await use(run);
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
