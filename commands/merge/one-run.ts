import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import type { Results } from "../../schemas/index.ts";
import { rulesOf } from "./order.ts";
import type { ShardFolder } from "./shard-folder.ts";

/** What all shards of one run have in common, with the name that a user knows it by. */
const common: readonly (readonly [name: string, of: (results: Results) => unknown])[] = [
  ["suite version", ({ toolVersion }) => toolVersion],
  ["profile", ({ profile }) => profile],
  ["seed", ({ seed }) => seed],
  ["number of cases", ({ cases }) => cases],
  ["number of shards", ({ shard }) => shard?.count],
  ["target", ({ target }) => target],
  ["kind of target", ({ embedded }) => (embedded ? "embedded" : "not embedded")],
  ["versions", ({ versions }) => versions.join(" and ")],
  ["selection", ({ selection }) => JSON.stringify(selection)],
  ["--strict", ({ strict }) => strict],
];

/**
 * Checks that folders are the shards of one run, each once.
 * @param isPartial whether shards may be missing
 * @returns the shards by their indexes, and the indexes that are missing
 * @throws UsageError that names the folder that differs, or the shard that is missing
 */
export function oneRun(
  folders: readonly ShardFolder[],
  isPartial: boolean,
): { shards: ShardFolder[]; missing: number[] } {
  const [first] = folders;
  if (!first) throw new UsageError("merge needs the folders of shards");
  for (const folder of folders) checkSame(first, folder);
  const byIndex = new Map<number, ShardFolder>();
  const { count } = first.results.shard;
  for (const folder of folders) {
    const { index } = folder.results.shard;
    const other = byIndex.get(index);
    if (other) {
      throw new UsageError(
        `${shown(other.directory)} and ${shown(folder.directory)} are both shard ${index}/${count}`,
      );
    }
    byIndex.set(index, folder);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((at) => !byIndex.has(at));
  if (missing.length > 0 && !isPartial) {
    const names = missing.map((index) => `${index}/${count}`).join(", ");
    const what = missing.length === 1 ? `shard ${names} is` : `shards ${names} are`;
    throw new UsageError(`${what} missing: add the folder, or merge the others with --partial`);
  }
  const shards = [...byIndex.values()].sort(
    (one, other) => one.results.shard.index - other.results.shard.index,
  );
  checkRules(shards, missing.length === 0);
  return { shards, missing };
}

/** @throws UsageError where two folders are of different runs */
function checkSame(first: ShardFolder, folder: ShardFolder): void {
  for (const [name, of] of common) {
    const [due, came] = [of(first.results), of(folder.results)];
    if (due === came) continue;
    throw new UsageError(
      `${shown(folder.directory)}: another ${name} than ${shown(first.directory)}: ${shown(String(came))}, not ${shown(String(due))}`,
    );
  }
  if (first.catalogueText !== folder.catalogueText) {
    throw new UsageError(
      `${shown(folder.directory)}: its catalogue.json is another than that of ${shown(first.directory)}`,
    );
  }
}

/**
 * Every rule of the run is in one shard.
 * @param isWhole whether no shard is missing
 * @throws UsageError that names a rule for which this does not hold
 */
function checkRules(shards: readonly ShardFolder[], isWhole: boolean): void {
  const places = new Map<string, string>();
  for (const { directory, results } of shards) {
    for (const rule of rulesOf(results)) {
      const other = places.get(rule);
      if (other !== undefined) {
        throw new UsageError(`${shown(other)} and ${shown(directory)} both have ${shown(rule)}`);
      }
      places.set(rule, directory);
    }
  }
  const [first] = shards;
  if (!isWhole || !first) return;
  const { versions } = first.results;
  for (const requirement of first.catalogue.requirements) {
    for (const version of versions) {
      const clause = requirement.versions[version];
      if (clause && !places.has(`${clause.id} [${version}]`)) {
        throw new UsageError(`no shard has a result of ${shown(clause.id)} [${version}]`);
      }
    }
  }
  for (const { id } of first.catalogue.differences) {
    if (!places.has(id)) throw new UsageError(`no shard has a result of ${shown(id)}`);
  }
}
