import { UsageError } from "../reports/exit.ts";
import type { TargetFlags } from "./target.ts";

/** The flags of `run`. */
export interface RunFlags extends TargetFlags {
  area?: string[];
  requirement?: string[];
  seed?: number;
  strict?: boolean;
  out: string;
  json?: string;
  report: boolean;
  open?: true;
  failFast?: true;
  dryRun?: true;
  /** False where the configuration file says so. */
  quiet?: boolean;
  verbose?: true;
}

/** @throws UsageError for flags that exclude each other */
export function rejectContradictions({ open, report, dryRun, quiet, verbose }: RunFlags): void {
  if (quiet && verbose) throw new UsageError("--quiet contradicts --verbose: give one of them");
  if (!open) return;
  if (!report) throw new UsageError("--open contradicts --no-report: there is no page to open");
  if (dryRun) throw new UsageError("--open contradicts --dry-run: there is no page to open");
}
