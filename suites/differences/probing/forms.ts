import type { Version } from "../../../client/index.ts";
import { type Expectation, oneOf } from "../../expectation.ts";
import type { CheckContext } from "../../run/check-context.ts";

/** The result of one change, sent to a version in each version's form of PATCH. */
export type Forms = Record<"partialResource" | "operations", "works" | "no effect">;

/** The name of a version's documented form of PATCH. */
export const nameOf = { "1.1": "partialResource", "2.0": "operations" } as const;

/**
 * The other version's form first: mostly it has no effect, so the initial state need not be
 * restored.
 */
export const formsFor = (t: CheckContext): readonly [Version, Version] =>
  t.version === "1.1" ? ["2.0", "1.1"] : ["1.1", "2.0"];

/**
 * A change that each version accepts in its own form of PATCH: `partialResource` in 1.1,
 * `operations` in 2.0. Whether 1.1 also accepts PatchOp is a guess (FACT-PATCH-23).
 */
export const inOwnForm: Readonly<Record<Version, Expectation>> = {
  "1.1": { partialResource: "works", operations: oneOf("no effect", "works") },
  "2.0": { partialResource: "no effect", operations: "works" },
};
