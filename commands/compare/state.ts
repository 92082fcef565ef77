import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Redaction } from "../../client/index.ts";
import {
  type ComparisonState,
  countListed,
  type ResourceKind,
} from "../../reports/compare/comparison.ts";
import { UsageError } from "../../reports/exit.ts";
import { replaceText } from "../../reports/write-text.ts";
import { isObject } from "../../schemas/json-value.ts";
import { versions } from "../../schemas/version.ts";

/** Progress of one kind of resource. */
export interface WalkState {
  /** Where the next page of each version begins, from 1; 0 when there is none. */
  next: { "1.1": number; "2.0": number };
  finished: boolean;
  comparison: ComparisonState;
}

/** What is needed to resume: ids, counts and keyed fingerprints. */
export interface CompareState {
  format: 1;
  baseUrls: { "1.1": string; "2.0": string };
  /** Identifies the key of the fingerprints, which is derived from the token. */
  keyCheck: string;
  showValues: boolean;
  /** Bytes of findings.jsonl that belong to this state. */
  findingsBytes: number;
  requests: number;
  elapsedMs: number;
  walks: Partial<Record<ResourceKind, WalkState>>;
}

/** What a state must match to be resumed. */
export type Belonging = Pick<CompareState, "baseUrls" | "keyCheck" | "showValues">;

export interface CompareFiles {
  directory: string;
  state: string;
  findings: string;
  result: string;
}

export function compareFiles(directory: string): CompareFiles {
  return {
    directory,
    state: join(directory, "state.json"),
    findings: join(directory, "findings.jsonl"),
    result: join(directory, "comparison.json"),
  };
}

export function newState(belongsTo: Belonging): CompareState {
  return { format: 1, ...belongsTo, findingsBytes: 0, requests: 0, elapsedMs: 0, walks: {} };
}

/** How many users and groups were read so far, in both versions together. */
export function listedIn({ walks }: Pick<CompareState, "walks">): number {
  return Object.values(walks).reduce(
    (sum, { comparison }) => sum + countListed(comparison.counts),
    0,
  );
}

/**
 * How many users and groups an interrupted comparison in the folder has read; undefined without
 * one. Whether it belongs to this target is not asked.
 */
export function interruptedAt(file: string): number | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isState(json) ? listedIn(json) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Replaces the file in one step: an interruption leaves the old state or the new one. Ids are not
 * redacted, whatever they look like: they must be recognised on resume.
 */
export function writeState(
  file: string,
  state: CompareState,
  gate: Pick<Redaction, "withoutSecrets">,
): void {
  replaceText(file, gate.withoutSecrets(JSON.stringify(state)));
}

/** @throws UsageError when the state is missing or belongs to another comparison */
export function readState(file: string, expected: Belonging): CompareState {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new UsageError(`--resume: no interrupted comparison at ${file}`);
  }
  if (!isState(json))
    throw new UsageError(`--resume: ${file} was written by another version of this tool`);
  for (const version of versions) {
    if (json.baseUrls[version] !== expected.baseUrls[version]) {
      throw new UsageError(
        `--resume: ${file} belongs to another target (${json.baseUrls[version]})`,
      );
    }
  }
  if (json.keyCheck !== expected.keyCheck) {
    throw new UsageError(
      `--resume: ${file} was written with another token; start again without --resume`,
    );
  }
  if (json.showValues !== expected.showValues) {
    const how = json.showValues ? "with" : "without";
    throw new UsageError(
      `--resume: the comparison was started ${how} --show-values; resume it the same way`,
    );
  }
  return json;
}

/** This tool wrote the file, and replaces it in one step, so only its form is checked. */
function isState(json: unknown): json is CompareState {
  return (
    isObject(json) &&
    json.format === 1 &&
    isObject(json.baseUrls) &&
    typeof json.keyCheck === "string" &&
    typeof json.showValues === "boolean" &&
    typeof json.findingsBytes === "number" &&
    typeof json.requests === "number" &&
    typeof json.elapsedMs === "number" &&
    isObject(json.walks) &&
    Object.values(json.walks).every(isWalk)
  );
}

function isWalk(json: unknown): json is WalkState {
  return (
    isObject(json) &&
    isObject(json.next) &&
    typeof json.next["1.1"] === "number" &&
    typeof json.next["2.0"] === "number" &&
    typeof json.finished === "boolean" &&
    isObject(json.comparison) &&
    isObject(json.comparison.counts) &&
    isObject(json.comparison.waiting)
  );
}
