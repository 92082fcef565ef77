import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { isDeeperThan } from "../../../schemas/json-value.ts";
import type { CapturedBody } from "../exchange.ts";

/** Deeper values are no bodies of SCIM, and would end recursion the hard way. */
const deepest = 100;
/** In bytes, decompressed. A page of a thousand users has about two million. */
const largestText = 8 * 1024 * 1024;
/** A page of a thousand users has about fifty thousand. More would use up the stand-ins, and take long. */
const mostValues = 100_000;

/** The JSON of a body, or why it cannot be recorded: then nothing of it may be written. */
export type ReadBody = { readonly json: unknown } | { readonly why: string };

/** @param encoding the value of `Content-Encoding` */
export function readBody({ bytes, size }: CapturedBody, encoding: string): ReadBody {
  if (bytes === undefined) return { why: `${size} bytes, too large to record` };
  const plain = decompressed(bytes, encoding.trim().toLowerCase());
  if (plain === undefined) return { why: `${size} bytes that cannot be decompressed` };
  if (plain.length > largestText) return { why: `${size} bytes, too large to record` };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(plain);
    const json: unknown = JSON.parse(text);
    if (isDeeperThan(deepest, json)) return { why: `${size} bytes, nested too deeply to record` };
    const isTooMuch = valuesLeft(json, mostValues) < 0;
    return isTooMuch ? { why: `${size} bytes, more than ${mostValues} values` } : { json };
  } catch {
    return { why: `${size} bytes that are not JSON` };
  }
}

/** @returns how many values of `most` are left; below 0 where there are more, without counting all */
function valuesLeft(value: unknown, most: number): number {
  let left = most - 1;
  if (typeof value !== "object" || value === null) return left;
  for (const one of Object.values(value)) {
    if (left < 0) return left;
    left = valuesLeft(one, left);
  }
  return left;
}

function decompressed(bytes: Buffer, encoding: string): Buffer | undefined {
  const options = { maxOutputLength: largestText };
  try {
    switch (encoding) {
      case "":
      case "identity":
        return bytes;
      case "gzip":
      case "x-gzip":
        return gunzipSync(bytes, options);
      case "br":
        return brotliDecompressSync(bytes, options);
      case "deflate":
        // Some servers send it without the wrapping of zlib.
        return ((bytes[0] ?? 0) & 0x0f) === 8
          ? inflateSync(bytes, options)
          : inflateRawSync(bytes, options);
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
