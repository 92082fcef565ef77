import type { NeutralUser } from "../../../schemas/index.ts";
import type { Json } from "../../expectation.ts";
import { sceneOf, stateBefore } from "../../patch/patching.ts";
import { sharedPatches } from "../../patch/shared-patches.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { jointTrial } from "./joint-trials.ts";
import type { Trial } from "./trial.ts";
import { userAt } from "./user-changes.ts";

/** What a trial saw, in a PATCH that it shares or in its own. */
export async function tried<R extends Json>(t: CheckContext, trial: Trial<R>): Promise<R> {
  const shared = (await sharedPatches(t)).get(trial.key);
  if (shared === undefined) return triedAlone(t, trial);
  t.cite(shared.exchanges);
  const { after, scene, outcome } = shared.seen.seen;
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
    {
      state: state && ((user) => state(sceneOf(t, user, fresh))),
      ...stateBefore(t, jointTrial(trial), touches),
    },
  );
}
