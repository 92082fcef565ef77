import type { Version } from "../../client/index.ts";
import type { Json } from "../../schemas/index.ts";
import { type Matcher, oneOf } from "../expectation.ts";

/**
 * The status that Slack returns for a DELETE of a user (FACT-DELETE-01, FACT-DELETE-02): observed
 * in 1.1, documented in 2.0.
 */
export const userDeletionStatus = { "1.1": 200, "2.0": 204 } as const;

/**
 * The statuses that pass: the facts advise clients of 1.1 to accept that of 2.0 too
 * (FACT-DELETE-01).
 */
export const acceptedUserDeletion: Readonly<Record<Version, Json | Matcher>> = {
  "1.1": oneOf(userDeletionStatus["1.1"], userDeletionStatus["2.0"]),
  "2.0": userDeletionStatus["2.0"],
};
