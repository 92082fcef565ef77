import type { Command } from "commander";
import {
  createTenantGate,
  hiddenOf,
  Redaction,
  ScimClient,
  type Version,
} from "../client/index.ts";
import { CompareSession } from "../commands/compare/session.ts";
import {
  type CompareState,
  compareFiles,
  interruptedAt,
  newState,
  readState,
} from "../commands/compare/state.ts";
import { resultOf, summaryOf, writeResult } from "../commands/compare/summary.ts";
import { fingerprintKey, keyCheck } from "../reports/compare/fingerprint.ts";
import { exitCode, UsageError } from "../reports/exit.ts";
import type { Output } from "../reports/output/open-output.ts";
import { jsonOfThisTool } from "../reports/output/output-file.ts";
import { print, printThrough } from "./console.ts";
import { claimOutput } from "./output.ts";
import { preflight } from "./preflight.ts";
import { type Progress, startProgress } from "./progress.ts";
import { Signals } from "./signals.ts";
import { type ResolvedTarget, resolveTarget } from "./target.ts";
import { toolVersion } from "./version.ts";

interface CompareFlags {
  target?: string;
  v1?: string;
  v2?: string;
  tokenEnv?: string;
  out: string;
  json?: string;
  resume?: true;
  showValues?: true;
}

export function addCompareCommand(program: Command): Command {
  return program
    .command("compare")
    .description("read every user and group through both versions, and report where they differ")
    .option("--target <file>", "target file (JSON) with the URLs of both versions")
    .option("--v1 <url>", "base URL of version 1.1, such as https://api.slack.com/scim/v1")
    .option("--v2 <url>", "base URL of version 2.0")
    .option(
      "--token-env <name>",
      "environment variable that holds the token (default: SLACK_SCIM_TOKEN)",
    )
    .option("--out <dir>", "output folder", "scim-compare")
    .option("--json <file>", "also write the counts to this file")
    .option("--resume", "continue an interrupted comparison")
    .option("--show-values", "write the values of each version, not only ids")
    .action(compare);
}

async function compare(flags: CompareFlags): Promise<void> {
  const target = resolveTarget(flags, process.env);
  const baseUrls = bothUrls(target);
  if (!target || !baseUrls) {
    throw new UsageError("compare needs both versions: --target FILE, or --v1 URL and --v2 URL");
  }
  const gate = gateOf(target, flags);
  printThrough(gate);
  const progress = startProgress(process.stderr);
  const { json, out } = flags;
  // Decided before the first request.
  const output = claimOutput({
    command: "compare",
    directory: out,
    files:
      json === undefined ? [] : [{ flag: "--json", path: json, kind: jsonOfThisTool("counts") }],
    say: progress.note,
  });
  try {
    await compareInto(output, progress, flags, target, baseUrls, gate);
  } finally {
    progress.stop();
    output.release();
  }
}

async function compareInto(
  output: Output,
  progress: Progress,
  flags: CompareFlags,
  target: ResolvedTarget,
  baseUrls: Record<Version, string>,
  gate: Redaction,
): Promise<void> {
  const key = fingerprintKey(hiddenOf(target.credentials).secrets.join(" "));
  const files = compareFiles(output.directory);
  const belongsTo = { baseUrls, keyCheck: keyCheck(key), showValues: flags.showValues === true };
  const state = flags.resume ? readState(files.state, belongsTo) : newState(belongsTo);

  const signals = new Signals();
  const clients = createClients(target, baseUrls, state, signals.stopped);
  const asking = createClients(target, baseUrls, state, signals.stopped, 0);
  try {
    const { stopped: signal } = signals;
    const { profile } = target;
    await preflight(Object.values(asking), { profile, onWait: progress.note, signal });
    if (!flags.resume) {
      const read = interruptedAt(files.state);
      if (read !== undefined) progress.note(startsAgain(read));
      output.clear();
    }
    const session = new CompareSession({ clients, state, files, key, progress, gate });
    await session.run();
  } finally {
    signals.close();
    const all = [...Object.values(clients), ...Object.values(asking)];
    await Promise.all(all.map((client) => client.close()));
  }

  progress.stop();
  const result = resultOf({ target: target.name, toolVersion: toolVersion() }, state);
  output.writeFile("--json", writeResult(result, files, gate));
  print(summaryOf(result, files));
  process.exitCode = result.disagreements > 0 ? exitCode.findings : exitCode.noFinding;
}

/** For a reader who forgot the flag, or whose comparison was killed. @param read users and groups */
function startsAgain(read: number): string {
  return `starting again: an interrupted comparison had read ${read.toLocaleString("en")} users and groups; --resume continues one`;
}

/** With `--show-values` personal data may be written; secrets never. */
function gateOf(target: ResolvedTarget, { showValues }: CompareFlags): Redaction {
  const { emailDomain: ownEmailDomain, namePrefix: ownNamePrefix } = target;
  return new Redaction({
    ...hiddenOf(target.credentials),
    ownEmailDomain,
    ownNamePrefix,
    showStrangers: showValues === true,
  });
}

function bothUrls(target: ResolvedTarget | undefined): Record<Version, string> | undefined {
  const v1 = target?.baseUrls["1.1"];
  const v2 = target?.baseUrls["2.0"];
  return v1 === undefined || v2 === undefined ? undefined : { "1.1": v1, "2.0": v2 };
}

/** Clients that record nothing, retry often and share the organisation's rate limits. */
function createClients(
  target: ResolvedTarget,
  baseUrls: Record<Version, string>,
  state: CompareState,
  signal: AbortSignal,
  rateLimited = 20,
): Record<Version, ScimClient> {
  const gate = createTenantGate(target.rateLimits);
  const client = (version: Version) =>
    new ScimClient({
      version,
      baseUrl: baseUrls[version],
      credentials: target.credentials,
      profile: target.profile,
      gate,
      connections: 2,
      timeoutMs: 60_000,
      retry: { connectionErrors: 4, rateLimited, serverErrors: 4 },
      headers: { "user-agent": "slack-scim-conformance" },
      // Called once for each attempt.
      logger: () => {
        state.requests += 1;
      },
      signal,
    });
  return { "1.1": client("1.1"), "2.0": client("2.0") };
}
