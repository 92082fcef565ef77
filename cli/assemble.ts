import { readFileSync } from "node:fs";
import { differencesMarkdown } from "../reports/differences/markdown.ts";
import { ownValues } from "../reports/differences/own-values.ts";
import { isNothing, type Learnt, learntFrom } from "../reports/learnt/learnt.ts";
import { learntMarkdown } from "../reports/learnt/markdown.ts";
import { readTraces } from "../reports/learnt/target-traces.ts";
import { summarize } from "../reports/results.ts";
import { readCreated, readExchanges, runFiles } from "../reports/run-directory.ts";
import { type SinceLastRun, sinceLastRun } from "../reports/since/since-last-run.ts";
import { previousRecord, rememberVerdicts } from "../reports/since/verdict-record.ts";
import { writeText } from "../reports/write-text.ts";
import type { Catalogue, RedactedText, Results } from "../schemas/index.ts";
import { versions } from "../schemas/version.ts";
import { differences } from "../suites/differences/catalogue.ts";
import { generatedDifferences } from "../suites/differences/generated/results.ts";
import { differenceResults } from "../suites/differences/results.ts";
import { undocumentedDifferences } from "../suites/differences/sightings/undocumented.ts";
import { Journal } from "../suites/run/journal.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { redactionOf } from "../suites/run/run-context.ts";
import type { SuiteOutcome } from "../suites/run/run-suites.ts";
import { coverageOf } from "../suites/standards/coverage.ts";
import { usedCatalogue } from "../suites/used-catalogue.ts";
import type { ResolvedTarget } from "./target.ts";
import { toolVersion } from "./version.ts";

interface Parts {
  target: ResolvedTarget;
  config: RunConfig;
  startedAt: Date;
  directory: string;
  outcome: SuiteOutcome;
  /** What the flags selected; null: everything. */
  selection: Results["selection"];
  /** Whether the run tested the embedded mock. */
  embedded: boolean;
  leftBehind: Results["leftBehind"];
}

/**
 * Builds results.json and writes it and what is made of it.
 * @returns the results, redacted, the text of the file, what the run used, what it learnt about
 *   Slack, and what changed since the last run
 */
export async function assemble({
  target,
  config,
  startedAt,
  directory,
  outcome,
  selection,
  embedded,
  leftBehind,
}: Parts): Promise<{
  results: Results;
  catalogue: Catalogue;
  written: RedactedText;
  learnt: Learnt;
  since: SinceLastRun;
}> {
  const files = runFiles(directory);
  const created = new Journal(files.journal).read().filter(({ event }) => event === "created");
  const byVersion = countExchanges(files.exchanges);
  const results: Results = {
    tool: "slack-scim-conformance",
    toolVersion: toolVersion(),
    resultsVersion: 2,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    target: target.name,
    profile: config.profile,
    seed: config.seed,
    cases: config.cases,
    strict: config.strict,
    selection,
    shard: null,
    embedded,
    ...(embedded ? {} : { credentialVariables: target.variables }),
    stopped: outcome.stopped ? { at: outcome.stopped.at, why: outcome.stopped.why } : null,
    versions: versions.filter((version) => config.baseUrls[version] !== undefined),
    requests: { total: Object.values(byVersion).reduce((sum, count) => sum + count, 0), byVersion },
    created: {
      users: created.filter(({ resource }) => resource === "User").length,
      groups: created.filter(({ resource }) => resource === "Group").length,
    },
    leftBehind,
    summary: summarize(outcome.checks),
    checks: outcome.checks,
    differences: [
      ...differenceResults(differences, outcome.probes),
      ...generatedDifferences(outcome.differentials),
      ...undocumentedDifferences(outcome.sightings, `${config.namePrefix}${config.runTag}`),
    ],
  };
  const redaction = redactionOf(config);
  const redacted = redaction.writtenJson(results, 2);
  writeText(files.results, redacted);
  const clean: Results = JSON.parse(redacted);
  rememberVerdicts(directory, clean, (text) => redaction.written(text));
  const catalogue: Catalogue = {
    tool: results.tool,
    toolVersion: results.toolVersion,
    ...usedCatalogue({ ...config, versions: results.versions }),
  };
  const usedText = redaction.writtenJson(catalogue, 2);
  writeText(files.catalogue, usedText);
  const used: Catalogue = JSON.parse(usedText);
  const { names, ids } = readCreated(directory);
  const own = ownValues(names, ids);
  const since = sinceLastRun(clean, previousRecord(directory, clean));
  const lessons = differencesMarkdown(clean, used, readExchanges(directory), own, since);
  writeText(files.differences, redaction.written(lessons));
  const coverage = coverageOf(outcome.checks, results.versions);
  writeText(files.coverage, redaction.writtenJson(coverage));
  const traces = readTraces(directory);
  const learnt = learntFrom(clean, traces);
  if (!isNothing(learnt)) {
    writeText(files.learnt, redaction.written(learntMarkdown(clean, learnt, traces)));
  }
  return { results: clean, catalogue: used, written: redacted, learnt, since };
}

/** Counts the requests to each version: one line for each attempt. */
function countExchanges(file: string): Record<string, number> {
  const counts: Record<string, number> = {};
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    // No request was recorded.
  }
  for (const [, version = ""] of text.matchAll(/^\{"id":"(\d\.\d)\//gm)) {
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}
