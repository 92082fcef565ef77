import type { BothVersions, Differential, Disagreement } from "../differential/differential.ts";
import { said } from "./fixtures.ts";
import type { RunContext } from "./run-context.ts";
import { Skip } from "./stop.ts";

/** What came of one property of both versions. */
export interface DifferentialReport extends Pick<Differential, "id" | "title" | "area"> {
  /** Absent when the versions agree, or were not compared. */
  disagreement?: Disagreement;
  /** Why the versions were not compared. */
  notProbed?: string;
  exchanges: string[];
}

/**
 * Compares the versions by one property.
 * @throws what broke, unless it only says that the versions cannot be compared
 */
export async function differ(
  run: RunContext,
  { id, title, area, find }: Differential,
): Promise<DifferentialReport> {
  const report: DifferentialReport = { id, title, area, exchanges: [] };
  try {
    const found = await run.log.collect(report.exchanges, async () =>
      find(await bothVersions(run)),
    );
    if (found) report.disagreement = run.redaction.json(found);
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    report.notProbed = run.redaction.text(error.message);
  }
  return report;
}

/**
 * The versions, when both are tested and serve one organisation: then a user that was created
 * through one is found by the same id through the other (facts §3.2).
 * @throws Skip that says why they cannot be compared
 */
async function bothVersions(run: RunContext): Promise<BothVersions> {
  const v1 = run.checks.get("1.1");
  const v2 = run.checks.get("2.0");
  if (!v1 || !v2) throw new Skip("only one version is tested");
  if (!run.config.writes) throw new Skip("read-only run: this writes (--allow-writes)");
  await v1.once("whether the versions serve one organisation", async () => {
    const { id, sent } = await v1.createdUser();
    const seen = await v2.users.read(id);
    if (seen.resource?.userName === sent.userName) return;
    const answer = seen.resource ? "another user" : said(seen);
    throw new Skip(
      `the versions do not serve one organisation: user ${id}, created in 1.1, is ${answer} in 2.0`,
    );
  });
  return { v1, v2 };
}
