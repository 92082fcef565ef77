import type { DifferenceResult, Json } from "../../schemas/index.ts";

/** A known difference between the versions, as reviewed data. */
export interface CatalogueEntry {
  /** Permanent: `DIFF-URL-01`. */
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
  /** What each version does, for a person. */
  v1: string;
  v2: string;
  source: string;
  clientMustChange: string;
  /**
   * What the probe of this id is expected to observe in each version: equal values, or matchers as
   * the suites define them (`{$oneOf: …}`, `{$absent: true}` …).
   */
  expect: Readonly<Record<"1.1" | "2.0", Readonly<Record<string, Json>>>>;
}
