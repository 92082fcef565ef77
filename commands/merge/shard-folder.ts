import { existsSync, lstatSync, readFileSync } from "node:fs";
import { UsageError } from "../../reports/exit.ts";
import { checkFinishedRun } from "../../reports/output/claim.ts";
import { shown } from "../../reports/output/output-error.ts";
import { readCatalogue, readCurrentResults, runFiles } from "../../reports/run-directory.ts";
import type { Catalogue, Results } from "../../schemas/index.ts";
import { checkIntact } from "./intact.ts";

/** A finished shard. */
export interface ShardFolder {
  /** As the user gave it. */
  directory: string;
  results: Results & { shard: NonNullable<Results["shard"]> };
  /** The requirements and differences of the whole run. */
  catalogue: Pick<Catalogue, "requirements" | "differences">;
  /** The text of catalogue.json. */
  catalogueText: string;
}

/** @throws UsageError where the folder is not that of a finished shard, or was altered since */
export function readShard(directory: string): ShardFolder {
  if (!lstatSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${shown(directory)}: no such folder`);
  }
  try {
    // A folder of 0.1.0 has no mark: what its results say is more to the point.
    const results = existsSync(runFiles(directory).results)
      ? readCurrentResults(directory)
      : undefined;
    checkFinishedRun(directory);
    const { shard } = results ?? readCurrentResults(directory);
    if (!results || !shard) {
      throw new Error(`${directory}: is a whole run; merge takes runs with --shard I/N`);
    }
    if (shard.index > shard.count) {
      throw new Error(
        `${directory}: is shard ${shard.index} of ${shard.count}, which does not exist`,
      );
    }
    checkIntact(directory, results);
    const { catalogue: file } = runFiles(directory);
    return {
      directory,
      results: { ...results, shard },
      catalogue: readCatalogue(directory),
      catalogueText: existsSync(file) ? readFileSync(file, "utf8") : "",
    };
  } catch (error) {
    throw new UsageError(shown(error instanceof Error ? error.message : String(error)));
  }
}
