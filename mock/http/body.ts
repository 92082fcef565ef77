import type { IncomingMessage } from "node:http";
import { ScimError } from "../errors.ts";
import type { MockSettings } from "../settings.ts";

/**
 * Reads a request body to its end, keeping no more than the limit: whoever sends too much still gets an answer.
 *
 * @returns undefined for a body over the limit
 */
export function readBody(stream: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    stream.on("end", () => resolve(size > limit ? undefined : Buffer.concat(chunks)));
    stream.on("error", reject);
  });
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Whether a value is nested deeper than allowed or has a member that could reach a prototype. */
function isHostile(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isHostile(each, depth - 1));
  for (const key of Object.keys(value)) if (key === "__proto__") return true;
  return Object.values(value).some((each) => isHostile(each, depth - 1));
}

const jsonType = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Parses a request body.
 *
 * @throws ScimError `invalid_request_payload` for a foreign content type, bad UTF-8, malformed JSON, deep nesting and
 * `__proto__` members
 */
export function parseBody(
  raw: Buffer | undefined,
  contentType: string | undefined,
  settings: Readonly<MockSettings>,
): unknown {
  if (raw === undefined) throw new ScimError("invalid_request_payload");
  const isForeign = contentType !== undefined && !jsonType.test(contentType);
  if (isForeign && settings.foreignContentType === "refuse") {
    throw new ScimError("invalid_request_payload");
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(decoder.decode(raw));
  } catch {
    throw new ScimError("invalid_request_payload");
  }
  if (isHostile(parsed, settings.maxBodyDepth)) throw new ScimError("invalid_request_payload");
  return parsed;
}
