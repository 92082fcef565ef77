import type { PatchIntent } from "../../schemas/index.ts";
import { clause, inf, slackClause } from "../clause.ts";
import { clientError, type Expectation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { alsoChanged, patchUser, refusal, type Scene } from "./patching.ts";

const stranger = "U00000000000";

/** A requirement that something cannot be patched, whether that is refused or ignored. */
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
    "the password cannot be changed: password_change_not_allowed",
    {
      "1.1": slackClause("SLACK-PATCH-60", "DOC", "§5.1"),
      "2.0": slackClause("SLACK-PATCH-60", "DOC", "§5.1"),
    },
    () => [{ kind: "set", path: "password", value: "correct horse battery staple" }],
    { status: clientError, code: "password_change_not_allowed" },
  ),
  unchangeable(
    "the externalId cannot be changed",
    {
      "1.1": slackClause("SLACK-PATCH-61", "DOC", "§3.2"),
      "2.0": slackClause("SLACK-PATCH-61", "DOC", "§3.2"),
    },
    () => [{ kind: "set", path: "externalId", value: "701984" }],
  ),
  unchangeable(
    "the profileUrl cannot be changed",
    {
      "1.1": slackClause("SLACK-PATCH-62", "DOC", "§5.1"),
      "2.0": slackClause("SLACK-PATCH-62", "DOC", "§5.1"),
    },
    () => [{ kind: "set", path: "profileUrl", value: "https://example.com/elsewhere" }],
  ),
  unchangeable(
    "the userName cannot be emptied",
    {
      "1.1": slackClause("SLACK-PATCH-63", "DOC", "§7.2"),
      "2.0": slackClause("SLACK-PATCH-63", "DOC", "§5.1"),
    },
    () => [{ kind: "set", path: "userName", value: "" }],
    { status: clientError },
  ),
  unchangeable(
    "a required attribute is not removed, which version 2.0 refuses with 400",
    {
      // Slack documents that it is not removable, not how it answers (facts §7.2).
      "1.1": slackClause("SLACK-PATCH-64", "DOC", "§7.2"),
      "2.0": {
        ...clause("SCIM20-7644-3.5.2.2-06"),
        expect: { status: 400, changed: [] },
      },
    },
    () => [{ kind: "clear", path: "userName" }],
  ),
  unchangeable(
    "SCIM 2.0: operations do not change what is read-only",
    { "2.0": clause("SCIM20-7644-3.5.2-10") },
    () => [{ kind: "set", path: "id", value: stranger }],
  ),
  unchangeable(
    "SCIM 2.0: an operation on a read-only attribute is refused with 400",
    {
      "2.0": clause(
        "SCIM20-7644-3.5.2-11",
        inf("§7.3", { changed: [] }, "may ignore such an operation"),
      ),
    },
    () => [{ kind: "set", path: "id", value: stranger }],
    { status: 400 },
  ),
];
