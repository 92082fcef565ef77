import { isDeepStrictEqual } from "node:util";
import type { DifferenceResult, Json } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import type { CatalogueEntry } from "./entry.ts";

/** What the probe of one entry saw in one version. */
export interface ProbeResult {
  id: string;
  version: Version;
  observation?: Readonly<Record<string, Json | undefined>>;
  /** How the observation departs from what the catalogue expects; empty when it does not. */
  mismatches: readonly string[];
  /** Why there is no observation. */
  notProbed?: string;
  exchanges: readonly string[];
}

/**
 * What a run says of each entry of the catalogue:
 * `not-probed` when a version was not observed; `as-documented` when both versions showed what the
 * catalogue expects of them; `not-seen` when they showed the same instead; else `otherwise`. Where
 * the versions have to agree (`same`), any disagreement is `otherwise`.
 */
export function compare(
  catalogue: readonly CatalogueEntry[],
  results: readonly ProbeResult[],
): DifferenceResult[] {
  return catalogue.map((entry) => {
    const of = (version: Version) =>
      results.find((result) => result.id === entry.id && result.version === version);
    return judge(entry, of("1.1"), of("2.0"));
  });
}

function judge(
  entry: CatalogueEntry,
  v1: ProbeResult | undefined,
  v2: ProbeResult | undefined,
): DifferenceResult {
  const { id, title, area, impact, kind, clientMustChange } = entry;
  const exchanges = [...(v1?.exchanges ?? []), ...(v2?.exchanges ?? [])];
  const result = (
    status: DifferenceResult["status"],
    seen: Pick<DifferenceResult, "v1" | "v2" | "note" | "same">,
  ): DifferenceResult => ({
    id,
    title,
    area,
    impact,
    kind,
    status,
    ...seen,
    clientMustChange,
    exchanges,
  });

  if (!v1?.observation || !v2?.observation) {
    const note = entry.notProbed ?? whyNotProbed(v1, v2);
    return result("not-probed", { v1: entry.v1, v2: entry.v2, note });
  }
  const agree = isDeepStrictEqual(v1.observation, v2.observation);
  const asExpected = v1.mismatches.length === 0 && v2.mismatches.length === 0;
  if (asExpected && (agree || !entry.same)) {
    const note = agree ? { same: true as const, note: "both versions showed the same" } : {};
    return result("as-documented", { v1: entry.v1, v2: entry.v2, ...note });
  }
  // Where both did the same, or what each might do, only the observations say what happened.
  const inFull = agree || asExpected;
  return result(agree && !entry.same ? "not-seen" : "otherwise", {
    v1: seen(entry.v1, v1, inFull),
    v2: seen(entry.v2, v2, inFull),
  });
}

function whyNotProbed(v1: ProbeResult | undefined, v2: ProbeResult | undefined): string {
  if (!v1 && !v2) return "the run did not look at differences between the versions";
  if (!v1 || !v2) return `version ${v1 ? "2.0" : "1.1"} was not tested`;
  if (v1.notProbed !== undefined && v1.notProbed === v2.notProbed) return v1.notProbed;
  const reasons = [v1, v2].flatMap(({ version, notProbed }) =>
    notProbed === undefined ? [] : [`${version}: ${notProbed}`],
  );
  return reasons.join("; ");
}

/** What a version did: the catalogue's words where it did that, what was observed otherwise. */
function seen(documented: string, probe: ProbeResult, inFull: boolean): string {
  if (!inFull && probe.mismatches.length === 0) return documented;
  return `seen: ${JSON.stringify(probe.observation)}`;
}
