import { isObject } from "../../../schemas/json-value.ts";
import type { ElementText } from "../input/json-elements.ts";
import { linesOf } from "../input/lines.ts";
import { elementsOf } from "./elements.ts";
import type { Entry, Reading } from "./entry.ts";
import { parsed, withoutByteEscapes } from "./json-body.ts";
import { type MemberMap, requestOf } from "./record-members.ts";
import { salvaged } from "./salvage.ts";

/** One JSON object a line, such as our exchanges.jsonl, or a log. */
export async function* readJsonLines(chunks: AsyncIterable<string>, map: MemberMap): Reading {
  for await (const lines of linesOf(chunks)) {
    for (const { number, text, isCut } of lines) {
      if (isCut) yield salvaged(text, number, "the line is too long");
      else if (text.trim() !== "") yield recordOf(text, number, map);
    }
  }
}

/** The same objects in one array, as some log services export them. */
export function readJsonArray(chunks: AsyncIterable<string>, map: MemberMap): Reading {
  const read = ({ text, isCut }: ElementText, entry: number): Entry =>
    isCut ? salvaged(text, entry, "the entry is too large") : recordOf(text, entry, map);
  return elementsOf(chunks, [], "array", read);
}

function recordOf(text: string, entry: number, map: MemberMap): Entry {
  const record =
    parsed(text) ?? parsed(withoutByteEscapes(text, (bytes) => JSON.stringify(bytes).slice(1, -1)));
  if (record === undefined) return salvaged(text, entry, "the line is not JSON");
  if (!isObject(record)) return salvaged(text, entry, "the line is not a JSON object");
  return requestOf(record, entry, map);
}
