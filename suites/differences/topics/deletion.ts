import { deletedAgain, deletedUser, recreatedUser } from "../../delete/samples.ts";
import { acceptedUserDeletion, userDeletionStatus } from "../../delete/user-deletion-status.ts";
import { oneOf } from "../../expectation.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { example, lesson, patchUser, read, remove } from "../lesson.ts";

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
    clientMustChange: `Treat every 2xx of DELETE /Users/{id} as success, ${userDeletionStatus["1.1"]} of 1.1 and ${userDeletionStatus["2.0"]} of 2.0, and never parse the body. Do not wait for 404: the user stays readable in both versions.`,
    lesson: lesson(
      "If both versions answered with the same status, or this was not probed, a client that treats every 2xx as success works with either.",
      remove(),
    ),
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
    clientMustChange:
      'Reactivate a deleted user by {"op": "replace", "path": "active", "value": true} in place of a second POST /Users. That userName and e-mail address stay taken is assumed (FACT-DELETE-15, FACT-DELETE-16).',
    lesson: lesson(
      "If your organisation created the user again, a second POST works too, and the first user stays there as inactive; if this was not probed, expect the POST to be rejected.",
      remove(),
      patchUser([{ kind: "set", path: "active", value: true }]),
    ),
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
      const { again } = await recreatedUser(t);
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
    clientMustChange: `Accept ${userDeletionStatus["2.0"]} in place of ${userDeletionStatus["1.1"]} from DELETE /Users/{id}, and do not parse the body: it is empty in both versions. Treat a repeated DELETE as success too.`,
    lesson: lesson(
      "If both versions answered with the same status, or this was not probed, a client that treats every 2xx as success works with either.",
      remove(),
      remove(),
    ),
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
        repeated: (await deletedAgain(t)).status,
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
    clientMustChange:
      'Keep DELETE /Users/{id} to deactivate a user, and read "active": false some seconds later: the user stays readable in both versions. Repeat the DELETE freely: it succeeds again.',
    lesson: lesson(
      "If the versions disagreed, or this was not probed, delete one test user in each version and read it until active is false.",
      remove(),
      read(`/Users/${example.user}`),
    ),
    ...sameInBoth({ readable: true, active: false, repeatable: true }),
    safety: "destructive",
    observe: async (t) => {
      const { afterwards } = await deletedUser(t);
      return {
        readable: afterwards.status === 200,
        active: afterwards.resource?.active,
        repeatable: (await deletedAgain(t)).status < 300,
      };
    },
  },
];
