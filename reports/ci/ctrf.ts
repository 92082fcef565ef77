import type { Results } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { FileKind } from "../output/output-file.ts";
import { type CiCase, casesOf } from "./cases.ts";

/** What `--ctrf` overwrites. */
export const ctrfKind: FileKind = {
  name: "a CTRF file written by this tool",
  holds: (text) => {
    try {
      const json: unknown = JSON.parse(text);
      return isObject(json) && json.reportFormat === "CTRF" && json.generatedBy === generator;
    } catch {
      return false;
    }
  },
};

const generator: Results["tool"] = "slack-scim-conformance";

/** The version of the format: that of the published schema (https://ctrf.io). */
const specVersion = "0.0.0";

const statuses: Readonly<Record<CiCase["status"], "passed" | "failed" | "skipped" | "other">> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  error: "other",
};

/** The results of a run in the Common Test Report Format: the cases of JUnit, errors as `other`. */
export function ctrfOf(results: Results) {
  const { startedAt, durationMs, target, profile, seed, versions, toolVersion } = results;
  const start = Date.parse(startedAt);
  const tests = casesOf(results).map(testOf);
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  return {
    reportFormat: "CTRF",
    specVersion,
    timestamp: new Date(start).toISOString(),
    generatedBy: generator,
    results: {
      tool: { name: generator, version: toolVersion },
      summary: {
        tests: tests.length,
        passed: count("passed"),
        failed: count("failed"),
        pending: 0,
        skipped: count("skipped"),
        other: count("other"),
        start,
        stop: start + Math.round(durationMs),
      },
      tests,
      environment: { appName: target, extra: { profile, seed, versions } },
    },
  };
}

function testOf({ suite, name, status, kind, message, details, durationMs }: CiCase) {
  return {
    name,
    status: statuses[status],
    duration: Math.round(durationMs),
    suite,
    rawStatus: kind,
    ...(message === undefined ? {} : { message }),
    ...(status === "passed" || details.length === 0 ? {} : { trace: details.join("\n") }),
  };
}
