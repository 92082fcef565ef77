import type { Reason } from "../../schemas/index.ts";
import type {
  BothVersions,
  Differential,
  Disagreement,
} from "../differences/generated/differential.ts";
import { comparisonWrites } from "./applicable.ts";
import { currentCheck } from "./current-check.ts";
import { inTime } from "./deadline.ts";
import { describeAnswer } from "./fixtures.ts";
import type { RunContext } from "./run-context.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";
import { reasonOf, redacted, sawFailure, serverErrorIn, worksAfter } from "./unjudged.ts";

/** The result of one property of both versions. */
export interface DifferentialReport extends Pick<Differential, "id" | "title" | "area" | "topic"> {
  /** Absent when the versions agree, or were not compared. */
  disagreement?: Disagreement;
  /** Why the versions were not compared. */
  notProbed?: Reason;
  exchanges: string[];
}

/**
 * Compares the versions by one property. If the target fails, that is the reason why they were not
 * compared, never a disagreement.
 * @throws errors of the suite itself
 */
export async function differ(
  run: RunContext,
  differential: Differential,
): Promise<DifferentialReport> {
  return run.repeats.confirmed<DifferentialReport>({
    attempt: (isRepeat) => attempt(run, isRepeat, differential),
    isSuspicious: ({ disagreement, exchanges }) =>
      disagreement !== undefined && sawFailure(run, exchanges),
    isSame: (first, second) =>
      first.disagreement !== undefined && second.disagreement !== undefined,
    worksAfter: ({ exchanges }) => worksAfter(run, exchanges),
    excuse: ({ disagreement: _, ...report }, notProbed) => ({ ...report, notProbed }),
  });
}

async function attempt(
  run: RunContext,
  isRepeat: boolean,
  { id, title, area, topic, find }: Differential,
): Promise<DifferentialReport> {
  const report: DifferentialReport = { id, title, area, topic, exchanges: [] };
  try {
    if (!isRepeat) run.stop.throwIfStopped();
    await currentCheck.run(id, () =>
      run.log.collect(report.exchanges, async () => {
        const found = await inTime(run.config, async () => find(await bothVersions(run)));
        const sick = await serverErrorIn(run, report.exchanges);
        if (sick) report.notProbed = redacted(run, sick);
        else if (found) {
          for (const version of run.checks.keys()) {
            if (await run.health.confirms(version, sawFailure(run, report.exchanges))) continue;
            throw new Trouble("aborted", "the target stopped working while this was compared");
          }
          report.disagreement = run.redaction.json(found);
        }
      }),
    );
  } catch (error) {
    const reason = reasonOf(run, error);
    if (reason.code === "internal") throw error;
    report.notProbed = redacted(run, reason);
  }
  return report;
}

/**
 * The versions, where both are tested and serve the same organisation: then a user created through
 * one is found by the same id through the other (FACT-ID-07).
 * @throws Skip that says why they cannot be compared
 */
async function bothVersions(run: RunContext): Promise<BothVersions> {
  const v1 = run.checks.get("1.1");
  const v2 = run.checks.get("2.0");
  if (!v1 || !v2) throw new Skip("not-selected", "only one version is tested");
  if (!run.config.writes) throw comparisonWrites();
  await v1.once("whether the versions serve the same organisation", async () => {
    const { id, sent } = await v1.createdUser();
    const seen = await v2.users.get(id);
    if (seen.resource?.userName === sent.userName) return;
    const answer = seen.resource ? "another user" : describeAnswer(seen);
    throw new Skip(
      "not-applicable",
      `the versions do not serve the same organisation: user ${id}, created in 1.1, is ${answer} in 2.0`,
    );
  });
  return { v1, v2 };
}
