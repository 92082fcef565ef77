import type { Version } from "../../client/index.ts";
import type { DifferenceResult } from "../../schemas/index.ts";
import { equal, mismatches } from "../expectation.ts";
import type { Difference } from "./difference.ts";
import type { ProbeResult } from "./probe-result.ts";

/**
 * The status of each known difference in a run: `not-probed` when a version was not observed;
 * `as-documented` when both versions showed what is expected of them; `not-seen` when both showed
 * the same instead; otherwise `otherwise`. Where the versions must agree (`same`), any disagreement
 * is `otherwise`.
 */
export function differenceResults(
  differences: readonly Difference[],
  probed: readonly ProbeResult[],
): DifferenceResult[] {
  return differences.map((difference) => {
    const of = (version: Version) =>
      probed.find((result) => result.id === difference.id && result.version === version);
    return resultOf(difference, of("1.1"), of("2.0"));
  });
}

function resultOf(
  difference: Difference,
  v1: ProbeResult | undefined,
  v2: ProbeResult | undefined,
): DifferenceResult {
  const { id, title, area, topic, impact, kind, clientMustChange } = difference;
  const exchanges = [...(v1?.exchanges ?? []), ...(v2?.exchanges ?? [])];
  const captions = { ...v1?.captions, ...v2?.captions };
  const answers = answersOf(difference, [v1, v2]);
  const result = (
    status: DifferenceResult["status"],
    seen: Pick<DifferenceResult, "v1" | "v2" | "note" | "same">,
  ): DifferenceResult => ({
    ...{ id, title, area, topic, impact, kind, status },
    ...seen,
    ...answers,
    clientMustChange,
    exchanges,
    ...(Object.keys(captions).length > 0 ? { captions } : {}),
  });

  if (!v1?.observation || !v2?.observation) {
    const note = difference.notProbed ?? whyNotProbed(v1, v2);
    return result("not-probed", { v1: difference.v1, v2: difference.v2, note });
  }
  const agree = equal(v1.observation, v2.observation);
  const asExpected = v1.mismatches.length === 0 && v2.mismatches.length === 0;
  if (asExpected && (agree || !difference.same)) {
    const note = agree ? { same: true as const, note: "both versions showed the same" } : {};
    return result("as-documented", { v1: difference.v1, v2: difference.v2, ...note });
  }
  // Where both did the same, or each did one of several expected things, only the observations show
  // what happened.
  const inFull = agree || asExpected;
  return result(agree && !difference.same ? "not-seen" : "otherwise", {
    v1: seen(difference.v1, v1, inFull),
    v2: seen(difference.v2, v2, inFull),
  });
}

/** What the versions that were probed showed of what is assumed. */
function answersOf(
  { assumes }: Difference,
  probes: readonly (ProbeResult | undefined)[],
): Pick<DifferenceResult, "assumed"> {
  if (assumes === undefined) return {};
  const answers = probes.flatMap((probe) => {
    const assumed = probe && assumes.expect[probe.version];
    if (!assumed || !probe.observation) return [];
    const isAsked = ([name]: [string, unknown]) => Object.hasOwn(assumed, name);
    const observation = Object.fromEntries(Object.entries(probe.observation).filter(isAsked));
    const agrees = mismatches(observation, assumed).length === 0;
    return [[probe.version, { observation, agrees }] as const];
  });
  if (answers.length === 0) return {};
  return { assumed: { facts: [...assumes.facts], versions: Object.fromEntries(answers) } };
}

function whyNotProbed(v1: ProbeResult | undefined, v2: ProbeResult | undefined): string {
  if (!v1 && !v2) return "the run did not observe differences between the versions";
  if (!v1 || !v2) return `version ${v1 ? "2.0" : "1.1"} was not tested`;
  if (v1.notProbed !== undefined && v1.notProbed.text === v2.notProbed?.text) {
    return v1.notProbed.text;
  }
  const reasons = [v1, v2].flatMap(({ version, notProbed }) =>
    notProbed === undefined ? [] : [`${version}: ${notProbed.text}`],
  );
  return reasons.join("; ");
}

/** What a version did: the documented text if it did that, otherwise what was observed. */
function seen(documented: string, probe: ProbeResult, inFull: boolean): string {
  if (!inFull && probe.mismatches.length === 0) return documented;
  return `seen: ${JSON.stringify(probe.observation)}`;
}
