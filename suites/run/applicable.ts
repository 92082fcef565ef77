import type { Clause, Requirement } from "../requirement.ts";
import type { RunConfig } from "./run-config.ts";
import { Skip } from "./stop.ts";

/**
 * Whether a requirement applies to a run, as far as that is known without a request.
 * @throws Skip that says why not
 */
export function needsToApply(
  { profile, writes }: Pick<RunConfig, "profile" | "writes">,
  { safety }: Pick<Requirement, "safety">,
  { id }: Pick<Clause, "id">,
): void {
  if (profile === "rfc" && id.startsWith("SLACK-")) {
    throw new Skip("not-applicable", "a fact about Slack, which applies in profile slack only");
  }
  if (safety !== "read" && !writes) {
    throw new Skip("read-only", "this check writes (--allow-writes), and the run is read-only");
  }
}

/** Why a read-only run does not probe a difference. */
export const probeWrites = () =>
  new Skip("read-only", "this probe writes (--allow-writes), and the run is read-only");

/** Why a read-only run does not compare the versions with generated values. */
export const comparisonWrites = () =>
  new Skip("read-only", "read-only run: this writes (--allow-writes)");
