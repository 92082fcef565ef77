import { type Zippable, zipSync } from "fflate";
import type { RedactedText } from "../schemas/index.ts";

/** The first moment that a ZIP file can have, in the time of the machine, as the format demands. */
const fixedTime = () => new Date(1980, 0, 1);

/**
 * A ZIP file of texts, with the entries in the order of their names: the same bytes for the same
 * texts, with any version of Node.js, since the library that compresses is pinned.
 */
export function archiveOf(files: ReadonlyMap<string, RedactedText>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    [...files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, text]) => [name, encoder.encode(text)]),
  );
  return zipSync(entries, { level: 9, mtime: fixedTime(), os: 0 });
}
