import type { DifferenceResult, Json } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";

/** A known difference between the versions, as reviewed data. */
export type CatalogueEntry = EntryText & (ProbedEntry | UnprobedEntry);

interface EntryText {
  /** Permanent: `DIFF-URL-01`; `SAME-01` for what is the same in both versions. */
  id: string;
  area: string;
  /** What differs, in a few words. */
  title: string;
  kind: Extract<DifferenceResult["kind"], "documented" | "observed">;
  /**
   * `breaking`: an unchanged client gets an error or cannot work; `silent`: it keeps running with
   * another result; `cosmetic`: no effect on a normal client.
   */
  impact: DifferenceResult["impact"];
  /** What each version does at Slack, for a person. */
  v1: string;
  v2: string;
  source: string;
  clientMustChange: string;
}

interface ProbedEntry {
  /**
   * What the probe of this id is expected to observe in each version: equal values, or matchers as
   * the suites define them (`{$oneOf: …}`, `{$absent: true}` …).
   */
  expect: Readonly<Record<Version, Expected>>;
  /**
   * Both versions have to show the same: a control, or an entry where the standards differ and
   * Slack does not.
   */
  same?: true;
  notProbed?: undefined;
}

interface UnprobedEntry {
  expect?: undefined;
  same?: undefined;
  /** Why no probe from outside is possible. */
  notProbed: string;
}

type Expected = Readonly<Record<string, Json>>;

/** Both versions are expected to show the same. */
export const sameInBoth = (expected: Expected) =>
  ({ same: true, expect: { "1.1": expected, "2.0": expected } }) as const;

/** One of several values: where Slack is not known well enough to expect one of them. */
export const oneOf = (...values: Json[]): Json => ({ $oneOf: values });
export const absent: Json = { $absent: true };
export const like = (pattern: RegExp): Json => ({ $matches: pattern.source });

/**
 * A change that each version takes in its own form of PATCH: `partialResource` is that of 1.1,
 * `operations` that of 2.0. Whether 1.1 takes PatchOp as well is a guess (facts §15).
 */
export const inOwnForm: Readonly<Record<Version, Expected>> = {
  "1.1": { partialResource: "works", operations: oneOf("no effect", "works") },
  "2.0": { partialResource: "no effect", operations: "works" },
};
