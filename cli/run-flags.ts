import { UsageError } from "../reports/exit.ts";
import type { Shard } from "../suites/run/shard.ts";
import type { CiFileFlags } from "./ci-files.ts";
import type { GitHubFlag } from "./github.ts";
import type { TargetFlags } from "./target.ts";

/** The flags of `run`. */
export interface RunFlags extends TargetFlags, CiFileFlags, GitHubFlag {
  area?: string[];
  requirement?: string[];
  canary?: true;
  seed?: number;
  shard?: Shard;
  strict?: boolean;
  out: string;
  json?: string;
  baseline?: string;
  baselineUpdate?: true;
  baselinePrune?: true;
  report: boolean;
  open?: true;
  failFast?: true;
  dryRun?: true;
  /** False where the configuration file says so. */
  quiet?: boolean;
  verbose?: true;
}

/** Whether the flags name a target; otherwise the embedded mock is tested. */
export function namesTarget({ target, v1, v2 }: TargetFlags): boolean {
  return target !== undefined || v1 !== undefined || v2 !== undefined;
}

/** @throws UsageError for flags that exclude each other */
export function rejectContradictions(flags: RunFlags): void {
  const { area, requirement, canary, shard, open, report, dryRun, quiet, verbose } = flags;
  if (quiet && verbose) throw new UsageError("--quiet contradicts --verbose: give one of them");
  const chosen = area ? "--area" : requirement ? "--requirement" : undefined;
  if (canary && chosen !== undefined) {
    throw new UsageError(`--canary contradicts ${chosen}: the canary has its own twelve rules`);
  }
  if (canary && shard) {
    throw new UsageError("--canary contradicts --shard: its twelve rules share one user");
  }
  if (!open) return;
  if (!report) throw new UsageError("--open contradicts --no-report: there is no page to open");
  if (dryRun) throw new UsageError("--open contradicts --dry-run: there is no page to open");
}

/** @throws UsageError for a canary of another server: its rules are Slack's */
export function rejectForeignCanary({ canary }: RunFlags, profile: string | undefined): void {
  if (!canary || profile !== "rfc") return;
  throw new UsageError("--canary contradicts profile rfc: its twelve rules are facts about Slack");
}
