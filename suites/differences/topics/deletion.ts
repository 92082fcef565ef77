import { deletedUser } from "../../delete/samples.ts";
import { acceptedUserDeletion, userDeletionStatus } from "../../delete/user-deletion-status.ts";
import { oneOf } from "../../expectation.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";

/** The response to a DELETE of a user who was deleted before. */
const repeated = (t: CheckContext) =>
  t.once("DELETE of a deleted user", async () => t.users.delete((await deletedUser(t)).id));

/** The first DELETE and every later one get the same response. */
const answered = (status: number) => ({ status, body: "empty", repeated: status });

/** DELETE. */
export const deletion: readonly Difference[] = [
  {
    id: "DIFF-DEL-01",
    facts: ["FACT-DELETE-01", "FACT-DELETE-02", "FACT-DELETE-11"],
    area: "delete",
    topic: "delete",
    title: "the status of a DELETE",
    kind: "documented",
    impact: "breaking",
    v1: `${userDeletionStatus["1.1"]} in the example of the standard, and in Slack; the user stays readable`,
    v2: `${userDeletionStatus["2.0"]} in the RFC, and in Slack; the user stays readable`,
    source: "SCIM 1.1 §3.4; RFC 7644 §3.6; Slack reference",
    clientMustChange: "Treat every 2xx as success, and never parse the body.",
    expect: {
      "1.1": { status: acceptedUserDeletion["1.1"], read: 200 },
      "2.0": { status: acceptedUserDeletion["2.0"], read: 200 },
    },
    safety: "destructive",
    observe: async (t) => {
      const { deletion, afterwards } = await deletedUser(t);
      return { status: deletion.status, read: afterwards.status };
    },
  },
  {
    id: "DIFF-DEL-02",
    facts: ["FACT-DELETE-15", "FACT-DELETE-16"],
    area: "delete",
    topic: "delete",
    title: "creating a deleted user again",
    kind: "assumed",
    impact: "silent",
    v1: "Must not conflict in the standard; in Slack userName and e-mail address are assumed to stay taken",
    v2: "Should not conflict in the RFC; in Slack userName and e-mail address are assumed to stay taken",
    source: "SCIM 1.1 §3.4; RFC 7644 §3.6",
    clientMustChange: "Reactivate the user instead.",
    expect: {
      "1.1": { again: oneOf("refused", "created") },
      "2.0": { again: oneOf("refused", "created") },
    },
    assumes: {
      facts: ["FACT-DELETE-15", "FACT-DELETE-16"],
      expect: { "1.1": { again: "refused" }, "2.0": { again: "refused" } },
    },
    safety: "destructive",
    observe: async (t) => {
      const { sent } = await deletedUser(t);
      const again = await t.users.create(sent);
      return { again: again.status >= 400 ? "refused" : "created" };
    },
  },
  {
    id: "DIFF-STAT-01",
    facts: ["FACT-DELETE-01", "FACT-DELETE-02", "FACT-DELETE-03", "FACT-DELETE-12"],
    area: "delete",
    topic: "status codes",
    title: "the response to a DELETE of a user",
    kind: "observed",
    impact: "breaking",
    v1: `${userDeletionStatus["1.1"]} with an empty body, also when repeated`,
    v2: `${userDeletionStatus["2.0"]} with an empty body, also when repeated`,
    source: "Python SDK test; Slack reference; Java SDK",
    clientMustChange: "Treat every 2xx as success, and do not parse the body.",
    expect: {
      "1.1": answered(userDeletionStatus["1.1"]),
      "2.0": answered(userDeletionStatus["2.0"]),
    },
    safety: "destructive",
    observe: async (t) => {
      const { deletion } = await deletedUser(t);
      return {
        status: deletion.status,
        body: deletion.text === "" ? "empty" : "something",
        repeated: (await repeated(t)).status,
      };
    },
  },
  {
    id: "SAME-08",
    facts: ["FACT-DELETE-10", "FACT-DELETE-11", "FACT-DELETE-12", "FACT-DELETE-13"],
    area: "delete",
    topic: "delete",
    title: "DELETE deactivates a user",
    kind: "documented",
    impact: "silent",
    ...sayingBoth(
      "The user stays readable and becomes inactive after a while; DELETE is idempotent",
    ),
    source: "Slack reference; Java SDK",
    clientMustChange: "Nothing.",
    ...sameInBoth({ readable: true, active: false, repeatable: true }),
    safety: "destructive",
    observe: async (t) => {
      const { afterwards } = await deletedUser(t);
      return {
        readable: afterwards.status === 200,
        active: afterwards.resource?.active,
        repeatable: (await repeated(t)).status < 300,
      };
    },
  },
];
