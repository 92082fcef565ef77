import { UsageError } from "../../../reports/exit.ts";
import { shown } from "../../../reports/output/output-error.ts";
import { isObject } from "../../../schemas/json-value.ts";
import { parsed } from "./json-body.ts";

/** What `--format` can name, and what a file was recognised as. */
export const formats = ["har", "jsonl", "postman", "curl"] as const;
export type Format = (typeof formats)[number];

/** A file of an array of records is read as JSON Lines are. */
export type Recognised = Format | "json-array";

/** mitmproxy's own file: netstrings, the length first. */
const flowFile = /^\d+:\d+:[a-z_]+[;,]/;
const curlLine = /^\s*(?:\$ +)?curl(?:\.exe)?\s/m;
const curlCall = /(?:^|[\s;|&(`"/])curl(?:\.exe)?\s/m;

/**
 * Recognises the format of a file by its beginning.
 * @returns undefined for no known one
 * @throws UsageError for a format that has to be converted first
 */
export function recognise(file: string, head: string): Recognised | undefined {
  if (flowFile.test(head)) {
    throw new UsageError(
      `${shown(file)}: is a flow file of mitmproxy; turn it into a HAR: mitmdump -n -r ${shown(file)} --set hardump=${shown(file)}.har`,
    );
  }
  const text = head.trimStart();
  if (text.startsWith("{")) return ofObject(text);
  if (text.startsWith("[")) return "json-array";
  if (curlLine.test(head) || (head.startsWith("#!") && curlCall.test(head))) return "curl";
  if (hasJsonLine(text)) return "jsonl";
  return curlCall.test(head) ? "curl" : undefined;
}

function ofObject(text: string): Recognised | undefined {
  const [first = ""] = text.split("\n", 1);
  const object = parsed(first);
  if (isObject(object)) {
    const { log } = object;
    if (isObject(log) && ["entries", "creator", "version"].some((name) => name in log))
      return "har";
    return isObject(object.info) && "item" in object ? "postman" : "jsonl";
  }
  // The document has several lines, or one that is longer than what is looked at.
  if (/"(?:schema|_postman_\w+)"\s*:\s*"[^"]*getpostman/i.test(text)) return "postman";
  if (/^\{\s*(?:"\$?\w+"\s*:\s*(?:"[^"]*"|\d+)\s*,\s*)*"log"\s*:\s*\{/.test(text)) return "har";
  return "jsonl";
}

/** A log may begin with other lines. */
function hasJsonLine(text: string): boolean {
  return text.split("\n", 200).some((line) => line.startsWith("{") && isObject(parsed(line)));
}

/** Why a file is not recognised, for those formats that people take for a HAR. */
export function unrecognised(head: string): string {
  if (head.trim() === "") return "the file is empty";
  if (head.startsWith("PK")) return "the file is an archive, such as Fiddler's SAZ; export a HAR";
  return "the file is neither HAR, JSON Lines, a Postman collection nor curl commands";
}
