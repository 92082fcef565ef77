import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Coverage, type Exchange, type Results, violations } from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";

/** The files of a run's output folder. */
export function runFiles(directory: string) {
  return {
    results: join(directory, "results.json"),
    differences: join(directory, "differences.md"),
    coverage: join(directory, "coverage.json"),
    exchanges: join(directory, "exchanges.jsonl"),
    journal: join(directory, "journal.jsonl"),
    allureResults: join(directory, "allure-results"),
    report: join(directory, "report"),
    history: join(directory, "history"),
  };
}

/**
 * Reads the results of a finished run.
 * @throws Error with one line that says what is wrong
 */
export function readResults(directory: string): Results {
  const { results } = runFiles(directory);
  if (!existsSync(results)) {
    throw new Error(`${results}: no such file; ${directory} contains no finished run`);
  }
  const json = parse(results);
  return validated(
    results,
    "suite/results",
    isFirstVersion(json) ? upgraded(json) : json,
  ) as Results;
}

/** Whether results are of the form that version 0.1.0 of this tool wrote. */
function isFirstVersion(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !("resultsVersion" in json);
}

/** Converts results of 0.1.0; members that it did not write get the value that applied then. */
function upgraded(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const differences = Array.isArray(json.differences) ? json.differences : [];
  return {
    ...json,
    resultsVersion: 2,
    cases: 20,
    strict: false,
    selection: null,
    shard: null,
    embedded: json.target === "embedded mock",
    stopped: null,
    leftBehind: [],
    differences: differences.map(upgradedDifference),
  };
}

/** 0.1.0 expressed by the id and by a note what has a member today. */
function upgradedDifference(difference: unknown): unknown {
  if (!isObject(difference)) return difference;
  const { id, status, note } = difference;
  const [, ids] = /^DIFF-OBS-(.+)$/.exec(String(id)) ?? [];
  return {
    title: String(id),
    ...(ids === undefined ? {} : { requirements: ids.split("+") }),
    ...(status === "as-documented" && note !== undefined ? { same: true } : {}),
    ...difference,
  };
}

/** Reads what a finished run tested. @throws Error with one line that says what is wrong */
export function readCoverage(directory: string): Coverage {
  const { coverage } = runFiles(directory);
  return validated(coverage, "suite/coverage", parse(coverage)) as Coverage;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`${file}: not JSON`);
  }
}

function validated(file: string, schema: "suite/results" | "suite/coverage", json: unknown) {
  const [broken] = violations(schema, json);
  if (broken) throw new Error(`${file}: ${broken.message}`);
  return json;
}

/** Reads the recorded exchanges of a run, by id. Lines that a crash cut off are left out. */
export function readExchanges(directory: string): Map<string, Exchange> {
  const { exchanges: file } = runFiles(directory);
  const byId = new Map<string, Exchange>();
  if (!existsSync(file)) return byId;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const exchange = parseLine(line);
    if (exchange) byId.set(exchange.id, exchange);
  }
  return byId;
}

/**
 * What a run named the users and groups that it created, and the ids that the servers gave them.
 */
export function readCreated(directory: string): { names: string[]; ids: string[] } {
  const { journal: file } = runFiles(directory);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const created = lines.map(parseObject).filter(({ event }) => event === "created");
  const texts = (member: "name" | "id") =>
    created.flatMap(({ [member]: text }) => (typeof text === "string" ? [text] : []));
  return { names: [...new Set(texts("name"))], ids: [...new Set(texts("id"))] };
}

/** An object of a line; an empty one where a crash cut the line off. */
function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === "object" && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}

function parseLine(line: string): Exchange | undefined {
  try {
    const json: unknown = JSON.parse(line);
    return violations("suite/exchange", json).length === 0 ? (json as Exchange) : undefined;
  } catch {
    return undefined;
  }
}
