import { gunzipSync } from "node:zlib";
import { isDeeperThan } from "../../../schemas/json-value.ts";

/** Deeper values are no bodies of SCIM, and would end recursion the hard way. */
const deepest = 100;
const largestBody = 32 * 1024 * 1024;

/** A body, or why there is none that can be read. */
export interface ReadBody {
  readonly body?: unknown;
  readonly unreadable?: string;
}

/**
 * The JSON of a body. Variables that stand without quotes, such as `{"active": {{active}}}`, are
 * read as texts: they are opaque.
 * @param openVariable how variables look in the recording
 */
export function bodyOfText(text: string, openVariable?: RegExp): ReadBody {
  if (text.trim() === "") return {};
  let json = parsed(text);
  if (json === undefined && openVariable) json = parsed(quoted(text, openVariable));
  return json === undefined ? { unreadable: "the body is not JSON" } : bodyOfValue(json);
}

/** A body that was recorded as JSON already, or as a text. */
export function bodyOfMember(value: unknown): ReadBody {
  if (value === undefined || value === null) return {};
  return typeof value === "string" ? bodyOfText(value) : bodyOfValue(value);
}

/** The JSON of an answer's body; undefined where it is none. */
export function answerBody(value: unknown): unknown {
  return bodyOfMember(value).body;
}

/** A text that was recorded in Base64; it may be compressed. Undefined where it cannot be read. */
export function fromBase64(text: string): string | undefined {
  const bytes = Buffer.from(text, "base64");
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBody }).toString("utf8");
  } catch {
    return undefined;
  }
}

function bodyOfValue(value: unknown): ReadBody {
  return isDeeperThan(deepest, value)
    ? { unreadable: "the body is nested too deeply" }
    : { body: value };
}

/** @returns undefined where a text is not JSON */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A text without the escapes of nginx, which writes quotes, backslashes and what is not ASCII as bytes: `\\x22`.
 * @param write how the text of the bytes is written
 */
export function withoutByteEscapes(text: string, write = (decoded: string) => decoded): string {
  return text.replace(/(?:\\x[0-9A-Fa-f]{2})+/g, (run) =>
    write(Buffer.from(run.replaceAll("\\x", ""), "hex").toString("utf8")),
  );
}

/** Puts quotes around the variables that stand outside of JSON strings. */
function quoted(text: string, openVariable: RegExp): string {
  const tokens = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|(${openVariable.source})`, "gs");
  return text.replace(tokens, (found, variable?: string) =>
    variable === undefined ? found : JSON.stringify(variable),
  );
}
