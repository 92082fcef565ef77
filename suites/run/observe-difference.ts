import type { ProbedDifference } from "../differences/difference.ts";
import type { ProbeResult } from "../differences/probe-result.ts";
import { mismatches } from "../expectation.ts";
import { probeWrites } from "./applicable.ts";
import type { CheckContext } from "./check-context.ts";
import { currentCheck } from "./current-check.ts";
import { inTime } from "./deadline.ts";
import type { RunContext } from "./run-context.ts";
import { reasonOf, redacted, sawFailure, serverErrorIn, worksAfter } from "./unjudged.ts";

/**
 * Carries out the probe of one difference in one version. Never throws. A mismatch that rests on a
 * 5xx response is probed again, as a finding of a check is.
 */
export function observeDifference(
  run: RunContext,
  ...probe: [ProbedDifference, CheckContext]
): Promise<ProbeResult> {
  return run.repeats.confirmed<ProbeResult>({
    attempt: (isRepeat) => attempt(run, isRepeat, ...probe),
    isSuspicious: (one) => one.mismatches.length > 0 && sawFailure(run, one.exchanges),
    isSame: (first, second) =>
      [first, second].every(({ exchanges }) => sawFailure(run, exchanges)) &&
      first.mismatches.join() === second.mismatches.join(),
    worksAfter: ({ exchanges }) => worksAfter(run, exchanges),
    excuse: ({ observation: _, ...report }, notProbed) => ({
      ...report,
      mismatches: [],
      notProbed,
    }),
  });
}

async function attempt(
  run: RunContext,
  isRepeat: boolean,
  { id, safety, expect, observe }: ProbedDifference,
  context: CheckContext,
): Promise<ProbeResult> {
  const { version } = context;
  const exchanges: string[] = [];
  const report: ProbeResult = { id, version, mismatches: [], exchanges };
  const other = run.checks.get(version === "1.1" ? "2.0" : "1.1");
  try {
    if (!isRepeat) run.stop.throwIfStopped();
    if (safety !== "read" && !run.config.writes) throw probeWrites();
    await currentCheck.run(id, () =>
      run.log.collect(exchanges, async () => {
        const seen = await inTime(run.config, () => observe(context, other));
        const captions = run.log.captionsOf(exchanges);
        if (Object.keys(captions).length > 0) report.captions = run.redaction.json(captions);
        const sick = await serverErrorIn(run, report.exchanges);
        if (sick) report.notProbed = redacted(run, sick);
        else report.observation = run.redaction.json(seen);
      }),
    );
    if (!report.observation) return report;
    const found = mismatches(report.observation, expect[version]);
    if (
      found.length === 0 ||
      (await run.health.confirms(version, sawFailure(run, report.exchanges)))
    ) {
      return { ...report, mismatches: found };
    }
    const { observation: _, ...unprobed } = report;
    const text = "the target stopped working while this was probed";
    return { ...unprobed, notProbed: { code: "aborted", text } };
  } catch (error) {
    report.notProbed = redacted(run, reasonOf(run, error));
  }
  return report;
}
