import { createHash, hash } from "node:crypto";
import type { Exchange } from "../../schemas/index.ts";

/**
 * The SHA-256 of a recorded request and its response, in hexadecimal: of their JSON without spaces,
 * the members of each object in the order of their names by UTF-16 code units (as RFC 8785 has it).
 * Anyone who has the exchange can recompute it.
 */
export function digestOf({ request, response }: Pick<Exchange, "request" | "response">): string {
  const recorded = response === undefined ? { request } : { request, response };
  return hash("sha256", canonical(recorded), "hex");
}

/**
 * One digest of all exchanges of a run, so that none can be removed, added or replaced unnoticed: of a
 * line for each, in their order, with its id, a space, its digest and a line feed.
 */
export class DigestOfAll {
  readonly #hash = createHash("sha256");

  add(id: string, sha256: string): void {
    this.#hash.update(`${id} ${sha256}\n`);
  }

  /** In hexadecimal; nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest("hex");
  }
}

/**
 * Adds a line of exchanges.jsonl as {@link Recorder} wrote it, without reading the JSON in it.
 * @returns the version of the exchange; undefined for a line that a crash cut off
 */
export function addLine(all: DigestOfAll, line: string): string | undefined {
  const [, id, version] = /^\{"id":"((\d\.\d)\/\d+)"/.exec(line) ?? [];
  if (id === undefined || version === undefined || !line.endsWith('"}')) return undefined;
  all.add(id, line.slice(-2 - 64, -2));
  return version;
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  let members = "";
  // sort() without an argument compares UTF-16 code units.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member === undefined) continue;
    members += `${members === "" ? "" : ","}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}
