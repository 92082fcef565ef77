import type { Redaction } from "../client/index.ts";
import { neutralOf } from "../commands/baseline/neutral.ts";
import { differencesMarkdown } from "../reports/differences/markdown.ts";
import { isNothing } from "../reports/learnt/learnt.ts";
import { learntMarkdown } from "../reports/learnt/markdown.ts";
import { wasTested } from "../reports/outcome.ts";
import { summarize } from "../reports/results.ts";
import { type RunData, recordedOf } from "../reports/run-data.ts";
import { readCreated, runFiles } from "../reports/run-directory.ts";
import { rememberVerdicts } from "../reports/since/verdict-record.ts";
import { writeText } from "../reports/write-text.ts";
import type { Catalogue, Exchange, RedactedText, Results } from "../schemas/index.ts";
import { versions } from "../schemas/version.ts";
import { differences } from "../suites/differences/catalogue.ts";
import { generatedDifferences } from "../suites/differences/generated/results.ts";
import { differenceResults } from "../suites/differences/results.ts";
import { undocumentedDifferences } from "../suites/differences/sightings/undocumented.ts";
import { Journal } from "../suites/run/journal.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { redactionOf } from "../suites/run/run-context.ts";
import type { SuiteOutcome } from "../suites/run/run-suites.ts";
import { withIds } from "../suites/run/shard.ts";
import { coverageOf } from "../suites/standards/coverage.ts";
import { usedCatalogue } from "../suites/used-catalogue.ts";
import type { BaselineOfRun } from "./baseline/of-run.ts";
import { rulesOfSuite } from "./baseline/suite-ids.ts";
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
  baseline: BaselineOfRun | undefined;
  /** How many creates of users were sent. */
  attempted: number;
}

/** The results of a run as they are in results.json: redacted. */
export interface Written {
  results: Results;
  /** The text of the file. */
  text: RedactedText;
  /** What to write into the file of known findings, where the run writes it. */
  baseline?: { text?: RedactedText; notice: string };
}

/** Builds results.json and writes it. */
export function writeResults({
  target,
  config,
  startedAt,
  directory,
  outcome,
  selection,
  embedded,
  leftBehind,
  baseline,
  attempted,
}: Parts): Written {
  const files = runFiles(directory);
  const created = new Journal(files.journal).read().filter(({ event }) => event === "created");
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
    shard: config.shard ?? null,
    embedded,
    ...(embedded ? {} : { credentialVariables: target.variables }),
    stopped: outcome.stopped ? { at: outcome.stopped.at, why: outcome.stopped.why } : null,
    versions: versions.filter((version) => config.baseUrls[version] !== undefined),
    requests: outcome.requests,
    created: {
      users: created.filter(({ resource }) => resource === "User").length,
      groups: created.filter(({ resource }) => resource === "Group").length,
    },
    leftBehind,
    summary: summarize(outcome.checks),
    checks: outcome.checks,
    differences: [
      ...differenceResults(withIds(differences, config.shard), outcome.probes),
      ...generatedDifferences(outcome.differentials),
      ...undocumentedDifferences(outcome.sightings, `${config.namePrefix}${config.runTag}`),
    ],
  };
  const redaction = redactionOf(config);
  const redacted = redaction.writtenJson(results, 2);
  if (!baseline) {
    writeText(files.results, redacted);
    return { results: JSON.parse(redacted), text: redacted };
  }
  // What is known is compared after redaction: the baseline holds nothing else.
  const own: Results = JSON.parse(redacted);
  const isWhole = outcome.errors.length === 0 && wasTested(own, attempted);
  const neutral = neutralOf({
    ownNames: `${config.namePrefix}${config.runTag}`,
    runTag: config.runTag,
    baseUrls: Object.values(config.baseUrls),
    ids: readCreated(directory).ids,
  });
  const judged = baseline.judge(own, { neutral, ruleOf: rulesOfSuite() }, isWhole);
  const text = redaction.writtenJson(judged.results, 2);
  writeText(files.results, text);
  const { written, compared } = judged;
  // merge compares the results of all shards with it anew.
  if (compared) writeText(files.baseline, redaction.writtenJson(compared, 2));
  return {
    results: JSON.parse(text),
    text,
    // What people wrote in the file stays, such as the address of an owner; what the run adds is
    // redacted already.
    ...(written
      ? {
          baseline: {
            notice: written.notice,
            ...(written.text === undefined ? {} : { text: redaction.withoutSecrets(written.text) }),
          },
        }
      : {}),
  };
}

/** What a run says, with what it used. */
interface Described extends RunData {
  catalogue: Catalogue;
}

/** Writes what is made of the results, beside them. */
export function describeResults(
  { results }: Written,
  { config, directory, outcome }: Pick<Parts, "config" | "directory" | "outcome">,
): Described {
  const used: Catalogue = {
    tool: results.tool,
    toolVersion: results.toolVersion,
    ...usedCatalogue({ ...config, versions: results.versions }),
  };
  return describeWith(results, used, directory, redactionOf(config), outcome.exchanges);
}

/**
 * The same for results that are known with what the run used.
 * @param used requirements and differences
 * @param exchanges by id, where they are known; otherwise they are read
 */
export function describeWith(
  results: Results,
  used: Catalogue,
  directory: string,
  redaction: Pick<Redaction, "written" | "writtenJson">,
  exchanges?: ReadonlyMap<string, Exchange>,
): Described {
  const files = runFiles(directory);
  rememberVerdicts(directory, results, (text) => redaction.written(text));
  const usedText = redaction.writtenJson(used, 2);
  writeText(files.catalogue, usedText);
  const catalogue: Catalogue = JSON.parse(usedText);
  const recorded = recordedOf(directory, results, exchanges);
  const { own, traces, learnt, since } = recorded;
  const lessons = differencesMarkdown(results, catalogue, recorded.exchanges, own, since);
  writeText(files.differences, redaction.written(lessons));
  const coverage = redaction.writtenJson(coverageOf(results.checks, results.versions));
  writeText(files.coverage, coverage);
  if (!isNothing(learnt)) {
    writeText(files.learnt, redaction.written(learntMarkdown(results, learnt, traces)));
  }
  return { results, catalogue, coverage: JSON.parse(coverage), ...recorded };
}
