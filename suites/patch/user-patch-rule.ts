import type { NeutralUser } from "../../schemas/index.ts";
import { type Expectation, equal, type Observation } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import type { Finding, Findings } from "../not-observed.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { Clause, Requirement } from "../requirement.ts";
import { isAsExpected } from "../run/as-expected.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { SeenJointly } from "../run/jointly.ts";
import { selectionOf } from "../run/selection.ts";
import { blocked } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { type JointPatch, patchTogether, type SeenPatch } from "./joint-patches.ts";
import {
  alsoChanged,
  needsFilterInPath,
  needsShown,
  patchUser,
  refusal,
  type Scene,
  type UserPatch,
} from "./patching.ts";

/** A requirement on what one PATCH of a user changes, and on what it leaves unchanged. */
export interface UserPatchCase extends UserPatch {
  title: string;
  versions: Requirement["versions"];
  /** The attributes that the intents change, directly or not: `userName`, `enterprise.department`. */
  changes: readonly string[];
  /** The attributes that the PATCH removes. */
  removes?: readonly string[];
  /** Whether this rule tells that filters in paths are declined; others are then skipped. */
  tellsDeclined?: boolean;
  /** Whether a rejection is allowed: then only the state counts. */
  mayRefuse?: boolean;
  expect: Expectation;
  observe: (after: NeutralUser, scene: Scene) => Observation;
}

/**
 * These have values before the PATCH, which are to be kept.
 * @throws Skip where the provider rejects a create with one of them
 */
function needsFirstValues(t: CheckContext, { changes, expect }: UserPatchCase): void {
  const needed = ["addresses" in expect ? "emails" : "", ...changes];
  const refused = t.fixtures.refused?.attributes ?? [];
  const missing = ["name", "emails"].find(
    (name) => refused.includes(name) && needed.some((path) => path.split(".")[0] === name),
  );
  if (missing !== undefined) throw blocked(`the provider rejects users with ${missing}`);
}

/** What each of these requirements sends. */
const cases = new WeakMap<Requirement, UserPatchCase>();

export function userPatchRequirement(patch: UserPatchCase): Requirement {
  const requirement: Requirement = {
    title: patch.title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: patch.versions,
    ...(patch.removes ? { optional: patch.removes } : {}),
    expect: expectationOfCase(patch),
    check: async (t) => {
      await needsAttributes(t, ...patch.changes);
      needsFirstValues(t, patch);
      const shared = (await sharedPatches(t)).get(patch.title);
      if (shared !== undefined) {
        t.cite(shared.exchanges);
        return shared.seen;
      }
      const { scene, ...patched } = await patchUser(t, { ...patch, touches: patch.changes });
      const { before, after, declined } = patched;
      needsShown(t, before, patch.changes);
      if (!patch.tellsDeclined) needsFilterInPath(patched);
      return {
        ...(declined === undefined ? {} : { declined }),
        ...findingsOf(patch, { ...patched, scene }),
        alsoChanged: await alsoChanged(t, { before, after }, patch.changes),
      };
    },
  };
  cases.set(requirement, patch);
  return requirement;
}

function expectationOfCase({ mayRefuse, expect }: UserPatchCase): Expectation {
  return { ...(mayRefuse ? {} : { refused: false }), ...expect, alsoChanged: [] };
}

/** What a case sees of its own change. */
function findingsOf(patch: UserPatchCase, { outcome, after, scene }: SeenPatch): Findings {
  return {
    refused: refusal(outcome),
    ...withAttributes(patch.observe(after, scene), after, patch.changes),
  };
}

/**
 * What the cases of this run saw in the requests that they share, by title. Only of a provider whose
 * users have every attribute: what another one makes of several changes at once is not known.
 */
function sharedPatches(t: CheckContext): Promise<SharedPatches> {
  return t.once("PATCHes that several rules share", async () => {
    if (!t.provider.offers.everyAttribute) return new Map();
    const selected = selectionOf(t).requirements.flatMap((requirement) => {
      const [patch, clause] = [cases.get(requirement), requirement.versions[t.version]];
      return patch && clause && !patch.mayRefuse ? [{ patch, clause }] : [];
    });
    // A guess may be rejected, and would take the others with it.
    const isKnown = ({ clause: { slack } }: (typeof selected)[number]) =>
      slack !== undefined && slack.tag !== "INF";
    const groups = [selected.filter(isKnown), selected.filter((each) => !isKnown(each))];
    const results = await Promise.all(
      groups.map((group) =>
        patchTogether(
          t,
          group.map(({ patch, clause }) => joint(patch, clause)),
        ),
      ),
    );
    return new Map(results.flatMap((result) => [...result]));
  });
}

type SharedPatches = Map<string, SeenJointly<Findings>>;

function joint(patch: UserPatchCase, clause: Clause): JointPatch<Findings> {
  return {
    ...patch,
    key: patch.title,
    accept: async (seen, changes) => {
      const { before, after, scene } = seen;
      const also = await alsoChanged(scene.t, { before, after }, changes);
      const findings = { ...findingsOf(patch, seen), alsoChanged: also };
      return isAsExpected(clause, expectationOfCase(patch), findings) ? findings : undefined;
    },
  };
}

/** Facts that are not an attribute itself, with the attributes that they were taken from. */
function withAttributes(
  facts: Observation,
  after: NeutralUser,
  paths: readonly string[],
): Record<string, Finding> {
  const values = Object.fromEntries(
    paths.map((path) => [`${path} afterwards`, at(after, ...path.split("."))]),
  );
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      equal(fact, asJson(at(after, name))) ? fact : withValues(fact, values),
    ]),
  );
}
