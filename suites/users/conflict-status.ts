import { oneOf } from "../expectation.ts";

/**
 * The status with which Slack rejects a value that another user has: it documents only the error
 * codes; 400 or 409 is a guess (FACT-ERROR-78).
 */
export const conflictStatus = oneOf(400, 409);
