import type { JsonObject } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { jointly, type SeenJointly } from "../run/jointly.ts";
import {
  attributeOf,
  bodyOf,
  lastShown,
  type Patched,
  readUser,
  type Scene,
  sampleScene,
  sceneOf,
  type UserPatch,
} from "./patching.ts";
import { stateNeeded, writtenTexts } from "./written-values.ts";

/** A PATCH of a user that can share its request with changes of other attributes. */
export interface JointPatch<R> extends UserPatch {
  /** Unique among those that are sent together. */
  key: string;
  /** The paths that it changes. */
  changes: readonly string[];
  /**
   * What the rule sees in a PATCH that it shares.
   * @param changes the paths that all of them change
   * @returns undefined where this is not what is expected: then the rule is tested alone
   */
  accept: (seen: SeenPatch, changes: readonly string[]) => Promise<R | undefined>;
}

/** How a PATCH is sent that several share. */
export interface JointSending {
  /** Whether it may be rejected: as each of them may that is in the form of the other version. */
  mayBeRejected?: boolean;
  /** Does a request of it, and says what the request is for. */
  step?: <T>(request: "PATCH" | "GET", send: () => Promise<T>, count: number) => Promise<T>;
}

/** A PATCH that several rules share. */
export type SeenPatch = Patched<NeutralUser> & { scene: Scene };

/** Sends several PATCHes together: see {@link jointly}. */
export function patchTogether<R>(
  t: CheckContext,
  patches: readonly JointPatch<R>[],
  sending: JointSending = {},
): Promise<Map<string, SeenJointly<R>>> {
  const scene = sampleScene(t);
  const joint = patches.map((patch) => ({
    ...patch,
    touched: touchedBy(patch, scene),
    sent: JSON.stringify([bodyOf(t, patch, scene), patch.state?.(scene)]),
  }));
  return jointly(t, joint, (group) => sendTogether(t, group, sending));
}

/** The attributes that a change needs in a certain state, or changes. */
function touchedBy(patch: JointPatch<unknown>, scene: Scene): string[] {
  const intents = patch.intents(scene).map(({ path }) => path);
  const state = Object.keys(patch.state?.(scene) ?? {});
  return [...new Set([...patch.changes, ...intents, ...state].map(attributeOf))];
}

/** @returns what each rule saw, or undefined where one of them did not see what is expected */
async function sendTogether<R>(
  t: CheckContext,
  group: readonly JointPatch<R>[],
  sending: JointSending,
): Promise<Map<string, R> | undefined> {
  const changes = group.flatMap((patch) => patch.changes);
  const seen = await patchOnce(t, group, sending);
  const { status } = seen.outcome;
  if (status >= (sending.mayBeRejected ? 500 : 400)) return undefined;
  const results = new Map<string, R>();
  for (const patch of group) {
    const result = await patch.accept(seen, changes);
    if (result === undefined) return undefined;
    results.set(patch.key, result);
  }
  return results;
}

function patchOnce(
  t: CheckContext,
  group: readonly JointPatch<unknown>[],
  { step = (_, send) => send() }: JointSending,
): Promise<SeenPatch> {
  const fresh = t.names.next();
  const sample = sampleScene(t);
  const written = group.flatMap((patch) => writtenTexts(bodyOf(t, patch, sample)));
  const wanted = Object.assign({}, ...group.map((patch) => patch.state?.(sample) ?? {}));
  const touched = group.flatMap((patch) => touchedBy(patch, sample));
  const touches = stateNeeded(touched, written, wanted);
  const state = (user: Created<NeutralUser>): Partial<NeutralUser> =>
    Object.assign({}, ...group.map((patch) => patch.state?.(sceneOf(t, user, fresh)) ?? {}));
  return t.fixtures.leaseUser(
    async (user) => {
      const scene = sceneOf(t, user, fresh);
      const before = await lastShown(t, user);
      const bodies = distinct(group.map((patch) => bodyOf(t, patch, scene)));
      const send = () => t.users.patch(user.id, [], { change: () => merged(bodies) });
      const outcome = await step("PATCH", send, group.length);
      const after = await step("GET", () => readUser(t, user.id), group.length);
      return { outcome, before, after, scene, declined: undefined };
    },
    { state, touches, avoids: () => written },
  );
}

function distinct(bodies: readonly JsonObject[]): JsonObject[] {
  return [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()];
}

/** One body for changes of different attributes: lists are joined, and so are objects such as `meta`. */
function merged(bodies: readonly JsonObject[]): JsonObject {
  const whole: JsonObject = {};
  for (const body of bodies) {
    for (const [name, value] of Object.entries(body)) whole[name] = joined(whole[name], value);
  }
  return whole;
}

function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    const added = other.filter((each) => typeof each !== "string" || !one.includes(each));
    return [...one, ...added];
  }
  return isObject(one) && isObject(other) ? merged([one, other]) : (other ?? one);
}
