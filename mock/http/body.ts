import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { VersionRules } from "../call.ts";
import { ScimError } from "../errors.ts";

/**
 * Reads a request body to its end, but keeps no more than the limit: a client that sends too much still gets a response.
 * `done` gets undefined for a body over the limit.
 */
export function readBody(
  stream: IncomingMessage,
  limit: number,
  done: (error: Error | null, body?: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  });
  stream.on("end", () => {
    if (size > limit) done(null);
    else done(null, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  stream.on("error", done);
}

/** Whether a value is nested deeper than allowed or has a member that could reach a prototype. */
function isHostile(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isHostile(each, depth - 1));
  for (const key of Object.keys(value)) if (key === "__proto__") return true;
  return Object.values(value).some((each) => isHostile(each, depth - 1));
}

const jsonType = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const plainJsonType = /^\s*application\/json\s*(?:;|$)/i;

/** FACT-FORMAT-29: a text whose strings are in single quotes, as JSON. */
function inDoubleQuotes(text: string): string {
  return text.replace(/'((?:[^'\\]|\\.)*)'/gs, (_, inner: string) => {
    return `"${inner.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`;
  });
}

/** The first text that is JSON, parsed. @throws ScimError `invalid_request_payload` where none is */
function firstJson(texts: readonly string[]): unknown {
  for (const text of texts) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading.
    }
  }
  throw new ScimError("invalid_request_payload");
}

/**
 * Parses a request body.
 *
 * @throws ScimError `invalid_request_payload` for another content type, bad UTF-8, malformed JSON, deep nesting and
 * `__proto__` members
 */
export function parseBody(
  raw: Buffer | undefined,
  contentType: string | undefined,
  { settings, defects }: VersionRules,
): unknown {
  if (raw === undefined) throw new ScimError("invalid_request_payload");
  const known = defects.scimJsonRefused ? plainJsonType : jsonType;
  const isForeign = contentType !== undefined && !known.test(contentType);
  if (isForeign && settings.foreignContentType === "refuse") {
    throw new ScimError("invalid_request_payload");
  }
  if (!isUtf8(raw)) throw new ScimError("invalid_request_payload");
  const text = raw.toString("utf8");
  const readings = settings.singleQuotedJson === "accept" ? [text, inDoubleQuotes(text)] : [text];
  const parsed = firstJson(readings);
  if (isHostile(parsed, settings.maxBodyDepth)) throw new ScimError("invalid_request_payload");
  return parsed;
}
