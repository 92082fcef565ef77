import type { PatchIntent } from "../../schemas/index.ts";
import { clause, inf, slackClause } from "../clause.ts";
import { clientError, type Expectation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { alsoChanged, patchUser, refusal, type Scene } from "./patching.ts";

const unknownId = "U00000000000";

/** A requirement that an attribute cannot be patched, whether rejected or ignored. */
function unchangeable(
  title: string,
  versions: Requirement["versions"],
  intents: (scene: Scene) => PatchIntent[],
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
      const { outcome, before, after } = await patchUser(t, { intents });
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
    () => [{ kind: "set", path: "password", value: "correct horse battery staple" }],
    { status: clientError, code: "password_change_not_allowed" },
  ),
  unchangeable(
    "PATCH cannot change externalId",
    {
      "1.1": slackClause("SLACK-PATCH-61", "DOC", "FACT-ID-15"),
      "2.0": slackClause("SLACK-PATCH-61", "DOC", "FACT-ID-15"),
    },
    () => [{ kind: "set", path: "externalId", value: "701984" }],
  ),
  unchangeable(
    "PATCH cannot change profileUrl",
    // Of version 2.0 it is a guess (FACT-USER-32).
    { "1.1": slackClause("SLACK-PATCH-62", "DOC", "FACT-PATCH-52") },
    () => [{ kind: "set", path: "profileUrl", value: "https://example.com/elsewhere" }],
  ),
  unchangeable(
    "PATCH with an empty userName is rejected",
    {
      "1.1": slackClause("SLACK-PATCH-63", "DOC", "FACT-PATCH-46"),
      "2.0": slackClause("SLACK-PATCH-63", "DOC", "FACT-USER-10"),
    },
    () => [{ kind: "set", path: "userName", value: "" }],
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
    () => [{ kind: "clear", path: "userName" }],
  ),
  unchangeable(
    "PATCH does not change read-only attributes",
    { "1.1": clause("SCIM11-CS-5.1-16"), "2.0": clause("SCIM20-7644-3.5.2-10") },
    () => [{ kind: "set", path: "id", value: unknownId }],
  ),
  unchangeable(
    "PATCH of a read-only attribute returns 400",
    {
      "2.0": clause(
        "SCIM20-7644-3.5.2-11",
        inf("FACT-PATCH-32", { changed: [] }, "may ignore such an operation"),
      ),
    },
    () => [{ kind: "set", path: "id", value: unknownId }],
    { status: 400 },
  ),
];
