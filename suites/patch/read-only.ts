import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { clause, inf, slackClause } from "../clause.ts";
import { clientError, type Expectation } from "../expectation.ts";
import { needsAttributes, needsOptional } from "../provider/needs.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { patchedOnce } from "./patched-once.ts";
import { alsoChanged, needsShown, type Patched, patchUser, refusal } from "./patching.ts";

/** A PATCH that only this rule sends. */
const alone = (intent: PatchIntent) => (t: CheckContext) =>
  patchUser(t, { intents: () => [intent] });

/** A PATCH that other rules and probes use too. */
const shared =
  (path: string, send: typeof patchedOnce.id, { removes = false } = {}) =>
  async (t: CheckContext) => {
    await needsAttributes(t, path);
    if (removes) await needsOptional(t, path);
    const { before, outcome, read } = await send(t);
    needsShown(t, before, [path]);
    if (!read.resource) throw blocked(`reading the user returned HTTP ${read.status}`);
    return { before, outcome, after: read.resource };
  };

/** A requirement that an attribute cannot be patched, whether rejected or ignored. */
function unchangeable(
  title: string,
  versions: Requirement["versions"],
  patched: (t: CheckContext) => Promise<Pick<Patched<NeutralUser>, "outcome" | "before" | "after">>,
  expect: Expectation = {},
): Requirement {
  return {
    title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions,
    expect: { ...expect, changed: [] },
    check: async (t) => {
      const { outcome, before, after } = await patched(t);
      return {
        refused: refusal(outcome),
        status: outcome.status,
        code: outcome.error?.code,
        changed: await alsoChanged(t, { before, after }, []),
      };
    },
  };
}

export const readOnly: readonly Requirement[] = [
  unchangeable(
    "PATCH of password is rejected with password_change_not_allowed",
    {
      "1.1": slackClause("SLACK-PATCH-60", "DOC", "FACT-ERROR-49"),
      "2.0": slackClause("SLACK-PATCH-60", "DOC", "FACT-ERROR-49"),
    },
    shared("password", patchedOnce.password),
    { status: clientError, code: "password_change_not_allowed" },
  ),
  unchangeable(
    "PATCH cannot change externalId",
    {
      "1.1": slackClause("SLACK-PATCH-61", "DOC", "FACT-ID-15"),
      "2.0": slackClause("SLACK-PATCH-61", "DOC", "FACT-ID-15"),
    },
    alone({ kind: "set", path: "externalId", value: "701984" }),
  ),
  unchangeable(
    "PATCH cannot change profileUrl",
    // Of version 2.0 it is a guess (FACT-USER-32).
    { "1.1": slackClause("SLACK-PATCH-62", "DOC", "FACT-PATCH-52") },
    alone({ kind: "set", path: "profileUrl", value: "https://example.com/elsewhere" }),
  ),
  unchangeable(
    "PATCH with an empty userName is rejected",
    {
      "1.1": slackClause("SLACK-PATCH-63", "DOC", "FACT-PATCH-46"),
      "2.0": slackClause("SLACK-PATCH-63", "DOC", "FACT-USER-10"),
    },
    shared("userName", patchedOnce.emptyUserName),
    { status: clientError },
  ),
  unchangeable(
    "PATCH cannot remove a required attribute; version 2.0 returns 400",
    {
      // Slack documents that it cannot be removed, not the response (FACT-PATCH-47).
      "1.1": slackClause("SLACK-PATCH-64", "DOC", "FACT-PATCH-47"),
      "2.0": {
        ...clause("SCIM20-7644-3.5.2.2-06"),
        expect: { status: 400, changed: [] },
      },
    },
    shared("userName", patchedOnce.withoutUserName, { removes: true }),
  ),
  unchangeable(
    "PATCH does not change read-only attributes",
    { "1.1": clause("SCIM11-CS-5.1-16"), "2.0": clause("SCIM20-7644-3.5.2-10") },
    shared("id", patchedOnce.id),
  ),
  unchangeable(
    "PATCH of a read-only attribute returns 400",
    {
      "2.0": clause(
        "SCIM20-7644-3.5.2-11",
        inf("FACT-PATCH-32", { changed: [] }, "may ignore such an operation"),
      ),
    },
    shared("id", patchedOnce.id),
    { status: 400 },
  ),
];
