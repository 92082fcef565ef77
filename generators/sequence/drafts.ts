import fc, { type Arbitrary } from "fast-check";
import type { Draft } from "./draft.ts";
import { groupDraft, patchGroupDraft, pickGroupDraft } from "./group-drafts.ts";
import type { SequenceConstraints } from "./progress.ts";
import {
  activationDraft,
  createUserDraft,
  findUserDraft,
  patchUserDraft,
  readUserDraft,
  replaceUserDraft,
} from "./user-drafts.ts";

/** Every kind of step, the more useful ones more often. */
export function draftArbitrary(constraints: SequenceConstraints): Arbitrary<Draft> {
  const { namePrefix = "" } = constraints;
  return fc.oneof(
    { weight: 3, arbitrary: createUserDraft() },
    { weight: 5, arbitrary: patchUserDraft(constraints) },
    { weight: 2, arbitrary: replaceUserDraft() },
    { weight: 2, arbitrary: activationDraft("deactivateUser") },
    { weight: 2, arbitrary: activationDraft("reactivateUser") },
    { weight: 1, arbitrary: readUserDraft() },
    { weight: 1, arbitrary: findUserDraft() },
    { weight: 3, arbitrary: groupDraft("createGroup", namePrefix) },
    { weight: 3, arbitrary: patchGroupDraft(constraints) },
    { weight: 1, arbitrary: groupDraft("replaceGroup", namePrefix) },
    { weight: 1, arbitrary: pickGroupDraft("readGroup") },
    { weight: 1, arbitrary: pickGroupDraft("deleteGroup") },
  );
}
