import { choice, flag } from "./setting.ts";

/** Settings of guests. */
export const guestSettings = {
  guestsInGroups: choice({
    values: ["accept", "refuse"],
    default: "accept",
    facts: ["FACT-GUEST-15"],
    decides: "multi-channel guests as members of a group",
  }),
  guestConversionDropsGroups: flag({
    default: true,
    facts: ["FACT-GUEST-16"],
    decides: "whether becoming a guest ends the memberships in groups",
  }),
};
