import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redaction } from "../../client/index.ts";
import { compareWithBaseline } from "../../commands/baseline/match.ts";
import { neutralOf } from "../../commands/baseline/neutral.ts";
import { emptyBaseline, prunedBaseline, updatedBaseline } from "../../commands/baseline/update.ts";
import { baselineText } from "../../commands/baseline/write.ts";
import { ctrfOf } from "../../reports/ci/ctrf.ts";
import { jobSummary } from "../../reports/ci/job-summary.ts";
import { junitOf } from "../../reports/ci/junit.ts";
import { readCatalogue, readCreated, readResults, runFiles } from "../../reports/run-directory.ts";
import { sinceLastRun } from "../../reports/since/since-last-run.ts";
import { previousRecord, rememberVerdicts } from "../../reports/since/verdict-record.ts";
import { writePages } from "../../reports/write-pages.ts";
import { writeText } from "../../reports/write-text.ts";
import type { Baseline, CheckResult, Results } from "../../schemas/index.ts";
import { ownFile } from "../../schemas/own-file.ts";
import { idsOfSuite, rulesOfSuite } from "../baseline/suite-ids.ts";

/**
 * A year of nightly runs in one folder: the results of one real run against the embedded
 * organisation, with faults that come and go, and a baseline that each night updates and prunes. What
 * a night costs, and what the folder and the baseline weigh, must not grow with the number of nights. In ratios to the first night, since only these can be compared
 * between machines.
 */
const nights = 365;
const looks = [1, 30, 365];
const repeats = 5;
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const main = fileURLToPath(ownFile("cli/main.js"));
const gate = new Redaction({ secrets: [] });
const redact = (text: string) => gate.written(text);

const words = [main, "run", "--seed", "7", "--no-report", "--out", folder];
const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
if (status !== 0) throw new Error(`run ended with ${status}`);
const real = readResults(folder);
const catalogue = readCatalogue(folder);
const files = runFiles(folder);
const bytesOf = (path: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" }).reduce(
    (sum, name) => sum + statSync(join(path, name)).size,
    0,
  );

/** The first night has no history, not even that of the real run. */
rmSync(files.history, { recursive: true, force: true });

/** Each rule fails on some nights: for a while, every so often, and never at the same time as all. */
function isBroken(index: number, night: number): boolean {
  const period = 20 + ((index * 37) % 200);
  return (night + index * 11) % period < 3;
}

/** The results of a night. */
function resultsOf(night: number): Results {
  const startedAt = new Date(Date.UTC(2026, 0, night, 3, 17)).toISOString();
  const checks = real.checks.map((check, index): CheckResult => {
    if (check.verdict !== "pass" || !isBroken(index, night)) return check;
    return { ...check, verdict: "fail", message: `broken in night ${night}` };
  });
  return { ...real, startedAt, checks };
}

const judging = {
  neutral: neutralOf({
    ownNames: "scimct-",
    runTag: "bench",
    baseUrls: [],
    ids: readCreated(folder).ids,
  }),
  ruleOf: rulesOfSuite(),
};
const { rules } = idsOfSuite();

/** The baseline after a night: what is new was added, what is gone removed. */
function baselineAfter(before: Baseline, results: Results): Baseline {
  const comparison = compareWithBaseline(results, before, judging);
  const updated = updatedBaseline(before, results, comparison, "new", rules);
  return prunedBaseline(updated, compareWithBaseline(results, updated, judging));
}

/** The shortest time of several, in milliseconds. */
function milliseconds(work: () => void): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < repeats; round += 1) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

const partsOfNight = ["compare", "remember", "baseline", "ci", "pages"] as const;

interface Night {
  night: number;
  regressed: number;
  /**
   * In milliseconds: reading and comparing the history, adding to it, comparing with the baseline and
   * writing it, what CI reads, the pages.
   */
  times: Readonly<Record<(typeof partsOfNight)[number], number>>;
  entries: number;
  baselineKb: number;
  historyKb: number;
  reportKb: number;
}

function measured(night: number, results: Results, before: Baseline): Night {
  const text = baselineText(baselineAfter(before, results));
  const baseline = milliseconds(() => baselineText(baselineAfter(JSON.parse(text), results)));
  const { known }: Baseline = JSON.parse(text);
  const since = () => sinceLastRun(results, previousRecord(folder, results));
  const compare = milliseconds(since);
  const remember = milliseconds(() => rememberVerdicts(folder, results, redact));
  const ci = milliseconds(() => {
    redact(junitOf(results));
    redact(JSON.stringify(ctrfOf(results)));
    redact(jobSummary(results, catalogue, since()));
  });
  writeText(files.results, gate.writtenJson(results, 2));
  const pages = milliseconds(() => writePages(folder, redact));
  return {
    ...{
      night,
      regressed: since().regressed.length,
      times: { compare, remember, baseline, ci, pages },
    },
    entries: known.length,
    baselineKb: Buffer.byteLength(text) / 1024,
    historyKb: bytesOf(files.history) / 1024,
    reportKb: bytesOf(files.report) / 1024,
  };
}

const seen: Night[] = [];
let baseline = emptyBaseline(real);
for (let night = 1; night <= nights; night += 1) {
  const results = resultsOf(night);
  if (looks.includes(night)) seen.push(measured(night, results, baseline));
  else rememberVerdicts(folder, results, redact);
  baseline = baselineAfter(baseline, results);
}
rmSync(folder, { recursive: true, force: true });

const [first] = seen;
if (!first) throw new Error("no night was measured");
process.stdout.write(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}\n`,
);
for (const { night, regressed, times, entries, baselineKb, historyKb, reportKb } of seen) {
  const parts = partsOfNight.map(
    (part) =>
      `${part} ${times[part].toFixed(1)} ms (${(times[part] / first.times[part]).toFixed(1)} times)`,
  );
  process.stdout.write(
    `night ${String(night).padStart(3)}: ${String(regressed).padStart(2)} regressed, ${parts.join(", ")}, history ${historyKb.toFixed(0)} KB, pages ${reportKb.toFixed(0)} KB, baseline ${entries} entries, ${baselineKb.toFixed(0)} KB\n`,
  );
}
