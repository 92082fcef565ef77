import type { NeutralUser } from "../../schemas/index.ts";
import { type Expectation, equal, type Observation } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import type { Finding, Findings } from "../not-observed.ts";
import type { Clause, Requirement } from "../requirement.ts";
import { isAsExpected } from "../run/as-expected.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";
import type { JointPatch, SeenPatch } from "./joint-patches.ts";
import { alsoChanged, refusal, type Scene, type UserPatch } from "./patching.ts";

/** A requirement on what one PATCH of a user changes, and on what it leaves unchanged. */
export interface UserPatchCase extends UserPatch {
  title: string;
  versions: Requirement["versions"];
  /** The attributes that the intents change, directly or not: `userName`, `enterprise.department`. */
  changes: readonly string[];
  /** The attributes that the PATCH removes. */
  removes?: readonly string[];
  /** The PATCH, where others use it too; it shares no request with PATCHes of other attributes. */
  send?: (t: CheckContext) => Promise<SeenPatch>;
  /** Whether this rule tells that filters in paths are declined; others are then skipped. */
  tellsDeclined?: boolean;
  /** Whether a rejection is allowed: then only the state counts. */
  mayRefuse?: boolean;
  expect: Expectation;
  observe: (after: NeutralUser, scene: Scene) => Observation;
}

/** What each of these requirements sends. */
const cases = new WeakMap<Requirement, UserPatchCase>();

/** Remembers what a requirement sends. */
export function remember(requirement: Requirement, patch: UserPatchCase): void {
  cases.set(requirement, patch);
}

export function expectationOfCase({ mayRefuse, expect }: UserPatchCase): Expectation {
  return { ...(mayRefuse ? {} : { refused: false }), ...expect, alsoChanged: [] };
}

/** What a case sees of its own change. */
export function findingsOf(patch: UserPatchCase, { outcome, after, scene }: SeenPatch): Findings {
  return {
    refused: refusal(outcome),
    ...withAttributes(patch.observe(after, scene), after, patch.changes),
  };
}

/** What a rule saw in a PATCH that it shares. */
export interface SeenByRule {
  seen: SeenPatch;
  findings: Findings;
}

/** The PATCH of a requirement that can share its request, by its title; none where it cannot. */
export function jointOf(
  requirement: Requirement,
  clause: Clause | undefined,
): JointPatch<SeenByRule>[] {
  const patch = cases.get(requirement);
  if (!patch || !clause || patch.mayRefuse || patch.send) return [];
  const accept = async (seen: SeenPatch, changes: readonly string[]) => {
    const { before, after, scene } = seen;
    const also = await alsoChanged(scene.t, { before, after }, changes);
    const findings = { ...findingsOf(patch, seen), alsoChanged: also };
    return isAsExpected(clause, expectationOfCase(patch), findings)
      ? { seen, findings }
      : undefined;
  };
  return [{ ...patch, key: patch.title, accept }];
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
