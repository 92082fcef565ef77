import type { NeutralUser } from "../../../schemas/index.ts";
import { equal, type Json } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import { type JointPatch, patchTogether, type SeenPatch } from "../../patch/joint-patches.ts";
import { sceneOf } from "../../patch/patching.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { selectionOf } from "../../run/selection.ts";
import { Skip } from "../../run/stop.ts";
import type { AnyTrial, Trial } from "./trial.ts";
import { userAt } from "./user-changes.ts";

/** What a trial saw, in a PATCH that it shares or in its own. */
export async function tried<R extends Json>(t: CheckContext, trial: Trial<R>): Promise<R> {
  const shared = (await sharedTrials(t)).get(trial.key);
  if (shared === undefined) return triedAlone(t, trial);
  t.cite(shared.exchanges);
  const { after, scene, outcome } = shared.seen;
  return trial.see(after, scene, outcome);
}

function triedAlone<R extends Json>(t: CheckContext, trial: Trial<R>): Promise<R> {
  const { state, touches, intents, call, see, says } = trial;
  const fresh = t.names.next();
  return t.fixtures.leaseUser(
    async (user) => {
      const scene = sceneOf(t, user, fresh);
      const answer = await t.users.patch(user.id, intents(scene), call);
      const read = () => userAt(t, user.id);
      const seen = (after: NeutralUser) => see(after, scene, answer);
      const after = says ? await t.step(read, (now) => says(seen(now))) : await read();
      return seen(after);
    },
    { state: state && ((user) => state(sceneOf(t, user, fresh))), touches },
  );
}

/**
 * What the trials of this run saw in the requests that they share, by key. Only of a provider whose
 * users have every attribute: what another one makes of several changes at once is not known.
 */
function sharedTrials(t: CheckContext): Promise<Map<string, Shared>> {
  return t.once("PATCHes that several differences share", async () => {
    if (!t.provider.offers.everyAttribute || !t.writes) return new Map();
    const { value: made } = await t.apart(() =>
      Promise.allSettled(selectionOf(t).differences.map(async ({ trials }) => trials?.(t) ?? [])),
    );
    const trials = made.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    const isForeign = ({ call }: AnyTrial) => (call?.encodeAs ?? t.version) !== t.version;
    const foreign = await sharedBy(t, trials.filter(isForeign), true);
    const own = await sharedBy(
      t,
      trials.filter((trial) => !isForeign(trial)),
      false,
    );
    return new Map([...foreign, ...own]);
  });
}

type Shared = { seen: SeenPatch; exchanges: readonly string[] };

function sharedBy(
  t: CheckContext,
  trials: readonly AnyTrial[],
  isForeign: boolean,
): Promise<Map<string, Shared>> {
  return patchTogether(t, trials.map(joint), {
    mayBeRejected: isForeign,
    step: (request, send, count) => t.step(send, () => captions[request](count, isForeign)),
  });
}

const captions = {
  PATCH: (count: number) => `one PATCH with the changes of ${count} probes`,
  GET: (count: number, isForeign: boolean) =>
    `reads the user back: the ${count} changes ${isForeign ? "had no effect" : "are as expected"}`,
} as const;

function joint({
  key,
  state,
  touches,
  intents,
  call,
  see,
  usual,
}: AnyTrial): JointPatch<SeenPatch> {
  return {
    key,
    ...(state ? { state } : {}),
    intents: (scene) => [...intents(scene)],
    call: () => call ?? {},
    changes: touches,
    accept: async (seen) => {
      try {
        return equal(asJson(see(seen.after, seen.scene, seen.outcome)), usual) ? seen : undefined;
      } catch (error) {
        // It shows nothing of what is tried here.
        if (error instanceof Skip) return undefined;
        throw error;
      }
    },
  };
}
