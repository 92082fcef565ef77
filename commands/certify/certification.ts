import { isNotKnown, isUnexpectedDifference } from "../../schemas/finding.ts";
import type {
  Certification,
  CertifiedFile,
  CertifiedFinding,
  CertifiedNumbers,
  CheckResult,
  DifferenceResult,
  Exchange,
  Product,
  SuppressedFinding,
} from "../../schemas/index.ts";
import { mockHeader } from "../../schemas/mock-header.ts";
import { baseUrlsOf } from "./base-urls.ts";
import { isOfClass, rulesOfClass } from "./classes.ts";
import { deviationOf } from "./deviations.ts";
import { notTestedRules } from "./not-tested.ts";
import type { RunRecord } from "./run-record.ts";
import { sha256 } from "./sha256.ts";
import type { CertificationClass, Clause, InstalledSuite, Weight } from "./suite.ts";
import { tallyOf } from "./tallies.ts";
import { domainOfRun } from "./traces.ts";

/** What a certification is computed from; nothing else, so that anyone can compute it again. */
interface Certified {
  record: RunRecord;
  /** The coverage of the run, as the package holds it. */
  coverage: string;
  product: Product;
  class: CertificationClass;
  suite: InstalledSuite;
}

/** The data of a certification. The verdicts of the run must be those of its observations. */
export function certificationOf(certified: Certified): Certification {
  const { record, coverage, product, suite, class: name } = certified;
  const { results, exchanges, texts } = record;
  const { tool, toolVersion, startedAt, durationMs, target, profile } = results;
  const { seed, cases, strict, embedded } = results;
  const checks = results.checks.filter((check) => isOfClass(check, name));
  // Differences are between both versions.
  const differences = name === "slack-both" ? results.differences : [];
  const clauses = clausesOf(suite);
  const clauseOf = ({ id, version }: CheckResult) => clauses.get(`${version} ${id}`);
  const findingOf = (check: CheckResult) => ruleFinding(check, clauseOf(check));
  const unexpected = differences.filter(isUnexpectedDifference);
  const failures = [
    ...checks.filter(({ verdict }) => verdict === "fail").map(findingOf),
    ...unexpected.map(differenceFinding),
  ];
  const deviations = checks.flatMap((check) => {
    const clause = clauseOf(check);
    return check.verdict === "deviation" && clause ? [deviationOf(check, clause)] : [];
  });
  const weighed = (weight: Weight) =>
    tallyOf(checks.filter(({ level }) => suite.weightOf(level) === weight));
  const numbers: CertifiedNumbers = {
    mandatory: weighed("mandatory"),
    recommended: weighed("recommended"),
    optional: weighed("optional"),
    questions: weighed("questions"),
    ...(name === "slack-both" ? { differences: countDifferences(differences) } : {}),
    exchanges: exchanges.length,
  };
  const emailDomain = domainOfRun(exchanges);
  return {
    certificationVersion: 1,
    tool,
    toolVersion,
    date: startedAt.slice(0, 10),
    specimen: isSpecimen(record),
    class: name,
    level: levelOf(numbers, failures.length, deviations.length),
    product: { ...product },
    run: {
      ...{ target, profile, seed, cases, startedAt, durationMs, strict, embedded },
      versions: [...rulesOfClass(name).versions],
      baseUrls: baseUrlsOf(exchanges, rulesOfClass(name).versions),
      ...(emailDomain === undefined ? {} : { emailDomain }),
    },
    texts: [...rulesOfClass(name).texts],
    numbers,
    deviations,
    failures,
    warnings: checks
      .filter((check) => check.verdict === "warn" && !isNotKnown(check))
      .map(findingOf),
    notTested: notTestedRules(checks, suite, name),
    suppressed: suppressedFindings(checks, differences, suite),
    evidence: {
      files: Object.entries({ ...texts, "coverage.json": coverage })
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([file, text]) => fileOf(file, text)),
      exchanges: exchanges.length,
      cited: new Set([...results.checks, ...results.differences].flatMap((one) => one.exchanges))
        .size,
    },
  };
}

function clausesOf({ requirements }: InstalledSuite): ReadonlyMap<string, Clause> {
  return new Map(
    requirements.flatMap(({ versions }) =>
      Object.entries(versions).map(([version, clause]) => [`${version} ${clause.id}`, clause]),
    ),
  );
}

/** Whether the run tested the mock of this tool, which proves nothing about a product. */
function isSpecimen({ results, exchanges }: RunRecord): boolean {
  return results.embedded || exchanges.some(isOfMock);
}

function isOfMock({ response }: Exchange): boolean {
  const names = Object.keys(response?.headers ?? {});
  return names.some((name) => name.toLowerCase() === mockHeader);
}

/** No percentage: one broken or untested mandatory rule is enough. */
function levelOf(
  { mandatory }: CertifiedNumbers,
  failures: number,
  deviations: number,
): Certification["level"] {
  if (failures > 0) return "not conformant";
  if (mandatory.untested > 0 || mandatory.tested === 0) return "partial";
  return deviations > 0 ? "conformant with declared deviations" : "conformant";
}

function ruleFinding(check: CheckResult, clause: Clause | undefined): CertifiedFinding {
  const { id, version, title, area, level, source, message = title, exchanges } = check;
  const { demand, url } = clause ?? {};
  return {
    ...{ id, version, title, area, level, source },
    ...(demand === undefined ? {} : { demand }),
    ...(url === undefined ? {} : { url }),
    ...{ message, exchanges },
  };
}

function differenceFinding({ id, title, area, v1, v2, exchanges }: DifferenceResult) {
  return { id, title, area, message: `1.1: ${v1}; 2.0: ${v2}`, exchanges };
}

function countDifferences(differences: readonly DifferenceResult[]) {
  const unexpected = differences.filter(isUnexpectedDifference).length;
  const notProbed = differences.filter(({ status }) => status === "not-probed").length;
  return { expected: differences.length - unexpected - notProbed, unexpected, notProbed };
}

/** What a baseline covered. It changes neither a number nor the level. */
function suppressedFindings(
  checks: readonly CheckResult[],
  differences: readonly DifferenceResult[],
  suite: InstalledSuite,
): SuppressedFinding[] {
  return [
    ...checks.flatMap(({ id, version, title, level, verdict, known }) => {
      const mandatory = verdict === "fail" || suite.weightOf(level) === "mandatory";
      return known ? [{ id, version, title, mandatory, verdict, ...entryOf(known) }] : [];
    }),
    ...differences.flatMap(({ id, title, status, known }) =>
      known ? [{ id, title, mandatory: false, verdict: status, ...entryOf(known) }] : [],
    ),
  ];
}

function entryOf({ reason, owner, ticket, expires }: NonNullable<CheckResult["known"]>) {
  return {
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function fileOf(name: string, text: string): CertifiedFile {
  return { name, sha256: sha256(text), bytes: Buffer.byteLength(text) };
}
