import type { Entry, FileProblem, Reading } from "../../commands/migrate/formats/entry.ts";

/** A text as the readers take it, in pieces of a length. */
export async function* pieces(text: string, length = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += Math.max(1, length)) {
    yield text.slice(at, at + Math.max(1, length));
  }
}

/** All that a reader gives. */
export async function everything(reading: Reading): Promise<(Entry | FileProblem)[]> {
  const all: (Entry | FileProblem)[] = [];
  for await (const one of reading) all.push(one);
  return all;
}

/** The entries that a reader gives; it must report no problem of the file. */
export async function entries(reading: Reading): Promise<Entry[]> {
  const all = await everything(reading);
  return all.map((one) => {
    if ("problem" in one) throw new Error(one.problem);
    return one;
  });
}
