import { isDeepStrictEqual } from "node:util";
import type { DifferenceResult, Json } from "../../schemas/index.ts";
import type { CatalogueEntry } from "./entry.ts";

/** What the probe of one entry saw in one version. */
export interface ProbeResult {
  id: string;
  version: "1.1" | "2.0";
  observation?: Readonly<Record<string, Json | undefined>>;
  /** How the observation departs from what the catalogue expects; empty when it does not. */
  mismatches: readonly string[];
  /** Why there is no observation. */
  notProbed?: string;
  exchanges: readonly string[];
}

/**
 * What a run says of each entry of the catalogue:
 * `not-probed` when a version was not observed, `not-seen` when both versions showed the same,
 * `otherwise` when a version showed something else than the catalogue says, else `as-documented`.
 */
export function compare(
  catalogue: readonly CatalogueEntry[],
  results: readonly ProbeResult[],
): DifferenceResult[] {
  return catalogue.map((entry) => {
    const of = (version: "1.1" | "2.0") =>
      results.find((result) => result.id === entry.id && result.version === version);
    return judge(entry, of("1.1"), of("2.0"));
  });
}

function judge(
  entry: CatalogueEntry,
  v1: ProbeResult | undefined,
  v2: ProbeResult | undefined,
): DifferenceResult {
  const exchanges = [...(v1?.exchanges ?? []), ...(v2?.exchanges ?? [])];
  const result = (
    status: DifferenceResult["status"],
    seen1: string,
    seen2: string,
  ): DifferenceResult => ({
    id: entry.id,
    area: entry.area,
    impact: entry.impact,
    kind: entry.kind,
    status,
    v1: seen1,
    v2: seen2,
    clientMustChange: entry.clientMustChange,
    exchanges,
  });
  if (!v1?.observation || !v2?.observation) return result("not-probed", entry.v1, entry.v2);
  if (isDeepStrictEqual(v1.observation, v2.observation)) {
    return result("not-seen", seen(entry.v1, v1, true), seen(entry.v2, v2, true));
  }
  const asExpected = v1.mismatches.length === 0 && v2.mismatches.length === 0;
  return result(asExpected ? "as-documented" : "otherwise", seen(entry.v1, v1), seen(entry.v2, v2));
}

/** What a version did: the catalogue's words where it did that, what was observed otherwise. */
function seen(documented: string, probe: ProbeResult, inFull = false): string {
  if (!inFull && probe.mismatches.length === 0) return documented;
  return `seen: ${JSON.stringify(probe.observation)}`;
}
