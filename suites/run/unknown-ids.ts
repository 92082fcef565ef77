/** Ids that do not exist. In Slack, user ids start with U and group ids with S (FACT-ID-06). */
export const unknownUserId = "U00000000000";
export const unknownGroupId = "S00000000000";

/** Whether an id is one that checks use for a resource that does not exist. */
export const isUnknownId = (id: string): boolean => /^[US]0{10}(?:0|[1-9]\d{0,3})$/.test(id);
