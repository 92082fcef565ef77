import fc, { type Arbitrary } from "fast-check";
import { draftArbitrary } from "./sequence/drafts.ts";
import { Progress, type SequenceConstraints } from "./sequence/progress.ts";
import type { Step } from "./sequence/step.ts";
import { createUserDraft } from "./sequence/user-drafts.ts";

/**
 * Sequences of calls that a client may make of an organisation: what is changed was created before
 * and not deleted since, no two users share a userName or an address, and only active members are
 * put into groups. Steps that mean nothing any more after others were shrunk away are left out, so
 * shrinking keeps to these rules; it ends in the creation of a minimal user.
 */
export function sequenceArbitrary(constraints: SequenceConstraints = {}): Arbitrary<Step[]> {
  const { maxSteps = 10 } = constraints;
  const others = fc.array(draftArbitrary(constraints), { maxLength: maxSteps - 1, size: "max" });
  return fc.tuple(createUserDraft(), others).map(([first, rest]) => {
    const progress = new Progress(constraints);
    return [first, ...rest].flatMap((draft) => draft(progress) ?? []);
  });
}
