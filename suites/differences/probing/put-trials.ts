import type { JsonObject } from "../../../client/index.ts";
import type { NeutralUser } from "../../../schemas/index.ts";
import { equal, type Json } from "../../expectation.ts";
import { asJson } from "../../json.ts";
import { lastShown, type Scene, sceneOf } from "../../patch/patching.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { describeAnswer } from "../../run/fixtures.ts";
import { jointly, type SeenJointly } from "../../run/jointly.ts";
import { selectionOf } from "../../run/selection.ts";
import { blocked } from "../../run/stop.ts";
import type { AnyPutTrial, PutTrial } from "./put-trial.ts";
import { withTitle } from "./title-changes.ts";
import { userAt } from "./user-changes.ts";

/** A leased user before and after a PUT. */
interface SeenPut {
  status: number;
  refused: string;
  before: NeutralUser;
  after: NeutralUser;
  scene: Scene;
}

/**
 * What a trial saw: in one PUT with those of other attributes, where all of them are as expected, or
 * else in its own.
 * @throws Skip where its own PUT is rejected
 */
export async function triedByPut<R extends Json>(t: CheckContext, trial: PutTrial<R>): Promise<R> {
  const shared = (await sharedPuts(t)).get(trial.key);
  if (shared !== undefined) t.cite(shared.exchanges);
  const { status, refused, after, scene, before } = shared?.seen ?? (await putWith(t, [trial]));
  if (status >= 400 && !trial.mayBeRejected) throw blocked(`the PUT returned ${refused}`);
  return trial.see(after, scene, before);
}

/** What the trials of this run saw in the PUTs that they share, by key. */
function sharedPuts(t: CheckContext): Promise<Map<string, SeenJointly<SeenPut>>> {
  return t.once("PUTs that several differences share", async () => {
    if (!t.provider.offers.everyAttribute || !t.writes) return new Map();
    const trials = selectionOf(t).differences.flatMap(({ puts }) => puts?.(t) ?? []);
    const changes = trials.map((trial) => ({ ...trial, touched: trial.changes }));
    return jointly(t, changes, async (group) => {
      const seen = await putWith(t, group);
      const isUsual = ({ see, usual }: AnyPutTrial) =>
        equal(asJson(see(seen.after, seen.scene, seen.before)), usual);
      if (seen.status >= 400 || !group.every(isUsual)) return undefined;
      return new Map(group.map(({ key }) => [key, seen]));
    });
  });
}

/** One PUT of a leased user with the changes of these trials. */
function putWith(t: CheckContext, trials: readonly AnyPutTrial[]): Promise<SeenPut> {
  const fresh = t.names.next();
  return t.fixtures.leaseUser(
    async (user) => {
      if (trials.some(({ needsTitle }) => needsTitle)) await withTitle(t, user);
      const before = await lastShown(t, user);
      const scene = sceneOf(t, user, fresh);
      const sent = Object.assign({}, user.sent, ...trials.map(({ sends }) => sends?.(scene) ?? {}));
      const change = (body: JsonObject) =>
        trials.reduce((changed, trial) => trial.change?.(changed) ?? changed, body);
      const send = () => t.users.replace(user.id, sent, { change });
      const outcome =
        trials.length === 1
          ? await send()
          : await t.step(send, () => `one PUT with the changes of ${trials.length} probes`);
      const after = await userAt(t, user.id);
      return { status: outcome.status, refused: describeAnswer(outcome), before, after, scene };
    },
    { touches: [] },
  );
}
