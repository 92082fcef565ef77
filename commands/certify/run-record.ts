import { DigestOfAll, digestOf } from "../../client/transport/digest.ts";
import { isFirstVersion } from "../../reports/first-version.ts";
import { type Exchange, type Results, type SchemaName, violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { altered, type Problem } from "./problem.ts";

/** The files of a run that a package holds as the run wrote them, by name. */
export const recordedNames = ["catalogue.json", "exchanges.jsonl", "results.json"] as const;

/** The texts of these files. */
export type RunTexts = Readonly<Record<(typeof recordedNames)[number], string>>;

/** A finished run, as its files have it. */
export interface RunRecord {
  results: Results;
  /** In the order of exchanges.jsonl. */
  exchanges: readonly Exchange[];
  texts: RunTexts;
}

/** Why results of another form cannot be certified: one phrase; undefined for those of this form. */
export function otherForm(results: string): string | undefined {
  const json = parsed(results);
  if (isFirstVersion(json)) return "made by 0.1.0; run again";
  const isOther = isObject(json) && json.resultsVersion !== 2;
  return isOther ? "made by another version of this tool; run again" : undefined;
}

/**
 * Reads the files of a run. Each must be written as the run writes it: a text that means the same to
 * one reader of JSON may mean something else to another, such as one with a member twice.
 */
export function readRecord(texts: RunTexts): RunRecord | Problem[] {
  const results = parsed(texts["results.json"]);
  const [broken] = brokenIn("results.json", "suite/results", results);
  if (broken) return [broken];
  if (!isWrittenAs(results, texts["results.json"], 2, "\n")) {
    return [altered("results.json: not written as a run writes it")];
  }
  const { exchanges, problems } = readExchanges(texts["exchanges.jsonl"]);
  if (problems.length > 0) return problems;
  return { results: results as Results, exchanges, texts };
}

function readExchanges(text: string): { exchanges: Exchange[]; problems: Problem[] } {
  const exchanges: Exchange[] = [];
  const broken = (what: string) => ({ exchanges, problems: [altered(`exchanges.jsonl${what}`)] });
  // Line by line, and no further than the first broken one: a forged file may have millions.
  for (let from = 0; from < text.length; ) {
    const until = text.indexOf("\n", from);
    if (until < 0) return broken(": its last line is cut off");
    const line = text.slice(from, until);
    const where = `:${exchanges.length + 1}`;
    const exchange = parsed(line);
    const [problem] = brokenIn(`exchanges.jsonl${where}`, "suite/exchange", exchange);
    if (problem) return { exchanges, problems: [problem] };
    if (!isWrittenAs(exchange, line)) return broken(`${where}: not written as a run writes it`);
    exchanges.push(exchange as Exchange);
    from = until + 1;
  }
  return { exchanges, problems: [] };
}

/** JSON that is nested without end is read, but cannot be written. */
function isWrittenAs(json: unknown, text: string, indent = 0, end = ""): boolean {
  try {
    return `${JSON.stringify(json, null, indent)}${end}` === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function brokenIn(where: string, schema: SchemaName, json: unknown): Problem[] {
  if (json === undefined) return [altered(`${where}: not JSON`)];
  return violations(schema, json)
    .slice(0, 1)
    .map(({ message }) => altered(`${where}: ${message}`));
}

/**
 * Whether the exchanges are those of the run: each has the digest that was noted when it was recorded,
 * none is missing, added or that of another run, and what checks and differences name exists.
 */
export function evidenceProblems({ results, exchanges }: RunRecord): Problem[] {
  const { requests, checks, differences } = results;
  if (requests.sha256 === undefined) {
    return [altered("results.json: made by an earlier build, without a digest of the exchanges")];
  }
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const all = new DigestOfAll();
  for (const exchange of exchanges) {
    const { id, sha256 = "", version } = exchange;
    if (ids.has(id)) problems.push(altered(`exchanges.jsonl: ${id} occurs twice`));
    ids.add(id);
    if (!id.startsWith(`${version}/`)) {
      problems.push(altered(`exchanges.jsonl: ${id} is of version ${version}`));
    }
    if (digestOf(exchange) !== sha256) {
      problems.push(altered(`exchanges.jsonl: ${id} is not what was recorded: another digest`));
    }
    all.add(id, sha256);
  }
  const named = [
    ...checks.map(({ id, version, exchanges: of }) => ({ name: `${id} [${version}]`, of })),
    ...differences.map(({ id, exchanges: of }) => ({ name: id, of })),
  ];
  const lacking = named.filter(({ of }) => of.some((id) => !ids.has(id)));
  if (lacking.length > 0) {
    const missing = [...new Set(lacking.flatMap(({ of }) => of.filter((id) => !ids.has(id))))];
    const by = inShort(lacking.map(({ name }) => name));
    problems.push(altered(`exchanges.jsonl: lacks ${inShort(missing)}, named by ${by}`));
  }
  problems.push(...otherTime(results, exchanges));
  if (problems.length === 0 && all.end() !== requests.sha256) {
    problems.push(altered("exchanges.jsonl: not all and only the exchanges of this run"));
  }
  return problems;
}

/** The first of some names, and how many more there are. */
function inShort([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** How far the clock of a machine may be set back or forth during a run. */
const clockMs = 60_000;

/** The certificate has the day of the run: its first request was sent soon after it began. */
function otherTime({ startedAt, durationMs }: Results, exchanges: readonly Exchange[]): Problem[] {
  const times = exchanges.map((exchange) => Date.parse(exchange.startedAt));
  const first = times.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const after = first - Date.parse(startedAt);
  return times.length === 0 || (after >= -clockMs && after <= durationMs + clockMs)
    ? []
    : [altered(`results.json: began at ${startedAt}, but its exchanges are of another time`)];
}
