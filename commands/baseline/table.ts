import type { Baseline } from "../../schemas/index.ts";
import { isExpired } from "./match.ts";

/** An entry as a row of `baseline show`. */
export interface BaselineRow {
  state: "accepted" | "new" | "expired";
  id: string;
  /** Empty for a difference, and for a skip of both versions. */
  version: string;
  /** The last day; empty where there is none. */
  expires: string;
  owner: string;
  /** The reason, and where it is followed. */
  reason: string;
  /** What it covers. */
  saw: string;
}

/** Every entry of a baseline, in the order of the file: findings, differences, skips. */
export function baselineRows(baseline: Baseline, today: string): BaselineRow[] {
  const { known, differences = [], skips = [] } = baseline;
  return [
    ...known.map((entry) => rowOf(entry, today, entry.status, `${entry.verdict} ${entry.saw}`)),
    ...differences.map((entry) => {
      const { status, v1, v2, acceptance } = entry;
      return rowOf(entry, today, acceptance, `${status} 1.1: ${v1}; 2.0: ${v2}`);
    }),
    ...skips.map((entry) => rowOf(entry, today, entry.acceptance, `skip ${entry.because}`)),
  ];
}

interface Entry {
  id: string;
  version?: string;
  reason?: string;
  owner?: string;
  ticket?: string;
  expires?: string;
}

function rowOf(
  { id, version = "", reason = "", owner = "", ticket = "", expires }: Entry,
  today: string,
  status: "accepted" | "new" = "accepted",
  saw: string,
): BaselineRow {
  return {
    state: isExpired(expires === undefined ? {} : { expires }, today) ? "expired" : status,
    id,
    version,
    expires: expires ?? "",
    owner,
    reason: [reason, ticket].filter((text) => text !== "").join(" "),
    saw,
  };
}
