import fc, { type Arbitrary } from "fast-check";
import { draftArbitrary } from "./sequence/drafts.ts";
import { Progress, type SequenceConstraints } from "./sequence/progress.ts";
import type { Step } from "./sequence/step.ts";
import { createUserDraft } from "./sequence/user-drafts.ts";

/**
 * Sequences of calls that a client may make: a changed resource was created before
 * and not deleted since, no two users share a userName or an address, and only active members are
 * added to groups. Steps that no longer apply after others were removed by shrinking are dropped, so
 * shrinking keeps these rules; it ends in the creation of a minimal user.
 */
export function sequenceArbitrary(constraints: SequenceConstraints = {}): Arbitrary<Step[]> {
  const { maxSteps = 10 } = constraints;
  const others = fc.array(draftArbitrary(constraints), { maxLength: maxSteps - 1, size: "max" });
  return fc.tuple(createUserDraft(), others).map(([first, rest]) => {
    const progress = new Progress(constraints);
    return [first, ...rest].flatMap((draft) => draft(progress) ?? []);
  });
}
