import type { CheckResult, ReasonCode } from "../../schemas/index.ts";

/** Why checks gave no verdict, with how many of them. */
interface Reason {
  count: number;
  text: string;
}

const notOffered = "would have tested what the standard leaves open and this server does not offer";
const sick = "could not be carried out: the target or the network was in trouble";

/** The codes in plain words, as the end of a sentence that begins with "N checks". */
const texts: Readonly<Record<ReasonCode, string>> = {
  "not-offered": notOffered,
  optional: notOffered,
  "not-applicable": "did not apply to this server",
  "read-only": "would have written, and this run was only allowed to read",
  budget: "would have created more users or groups than this run may create",
  "blocked-by": "needed something that had failed before",
  "not-selected": "needed a version or a rule that was not selected",
  "other-traffic": "needed a quiet organisation, and others changed it meanwhile",
  stopped: "had not begun when the run was stopped",
  "rate-limited": "could not be carried out: the target kept answering that it is busy (429)",
  "server-error": "could not be carried out: the target answered valid requests with 5xx",
  timeout: sick,
  connection: sick,
  aborted: "were cut off when the run was stopped",
  internal: "could not be carried out: this tool failed",
  "not-known": "gave a warning that rests on a guess",
};
/** Results of version 0.1.0 hold no codes. */
const unknown = "gave no verdict, for a reason that the results do not hold";

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
