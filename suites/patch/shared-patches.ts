import type { ProbedDifference } from "../differences/difference.ts";
import { jointTrial } from "../differences/probing/joint-trials.ts";
import type { AnyTrial } from "../differences/probing/trial.ts";
import type { Findings } from "../not-observed.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { SeenJointly } from "../run/jointly.ts";
import { selectionOf } from "../run/selection.ts";
import { type JointSending, patchTogether, type SeenPatch } from "./joint-patches.ts";
import { jointOf } from "./user-patch-case.ts";

/** What a rule or a probe saw in a PATCH that it shares; of a rule, its findings too. */
interface Shared {
  seen: SeenPatch;
  findings?: Findings;
}

/**
 * What the rules and the probes of this run saw in the PATCHes that they share: of rules by title, of
 * probes by the key of the trial. Only of a provider whose users have every attribute: what another
 * one makes of several changes at once is not known.
 */
export function sharedPatches(t: CheckContext): Promise<Map<string, SeenJointly<Shared>>> {
  return t.once("PATCHes that several rules and differences share", async () => {
    if (!t.provider.offers.everyAttribute || !t.writes) return new Map();
    const { value: trials } = await t.apart(() => trialsOf(t));
    const isForeign = ({ call }: AnyTrial) => (call?.encodeAs ?? t.version) !== t.version;
    const isOwn = (trial: AnyTrial) => !isForeign(trial);
    const rules = selectionOf(t).requirements.flatMap((requirement) =>
      jointOf(requirement, requirement.versions[t.version]),
    );
    const results = await Promise.all([
      // The form of the other version may be rejected, and would take the others with it.
      patchTogether(t, trials.filter(isForeign).map(jointTrial), sending(t, true)),
      patchTogether(t, [...rules, ...trials.filter(isOwn).map(jointTrial)], sending(t, false)),
    ]);
    return new Map(results.flatMap((result) => [...result]));
  });
}

/** The trials of the differences that this run probes. */
async function trialsOf(t: CheckContext): Promise<AnyTrial[]> {
  const made = await Promise.all(selectionOf(t).differences.map((each) => madeBy(t, each)));
  return made.flat();
}

/** None where they could not be made: then each probe says why. */
async function madeBy(t: CheckContext, { trials }: ProbedDifference): Promise<readonly AnyTrial[]> {
  try {
    return (await trials?.(t)) ?? [];
  } catch {
    return [];
  }
}

const sending = (t: CheckContext, isForeign: boolean): JointSending => ({
  mayBeRejected: isForeign,
  step: (request, send, count) => t.step(send, () => captions[request](count, isForeign)),
});

const captions = {
  PATCH: (count: number) => `one PATCH with ${count} changes`,
  GET: (count: number, isForeign: boolean) =>
    `reads the user back: the ${count} changes ${isForeign ? "had no effect" : "are as expected"}`,
} as const;
