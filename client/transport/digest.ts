import { createHash } from "node:crypto";
import type { Exchange } from "../../schemas/index.ts";

/**
 * The SHA-256 of a recorded request and its response, in hexadecimal: of their JSON without spaces,
 * the members of each object in the order of their names by UTF-16 code units (as RFC 8785 has it).
 * Anyone who has the exchange can recompute it.
 */
export function digestOf({ request, response }: Pick<Exchange, "request" | "response">): string {
  const recorded = response === undefined ? { request } : { request, response };
  return createHash("sha256").update(canonical(recorded)).digest("hex");
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}
