import fc, { type Arbitrary } from "fast-check";
import type { PatchIntent } from "../../schemas/index.ts";
import type { Change } from "../patch/change.ts";
import type { Progress } from "./progress.ts";
import type { Step } from "./step.ts";

/** A step that is decided when the steps before it are known; undefined when it does not apply. */
export type Draft = (progress: Progress) => Step | undefined;

/** One of the names, undefined when there are none. */
export function picked<Value>(names: Iterable<Value>, pick: number): Value | undefined {
  const all = [...names];
  return all[pick % all.length];
}

/** A drawn change that is not yet applied to a state. */
export interface DrawnChange<Resource> {
  readonly change: Change<Resource>;
  readonly intentOf: (state: Resource) => PatchIntent;
}

/** One to three changes, no two of the same attribute. */
export function changesArbitrary<Resource>(
  changes: readonly Change<Resource>[],
): Arbitrary<DrawnChange<Resource>[]> {
  const drawn = changes.map((change) =>
    change.intent.map((intentOf): DrawnChange<Resource> => ({ change, intentOf })),
  );
  return fc.uniqueArray(fc.oneof(...drawn), {
    minLength: 1,
    maxLength: 3,
    selector: ({ change }) => change.root,
  });
}

/** The drawn changes that apply to this state. */
export function intentsFor<Resource>(
  drawn: readonly DrawnChange<Resource>[],
  state: Resource,
): PatchIntent[] {
  return drawn.flatMap(({ change, intentOf }) => (change.applies(state) ? [intentOf(state)] : []));
}
