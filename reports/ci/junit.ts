import type { Results } from "../../schemas/index.ts";
import type { FileKind } from "../output/output-file.ts";
import { type CiCase, casesOf } from "./cases.ts";
import { element, xmlText } from "./xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const root = '<testsuites name="slack-scim-conformance"';

/** What `--junit` overwrites. */
export const junitKind: FileKind = {
  name: "a JUnit file written by this tool",
  holds: (text) =>
    text.startsWith(`${declaration}\n${root} `) && /<\/?testsuites[^<]*>\s*$/.test(text),
};

/**
 * The results of a run as JUnit XML, in the form that Jenkins, GitLab and the actions of GitHub
 * read: `testsuites`, a `testsuite` for each version and area, a `testcase` for each check, and one
 * named `differences`. Jenkins takes what follows the last dot of `classname` as the class and the
 * rest as its package; GitLab shows `classname` as the suite, and the text of a failure.
 */
export function junitOf(results: Results): string {
  const cases = casesOf(results);
  const suites = new Map<string, CiCase[]>();
  for (const one of cases) {
    const name = one.suite.join(" ");
    suites.set(name, [...(suites.get(name) ?? []), one]);
  }
  const xml = element(
    "testsuites",
    { name: results.tool, ...countsOf(cases), time: seconds(results.durationMs) },
    ["", ...[...suites].map(([name, ones]) => suiteOf(name, ones, results)), ""],
  );
  return `${declaration}\n${xml}\n`;
}

function suiteOf(name: string, cases: readonly CiCase[], results: Results): string {
  const time = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  // Without milliseconds and zone, as the schema of Jenkins demands: it is UTC.
  const timestamp = new Date(results.startedAt).toISOString().slice(0, 19);
  const attributes = { name, ...countsOf(cases), time: seconds(time), timestamp };
  return element("testsuite", attributes, ["", propertiesOf(results), ...cases.map(caseOf), ""]);
}

/** What distinguishes this run from others of the same rules. */
function propertiesOf({ target, profile, seed, versions, toolVersion }: Results): string {
  const values = { target, profile, seed, versions: versions.join(", "), toolVersion };
  const properties = Object.entries(values).map(([name, value]) =>
    element("property", { name, value }),
  );
  return element("properties", {}, ["", ...properties, ""]);
}

function countsOf(cases: readonly CiCase[]) {
  const count = (wanted: CiCase["status"]) =>
    cases.filter(({ status }) => status === wanted).length;
  return {
    tests: cases.length,
    failures: count("failed"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

function caseOf({ suite, name, status, kind, message, details, durationMs }: CiCase): string {
  const attributes = {
    classname: suite.join(".").replaceAll(" ", "-").toLowerCase(),
    name,
    time: seconds(durationMs),
  };
  const text = xmlText([message ?? kind, ...details].join("\n"));
  switch (status) {
    case "passed":
      return element(
        "testcase",
        attributes,
        message === undefined ? [] : [element("system-out", {}, [xmlText(`${kind}: ${message}`)])],
      );
    case "skipped":
      return element("testcase", attributes, [
        element("skipped", { message: message ?? kind, type: kind }, [text]),
      ]);
    default:
      return element("testcase", attributes, [
        element(
          status === "error" ? "error" : "failure",
          { message: message ?? kind, type: kind },
          [text],
        ),
      ]);
  }
}

/** Seconds with three digits, and never with an exponent. */
function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
