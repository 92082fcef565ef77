import { gzipSync } from "node:zlib";
import type { RedactedText } from "../schemas/index.ts";

/**
 * Texts by name, compressed, in Base64: a line of JSON that says where each text begins and ends, in
 * bytes after that line, then the texts. Equal texts are there once. What unpacks it in a page is
 * `browser/packed-data.js`.
 *
 * @param padding spaces that change nothing but the encoding
 */
export function packedTexts(texts: ReadonlyMap<string, RedactedText>, padding = 0): string {
  const places: Record<string, [start: number, end: number]> = {};
  const known = new Map<string, [start: number, end: number]>();
  const parts: Buffer[] = [];
  let length = 0;
  for (const [name, text] of texts) {
    let place = known.get(text);
    if (!place) {
      const bytes = Buffer.from(text);
      place = [length, length + bytes.length];
      length += bytes.length;
      parts.push(bytes);
      known.set(text, place);
    }
    places[name] = place;
  }
  const index = Buffer.from(`${" ".repeat(padding)}${JSON.stringify(places)}\n`);
  return gzipSync(Buffer.concat([index, ...parts])).toString("base64");
}
