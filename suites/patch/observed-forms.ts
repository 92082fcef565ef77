import { slackClause } from "../clause.ts";
import type { Requirement } from "../requirement.ts";
import { primaryOf, valuesOf, withOperations } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const filled = { title: "Engineer", displayName: "Countess" } as const;

/** Forms of a 2.0 PATCH of users that Slack is known to accept from real clients only. */
export const observedForms: readonly Requirement[] = [
  userPatchRequirement({
    title: "the name of an operation is accepted regardless of case: Replace, Add",
    versions: { "2.0": slackClause("SLACK-PATCH-95", "OBS", "FACT-PATCH-25") },
    intents: () => [],
    call: ({ otherAddress }) =>
      withOperations(
        { op: "Replace", path: "title", value: "Principal" },
        { op: "Add", path: "emails", value: [{ value: otherAddress, primary: false }] },
      ),
    changes: ["title", "emails"],
    expect: { title: "Principal", added: true },
    observe: ({ title, emails }, { otherAddress }) => ({
      title,
      added: valuesOf(emails).includes(otherAddress),
    }),
  }),
  userPatchRequirement({
    title: "`replace` at emails[primary eq true].value changes the primary address",
    versions: { "2.0": slackClause("SLACK-PATCH-96", "OBS", "FACT-PATCH-65") },
    intents: () => [],
    call: ({ otherAddress }) =>
      withOperations({
        op: "replace",
        path: "emails[primary eq true].value",
        value: otherAddress,
      }),
    changes: ["emails"],
    expect: { primary: "the new one" },
    observe: ({ emails }, { otherAddress }) => {
      const primary = primaryOf(emails);
      return { primary: primary === otherAddress ? "the new one" : primary };
    },
  }),
  userPatchRequirement({
    title: "`replace` with an empty string clears title and displayName",
    versions: { "2.0": slackClause("SLACK-PATCH-97", "OBS", "FACT-PATCH-44") },
    state: () => filled,
    intents: () => [],
    call: () =>
      withOperations(
        { op: "replace", path: "title", value: "" },
        { op: "replace", path: "displayName", value: "" },
      ),
    changes: ["title", "displayName"],
    // What Slack shows for a cleared displayName is not known: "" or the userName.
    expect: { kept: [] },
    observe: ({ title, displayName }) => ({
      kept: [
        ...(title === filled.title ? ["title"] : []),
        ...(displayName === filled.displayName ? ["displayName"] : []),
      ],
    }),
  }),
];
