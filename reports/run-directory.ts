import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Catalogue,
  type Coverage,
  type Exchange,
  type Results,
  type SchemaName,
  violations,
} from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";
import { isFirstVersion, upgraded } from "./first-version.ts";

/** The files of a run's output folder. */
export function runFiles(directory: string) {
  return {
    results: join(directory, "results.json"),
    differences: join(directory, "differences.md"),
    learnt: join(directory, "learnt.md"),
    coverage: join(directory, "coverage.json"),
    catalogue: join(directory, "catalogue.json"),
    exchanges: join(directory, "exchanges.jsonl"),
    journal: join(directory, "journal.jsonl"),
    baseline: join(directory, "baseline-of-run.json"),
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
  return validated(results, "suite/results", upgraded(json)) as Results;
}

/**
 * Reads the results of a finished run of this version's form.
 * @throws Error with one line that says what is wrong; version 0.1.0 did not record enough
 */
export function readCurrentResults(directory: string): Results {
  const { results } = runFiles(directory);
  if (existsSync(results) && isFirstVersion(parse(results))) {
    throw new Error(`${results}: made by 0.1.0; run again`);
  }
  return readResults(directory);
}

/** Reads what a finished run tested. @throws Error with one line that says what is wrong */
export function readCoverage(directory: string): Coverage {
  const { coverage } = runFiles(directory);
  return validated(coverage, "suite/coverage", parse(coverage)) as Coverage;
}

/**
 * Reads the requirements and differences that a finished run used; none for a run of 0.1.0, which did
 * not write them.
 * @throws Error with one line that says what is wrong
 */
export function readCatalogue(directory: string): Pick<Catalogue, "requirements" | "differences"> {
  const { catalogue } = runFiles(directory);
  if (!existsSync(catalogue)) return { requirements: [], differences: [] };
  return validated(catalogue, "suite/catalogue", parse(catalogue)) as Catalogue;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`${file}: not JSON`);
  }
}

function validated(file: string, schema: SchemaName, json: unknown) {
  const [broken] = violations(schema, json);
  if (broken) throw new Error(`${file}: ${broken.message}`);
  return json;
}

/**
 * Reads the recorded exchanges of a run, by id. Lines that a crash cut off are left out.
 * @param wanted ids; absent: all
 */
export function readExchanges(
  directory: string,
  wanted?: ReadonlySet<string>,
): Map<string, Exchange> {
  const { exchanges: file } = runFiles(directory);
  const byId = new Map<string, Exchange>();
  if (!existsSync(file)) return byId;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, id = ""] = /^\{"id":"([^"]*)"/.exec(line) ?? [];
    if (wanted && !wanted.has(id)) continue;
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
    return isObject(json) ? json : {};
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
