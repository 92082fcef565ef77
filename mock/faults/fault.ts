import type { Area } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import type { FaultHooks } from "../call.ts";

/** The areas of the requirements, and what no requirement is about. */
export type FaultArea = Area | "limits" | "transport";

/** The entry of a fault in `--list-faults`. */
export interface FaultInfo {
  /** In kebab-case; never changes. */
  readonly name: string;
  readonly area: FaultArea;
  /** The versions that show the fault. */
  readonly versions: readonly Version[];
  /**
   * Ids of what it breaks in each version: requirements of the specifications, `SLACK-…` of Slack's
   * own facts, entries of the catalogue of differences (`DIFF-…`, `SAME-…`), or the fact of a
   * guess that it contradicts (`INF FACT-PATCH-98`). `testing/kill` checks that each of these requirements
   * fails when the fault is planted.
   */
  readonly breaks: Readonly<Record<Version, readonly string[]>>;
  readonly summary: string;
}

/** A named defect that can be planted. Faults are independent and can be combined. */
export interface Fault extends FaultInfo {
  readonly hooks: FaultHooks;
}
