import { choice, flag } from "./setting.ts";

/** Settings of PATCH. */
export const patchSettings = {
  unknownPatchPath: choice({
    values: ["ignore", "error"],
    default: "ignore",
    facts: ["FACT-PATCH-98"],
    decides: "a PATCH with an unknown path",
  }),
  removeMembersWithValue: choice({
    values: ["all", "selected"],
    default: "all",
    facts: ["FACT-GROUP-53"],
    decides: "remove at members with a value: removes all members, or those in the value",
  }),
  patchNoTarget: choice({
    values: ["ignore", "error"],
    default: "ignore",
    facts: ["FACT-PATCH-99"],
    decides: "a PATCH whose value path selects nothing (DIFF-PATCH-08)",
  }),
  emptyOperations: choice({
    values: ["accept", "error"],
    default: "accept",
    facts: ["FACT-PATCH-30"],
    decides: 'a PATCH with "Operations": [], as Java sends it',
  }),
  v1AcceptsPatchOp: flag({
    default: false,
    facts: ["FACT-PATCH-23"],
    decides: "whether 1.1 accepts a PatchOp body, as one integrator sends it",
  }),
};
