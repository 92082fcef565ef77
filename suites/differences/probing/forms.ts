import type { Version } from "../../../client/index.ts";
import { type Expectation, oneOf } from "../../expectation.ts";
import type { CheckContext } from "../../run/check-context.ts";

/** What came of one change, sent to a version in the form of PATCH of each version. */
export type Forms = Record<"partialResource" | "operations", "works" | "no effect">;

/** The name of the form of PATCH that a version documents. */
export const nameOf = { "1.1": "partialResource", "2.0": "operations" } as const;

/** The foreign form first: mostly it does nothing, and the state before need not be made again. */
export const formsFor = (t: CheckContext): readonly Version[] =>
  t.version === "1.1" ? ["2.0", "1.1"] : ["1.1", "2.0"];

/**
 * A change that each version takes in its own form of PATCH: `partialResource` is that of 1.1,
 * `operations` that of 2.0. Whether 1.1 takes PatchOp as well is a guess (FACT-PATCH-23).
 */
export const inOwnForm: Readonly<Record<Version, Expectation>> = {
  "1.1": { partialResource: "works", operations: oneOf("no effect", "works") },
  "2.0": { partialResource: "no effect", operations: "works" },
};
