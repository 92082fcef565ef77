import { choice, milliseconds, whole } from "./setting.ts";

/** Settings of groups. */
export const groupSettings = {
  maxMembersPerCall: whole({
    min: 1,
    max: 1_000_000,
    default: 15_000,
    facts: ["FACT-GROUP-24"],
    decides: "largest number of members in one request (too_many_users)",
  }),
  maxGroupMembers: whole({
    min: 1,
    max: 1_000_000,
    default: 15_000,
    facts: ["FACT-GROUP-26", "FACT-GROUP-27"],
    decides: "largest group (group_member_max_exceeded); 5,000 for user groups",
  }),
  groupDuplicates: choice({
    values: ["refuse", "accept"],
    default: "refuse",
    facts: ["FACT-GROUP-28"],
    decides: "a displayName that another group has; refuse gives group_creation_failed",
  }),
  groupVisibilityDelayMs: milliseconds({
    default: 0,
    facts: ["FACT-GROUP-29"],
    decides: "milliseconds until a change of a group is visible",
  }),
};
