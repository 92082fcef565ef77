/**
 * The status that Slack returns for a PATCH of a group (FACT-PATCH-03): observed in 1.1, where the
 * body is empty; documented in 2.0, where the body is the group.
 */
export const groupPatchStatus = { "1.1": 204, "2.0": 200 } as const;
