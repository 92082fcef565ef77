import { existsSync, readFileSync } from "node:fs";
import { digestOf } from "../../client/transport/digest.ts";
import { shown } from "../../reports/output/output-error.ts";
import { summarize } from "../../reports/results.ts";
import { runFiles } from "../../reports/run-directory.ts";
import type { Exchange, Results } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/**
 * Checks that a shard is as its run wrote it, as far as its files tell: the summary counts its checks,
 * every exchange has its own digest, and what the results cite is recorded. Merged, the files would
 * agree with each other again, and nothing would show what was altered or lost.
 * @throws Error of one line that says what is wrong
 */
export function checkIntact(directory: string, results: Results): void {
  const counted = summarize(results.checks);
  for (const [verdict, count] of Object.entries(counted)) {
    const said = results.summary[verdict as keyof typeof counted];
    if (said === count) continue;
    throw new Error(
      `${directory}/results.json: was altered: it has ${count} checks with ${verdict}, and its summary says ${said}`,
    );
  }
  const recorded = recordedIn(directory);
  for (const { id, exchanges } of [...results.checks, ...results.differences]) {
    const lost = exchanges.find((exchange) => !recorded.has(exchange));
    if (lost === undefined) continue;
    throw new Error(
      `${directory}/exchanges.jsonl: exchange ${shown(lost)} is missing, which ${id} cites`,
    );
  }
}

/** The ids of the recorded exchanges. A line that a crash cut off is no exchange. */
function recordedIn(directory: string): ReadonlySet<string> {
  const { exchanges: file } = runFiles(directory);
  const ids = new Set<string>();
  if (!existsSync(file)) return ids;
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (!line.endsWith("}")) continue;
    const { id, sha256, ...exchange } = exchangeOf(line) ?? {};
    if (id === undefined || exchange.request === undefined || sha256 !== digestIn(exchange)) {
      throw new Error(`${file}:${index + 1}: was altered: its digest is another`);
    }
    ids.add(id);
  }
  return ids;
}

function digestIn({ request, response }: Partial<Exchange>): string | undefined {
  if (request === undefined) return undefined;
  return digestOf(response === undefined ? { request } : { request, response });
}

function exchangeOf(line: string): Partial<Exchange> | undefined {
  try {
    const json: unknown = JSON.parse(line);
    return isObject(json) ? (json as Partial<Exchange>) : undefined;
  } catch {
    return undefined;
  }
}
