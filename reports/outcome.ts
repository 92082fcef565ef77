import type { CheckResult, Reason, Results } from "../schemas/index.ts";
import { countFindings } from "./results.ts";

/** How a run ended: its exit code, and a sentence that says why. */
export interface Outcome {
  /** 0: no finding; 1: findings; 3: the target could not be tested (contract on exit codes, §1). */
  exitCode: 0 | 1 | 3;
  /** Why, where findings do not explain it. */
  why?: string;
}

/** Skips that are no problem: the server does not have to offer what was selected. */
const harmless: readonly Reason["code"][] = ["not-offered", "not-applicable", "optional"];

/**
 * How a run ended, in the order of the contract: stopped, or nothing judged (3); findings (1);
 * no findings, but checks with an error (3); else 0.
 *
 * @param attempted how many creates of users were sent; when none of them succeeded, nothing that
 *   needs a user was tested
 * @param atFinding whether a finding stopped the run on purpose (`--fail-fast`)
 */
export function outcomeOf(
  results: Pick<
    Results,
    | "checks"
    | "differences"
    | "strict"
    | "stopped"
    | "created"
    | "leftBehind"
    | "summary"
    | "shard"
    | "baseline"
  >,
  attempted: number,
  atFinding = false,
): Outcome {
  const { checks, differences, stopped, leftBehind, summary, shard, strict, baseline } = results;
  if (stopped) {
    const done = checks.filter(({ reason }) => reason?.code !== "stopped").length;
    const share = `${done} of ${checks.length} checks ran`;
    if (atFinding) return { exitCode: 1, why: `stopped: ${stopped.why}; ${share}` };
    return { exitCode: 3, why: `the run was stopped: ${stopped.why}; ${share}` };
  }
  const probed = differences.some(({ status }) => status !== "not-probed");
  if (!checks.some(isJudged) && !probed) {
    if (shard && checks.length === 0) return { exitCode: 0, why: "this shard is empty" };
    if (!checks.every(isHarmless)) return { exitCode: 3, why: nothingJudged(checks) };
    const left = remaining(leftBehind.length);
    if (left) return { exitCode: 1, why: left };
    if (countFindings(results) > 0) return { exitCode: 1 };
    return { exitCode: 0, why: "nothing was judged: the target does not offer what was selected" };
  }
  if (isWithoutUsers(results, attempted)) {
    return {
      exitCode: 3,
      why: `none of ${attempted} attempts to create a user succeeded, so most rules were not tested`,
    };
  }
  if (countFindings(results) > 0) return { exitCode: 1 };
  const gone = strict ? (baseline?.gone.length ?? 0) : 0;
  if (gone > 0) {
    const noun = gone === 1 ? "entry of the baseline is" : "entries of the baseline are";
    return { exitCode: 1, why: `${gone} ${noun} gone: --baseline-prune removes what is gone` };
  }
  const left = remaining(leftBehind.length);
  if (summary.error > 0) {
    const noun = summary.error === 1 ? "check" : "checks";
    const why = `${summary.error} ${noun} ended with an error; see the results`;
    return { exitCode: 3, why: left ? `${why}; ${left}` : why };
  }
  if (left) return { exitCode: 1, why: left };
  return { exitCode: 0 };
}

/**
 * Whether a run judged what it was asked to, so that its results may become a baseline: it was not
 * stopped, it judged something, and a create of a user succeeded if one was sent.
 */
export function wasTested(
  results: Pick<Results, "checks" | "differences" | "stopped" | "created">,
  attempted: number,
): boolean {
  const { checks, differences, stopped } = results;
  const probed = differences.some(({ status }) => status !== "not-probed");
  const isSomeJudged = checks.some(isJudged) || probed;
  return stopped === null && isSomeJudged && !isWithoutUsers(results, attempted);
}

/** Creates that must be rejected do not count: if there was no other, nothing is missing. */
function isWithoutUsers(
  { checks, created }: Pick<Results, "checks" | "created">,
  attempted: number,
): boolean {
  return attempted > 0 && created.users === 0 && checks.some(isMissing);
}

function isJudged({ verdict }: CheckResult): boolean {
  return verdict !== "skip" && verdict !== "error";
}

/** Whether a check may have needed a user that does not exist. */
function isMissing({ verdict, reason }: CheckResult): boolean {
  return verdict === "error" || reason?.code === "blocked-by";
}

function isHarmless({ verdict, reason }: CheckResult): boolean {
  return verdict === "skip" && reason !== undefined && harmless.includes(reason.code);
}

function remaining(count: number): string | undefined {
  if (count === 0) return undefined;
  const what = count === 1 ? "created resource is" : "created resources are";
  return `${count} ${what} left or could not be verified as removed`;
}

/** Why nothing was judged: the most frequent reason. */
function nothingJudged(checks: readonly CheckResult[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of checks) {
    const text = reason === undefined ? "unknown reason" : `${reason.code}: ${reason.text}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most ? `nothing was judged; ${most[1]} checks: ${most[0]}` : "nothing was selected";
}
