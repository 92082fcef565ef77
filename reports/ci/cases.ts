import { isNotKnown } from "../../schemas/finding.ts";
import { type CheckResult, isFindingOfCheck, type Results } from "../../schemas/index.ts";
import { counted, findingsOf } from "../findings.ts";
import { coveredBy, knownInShort } from "./known.ts";

/** A result as CI systems know it: one of four states, and a text. */
export interface CiCase {
  /** What it belongs to, the outermost first: version and area of a check. */
  suite: readonly [string, ...string[]];
  /** The same from run to run, and unique in the run: GitLab ignores a second case of a name. */
  name: string;
  status: "passed" | "failed" | "skipped" | "error";
  /** The verdict, or the code of the reason, or `known`. */
  kind: string;
  /** Why it did not pass, or what a warning says. */
  message?: string;
  /** Of a case that did not pass: lines on what was tested, and where to read on. */
  details: readonly string[];
  durationMs: number;
}

/** The suite, and the case, of all differences. */
const differencesName = "differences";

/**
 * The results of a run as cases of a CI system: one for each check, and one for all differences,
 * which fails where one of them is a finding.
 */
export function casesOf(results: Results): CiCase[] {
  const lost = new Set((results.baseline?.lost ?? []).map(({ id, version }) => `${version} ${id}`));
  const checks = results.checks.map((check) =>
    caseOf(check, results.strict, lost.has(`${check.version} ${check.id}`)),
  );
  return results.differences.length === 0 ? checks : [...checks, caseOfDifferences(results)];
}

function caseOf(check: CheckResult, strict: boolean, isLost: boolean): CiCase {
  const { id, version, title, area, level, source, durationMs, exchanges } = check;
  return {
    suite: [`SCIM ${version}`, area],
    name: `${id} [${version}] ${title}`,
    ...(isLost ? lostCoverage(check) : judgementOf(check, strict)),
    details: [
      `Rule: ${id}, SCIM ${version}, ${level} (${source})`,
      ...(exchanges.length === 0 ? [] : [`Exchanges: ${exchanges.join(", ")}`]),
    ],
    durationMs,
  };
}

type Judgement = Pick<CiCase, "status" | "kind" | "message">;

/** The baseline knows the rule as judged, and now it is skipped: a finding. */
function lostCoverage({ message, reason }: CheckResult): Judgement {
  const why = message ?? reason?.text ?? "no reason is given";
  return { status: "failed", kind: "lost", message: `judged before, skipped now: ${why}` };
}

function judgementOf(check: CheckResult, strict: boolean): Judgement {
  const { verdict, reason } = check;
  const message = check.message ?? reason?.text;
  const said = message === undefined ? {} : { message };
  const known = coveredBy(check, strict);
  if (known) return { status: "skipped", kind: "known", message: knownInShort(known) };
  if (isFindingOfCheck(check, strict)) return { status: "failed", kind: verdict, ...said };
  switch (verdict) {
    case "error":
      return { status: "error", kind: reason?.code ?? verdict, ...said };
    case "skip":
      return { status: "skipped", kind: reason?.code ?? verdict, ...said };
    case "deviation":
      return { status: "skipped", kind: verdict, message: `deviation: ${message ?? title(check)}` };
    case "warn":
      // What rests on a guess about Slack is no warning.
      return isNotKnown(check)
        ? { status: "passed", kind: "not-known" }
        : { status: "passed", kind: verdict, ...said };
    default:
      return { status: "passed", kind: verdict };
  }
}

const title = ({ title: text }: CheckResult) => text;

function caseOfDifferences(results: Results): CiCase {
  const { differences, strict } = results;
  return {
    suite: [differencesName],
    name: differencesName,
    ...judgementOfDifferences(results),
    details: differences.flatMap((difference) => {
      const known = coveredBy(difference, strict);
      return known ? [`${difference.id} ${difference.title}: ${knownInShort(known)}`] : [];
    }),
    durationMs: 0,
  };
}

function judgementOfDifferences(results: Results): Judgement {
  const { differences, strict } = results;
  const found = findingsOf(results).filter(({ of }) => of === "difference");
  if (found.length > 0) {
    const lines = found.map(({ id, title: what, message }) => `${id} ${what}: ${message}`);
    const count = counted(found.length, "difference is a finding", "differences are findings");
    return { status: "failed", kind: "fail", message: [`${count}:`, ...lines].join("\n") };
  }
  const known = differences.filter((one) => coveredBy(one, strict) !== undefined).length;
  if (known > 0) {
    const message = `${counted(known, "difference is known", "differences are known")} from the baseline`;
    return { status: "skipped", kind: "known", message };
  }
  return differences.every(({ status }) => status === "not-probed")
    ? { status: "skipped", kind: "not-probed", message: "no difference was probed" }
    : { status: "passed", kind: "pass" };
}
