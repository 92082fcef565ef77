/** Ids of no existing user or group; Slack's ids of users start with U, of groups with S (facts §3.2). */
export const nobody = "U00000000000";
export const noGroup = "S00000000000";

/** Whether a check made an id up, to see what becomes of a request for what is not there. */
export const isMadeUp = (id: string): boolean => /^[US]0{10}(?:0|[1-9]\d{0,3})$/.test(id);
