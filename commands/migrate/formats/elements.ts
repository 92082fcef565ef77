import { ElementScanner, type ElementText } from "../input/json-elements.ts";
import type { Entry, Reading } from "./entry.ts";

/**
 * Reads the elements of an array in a JSON document one by one.
 *
 * @param path the names of the members that lead to the array
 * @param name the array, in a message
 */
export async function* elementsOf(
  chunks: AsyncIterable<string>,
  path: readonly string[],
  name: string,
  read: (element: ElementText, entry: number) => Entry,
): Reading {
  const scanner = new ElementScanner(path);
  let entry = 0;
  for await (const chunk of chunks) {
    for (const element of scanner.feed(chunk)) {
      entry += 1;
      yield read(element, entry);
    }
  }
  const end = scanner.end();
  if (end === "no-array") yield { problem: `the file has no ${name}` };
  if (end === "cut-off")
    yield { problem: "the file is cut off, or its brackets do not match", after: entry };
}
