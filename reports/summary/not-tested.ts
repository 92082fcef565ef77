import type { CheckResult, ReasonCode } from "../../schemas/index.ts";

/** Why checks gave no verdict, with how many of them. */
interface Reason {
  count: number;
  text: string;
}

const notOffered = "would have tested optional features that this server does not offer";
const sick = "ended with an error: the target or the network failed";

/** The codes in plain English, as the end of a sentence that begins with "N checks". */
const texts: Readonly<Record<ReasonCode, string>> = {
  "not-offered": notOffered,
  optional: notOffered,
  "not-applicable": "did not apply to this server",
  "read-only": "would have written, but this run was read-only",
  budget: "would have created more users or groups than this run may create",
  "blocked-by": "depended on something that had failed",
  "not-selected": "needed a version or a rule that was not selected",
  "other-traffic": "could not be judged: other clients changed the organisation meanwhile",
  stopped: "had not started when the run was stopped",
  "rate-limited": "ended with an error: the target kept returning 429",
  "server-error": "ended with an error: the target returned 5xx for valid requests",
  timeout: sick,
  connection: sick,
  aborted: "ended early: the run was stopped",
  internal: "ended with an error: this tool failed",
  "not-known": "gave a warning that rests on an assumption",
};
/** Results of version 0.1.0 have no codes. */
const unknown = "gave no verdict; the results do not say why";

/** The checks without a verdict, grouped by reason, the largest group first. */
export function notTested(checks: readonly CheckResult[]): Reason[] {
  const counts = new Map<string, number>();
  const missing = new Set<string>();
  for (const { verdict, reason } of checks) {
    if (verdict !== "skip" && verdict !== "error") continue;
    const text = reason ? texts[reason.code] : unknown;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (reason?.feature !== undefined) missing.add(reason.feature);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([text, count]) => ({
      count,
      text: text === notOffered && missing.size > 0 ? `${text} (${list(missing)})` : text,
    }));
}

const list = (names: Iterable<string>) => [...names].sort().join(", ");
