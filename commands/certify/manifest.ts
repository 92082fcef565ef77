import { sha256 } from "./sha256.ts";

export const manifestName = "MANIFEST.sha256";

/** A line for each file, in the order of the names, in the form of `sha256sum`. */
export function manifestOf(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, text]) => `${sha256(text)}  ${name}\n`)
    .join("");
}
