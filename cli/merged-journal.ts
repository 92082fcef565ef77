import { runFiles } from "../reports/run-directory.ts";
import { Journal } from "../suites/run/journal.ts";

/**
 * Writes the journals of shards as one: reports read there which names and ids the runs gave. Each
 * request keeps a number that no other has.
 * @param directory of the merged run
 * @param shards their folders
 */
export function mergeJournals(directory: string, shards: readonly string[]): Journal {
  const merged = new Journal(runFiles(directory).journal);
  const journals = shards.map((shard) => new Journal(runFiles(shard).journal));
  const owners = journals.flatMap((journal) => journal.owner() ?? []);
  const [first] = owners;
  if (!first) return merged;
  const { runTag: _, embedded, ...owner } = first;
  const isEmbedded = embedded && owners.every((other) => other.embedded);
  merged.open(isEmbedded ? { ...owner, embedded } : owner);
  let before = 0;
  for (const journal of journals) {
    const entries = journal.read();
    for (const { call, ...entry } of entries) {
      merged.write(call === undefined ? entry : { ...entry, call: before + call });
    }
    before += Math.max(0, ...entries.map(({ call = 0 }) => call));
  }
  return merged;
}
