import type { FactId } from "../../facts/index.ts";
import type { NeutralUser, NeutralValue } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause, slackClauses } from "../clause.ts";
import { digits } from "../digits.ts";
import { oneOf } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { needsFilterInPath, patchUser, type Scene, valuesOf } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const [home, cell, other] = ["+1 555 0100", "+1 555 0101", "+1 555 0199"] as const;

const written = ({ t }: Scene, number: string) => t.provider.writes.phoneNumber(number);

const twoNumbers = (scene: Scene): Partial<NeutralUser> => ({
  phoneNumbers: [
    { value: written(scene, home), primary: true },
    { value: written(scene, cell), primary: false },
  ],
});

const numbers = (after: NeutralUser) => ({ numbers: valuesOf(after.phoneNumbers).sort() });

/** Slack's two numbers, identified by primary and type (FACT-USER-61). */
const slots = ({ phoneNumbers }: NeutralUser) => ({
  primary: phoneNumbers?.find((entry) => entry.primary === true)?.value ?? "none",
  mobile: phoneNumbers?.find((entry) => entry.type === "mobile")?.value ?? "none",
});

/**
 * A requirement on which number becomes primary and which mobile (FACT-USER-62, FACT-USER-77) of those
 * that a PATCH sets (FACT-PATCH-69).
 */
function phoneRule(
  id: string,
  title: string,
  entries: NeutralValue[],
  expect: { [slot: string]: string },
  fact: FactId,
  versions: Requirement["versions"] = slackClauses(id, "DOC", fact),
) {
  return userPatchRequirement({
    title,
    versions,
    intents: () => [
      { kind: "add", path: "phoneNumbers", values: entries.map((entry) => ({ ...entry })) },
    ],
    changes: ["phoneNumbers"],
    expect,
    observe: slots,
  });
}

/** A change of a number that the user does not have, for a rule and a probe. */
export const unknownNumberChanged = (t: CheckContext) =>
  t.once("PATCH of a phone number that does not exist", () =>
    patchUser(t, {
      state: twoNumbers,
      intents: () => [
        {
          kind: "changeValue",
          path: "phoneNumbers",
          match: { value: other },
          to: { value: "+1 555 0102" },
        },
      ],
    }),
  );

export const phoneNumbers: readonly Requirement[] = [
  phoneRule(
    "SLACK-PATCH-20",
    "of two phone numbers in a PATCH, the primary one becomes primary and the other mobile",
    [
      { value: home, primary: true },
      { value: cell, primary: false },
    ],
    { primary: home, mobile: cell },
    "FACT-USER-77",
  ),
  phoneRule(
    "SLACK-PATCH-21",
    "a phone number of type mobile becomes primary, and one of type work mobile",
    [
      { value: cell, type: "mobile" },
      { value: home, type: "work" },
    ],
    { primary: cell, mobile: home },
    "FACT-USER-77",
  ),
  phoneRule(
    "SLACK-PATCH-22",
    "a single phone number of type work becomes the mobile number",
    [{ value: home, type: "work" }],
    { mobile: home },
    "FACT-USER-62",
  ),
  phoneRule(
    "SLACK-PATCH-23",
    "a single phone number of type mobile becomes the primary number",
    [{ value: cell, type: "mobile" }],
    { primary: cell },
    "FACT-USER-62",
    // Of version 2.0 it is a guess (FACT-USER-63).
    { "1.1": slackClause("SLACK-PATCH-23", "DOC", "FACT-USER-62") },
  ),
  userPatchRequirement({
    title: "PATCH can remove all values of a multi-valued attribute by name",
    versions: {
      "1.1": slackClause("SLACK-PATCH-24", "DOC", "FACT-PATCH-71"),
      "2.0": clause("SCIM20-7644-3.5.2.2-02", doc("FACT-PATCH-71")),
    },
    state: twoNumbers,
    intents: () => [{ kind: "clear", path: "phoneNumbers" }],
    changes: ["phoneNumbers"],
    expect: { numbers: [] },
    observe: numbers,
  }),
  userPatchRequirement({
    title: "PATCH removes the mobile number and keeps the primary one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-25", "DOC", "FACT-PATCH-70"),
      "2.0": slackClause("SLACK-PATCH-25", "DOC", "FACT-PATCH-70"),
    },
    state: twoNumbers,
    intents: () => [{ kind: "remove", path: "phoneNumbers", match: { value: cell } }],
    changes: ["phoneNumbers"],
    expect: { primary: home, mobile: "none" },
    observe: slots,
  }),
  userPatchRequirement({
    title: "PATCH removes the primary phone number and keeps the other one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-91", "DOC", "FACT-PATCH-70"),
      "2.0": slackClause("SLACK-PATCH-91", "DOC", "FACT-PATCH-70"),
    },
    state: twoNumbers,
    intents: () => [{ kind: "remove", path: "phoneNumbers", match: { value: home } }],
    changes: ["phoneNumbers"],
    expect: { numbers: [cell] },
    observe: numbers,
  }),
  userPatchRequirement({
    title: "`replace` with a filter and a sub-attribute changes only that sub-attribute",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-07", doc("FACT-PATCH-72")) },
    state: twoNumbers,
    intents: (scene) => [
      {
        kind: "changeValue",
        path: "phoneNumbers",
        match: { value: written(scene, home) },
        to: { value: written(scene, other) },
      },
    ],
    changes: ["phoneNumbers"],
    expect: { primary: digits(other), others: [digits(cell)] },
    observe: ({ phoneNumbers }) => ({
      primary: digits(phoneNumbers?.find((entry) => entry.primary === true)?.value ?? "none"),
      others: valuesOf(phoneNumbers?.filter((entry) => entry.primary !== true)).map(digits),
    }),
  }),
  {
    title: "deleting a value that does not exist succeeds or returns 400",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": clause("SCIM11-API-3.3.2-17") },
    expect: { status: oneOf(200, 204, 400) },
    check: async (t) => {
      const { outcome } = await patchUser(t, {
        intents: () => [{ kind: "remove", path: "phoneNumbers", match: { value: other } }],
      });
      return { status: outcome.status };
    },
  },
  {
    title: "`replace` with a filter that matches nothing returns 400",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.5.2.3-08",
        inf("FACT-PATCH-99", { status: oneOf(200, 204) }, "ignores it"),
      ),
    },
    expect: { status: 400 },
    check: async (t) => {
      const patched = await unknownNumberChanged(t);
      const { status } = patched.outcome;
      if (status !== 400) needsFilterInPath(patched);
      return { status };
    },
  },
];
