import type { Catalogue, Coverage, Exchange, Results } from "../schemas/index.ts";
import { type OwnValues, ownValues } from "./differences/own-values.ts";
import { type Learnt, learntFrom } from "./learnt/learnt.ts";
import { type TargetTraces, tracesOf } from "./learnt/target-traces.ts";
import {
  readCatalogue,
  readCoverage,
  readCreated,
  readExchanges,
  readResults,
} from "./run-directory.ts";
import { type SinceLastRun, sinceLastRun } from "./since/since-last-run.ts";
import { previousRecord } from "./since/verdict-record.ts";

/** What the pages and documents of a run are made of. */
export interface RunData {
  results: Results;
  catalogue: Pick<Catalogue, "requirements" | "differences">;
  coverage: Coverage;
  /** By id. */
  exchanges: ReadonlyMap<string, Exchange>;
  own: OwnValues;
  /** What shows whom the run tested. */
  traces: TargetTraces;
  learnt: Learnt;
  since: SinceLastRun;
}

/**
 * Reads a finished run.
 * @throws Error with one line where a file of the run is missing or not valid
 */
export function readRun(directory: string): RunData {
  const parts = {
    results: readResults(directory),
    catalogue: readCatalogue(directory),
    coverage: readCoverage(directory),
  };
  return { ...parts, ...recordedOf(directory, parts.results) };
}

/** What the exchanges and the journal of a run say, and its earlier runs. */
export function recordedOf(
  directory: string,
  results: Results,
  exchanges: ReadonlyMap<string, Exchange> = readExchanges(directory),
): Omit<RunData, "results" | "catalogue" | "coverage"> {
  const created = readCreated(directory);
  const traces = tracesOf(exchanges, created);
  return {
    exchanges,
    own: ownValues(created.names, created.ids),
    traces,
    learnt: learntFrom(results, traces),
    since: sinceLastRun(results, previousRecord(directory, results)),
  };
}
