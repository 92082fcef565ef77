import { question } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { patchedOnce } from "../patch/patched-once.ts";
import { primaryOf, withOperations } from "../patch/patching.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { answerTo } from "./answer.ts";

/** What PATCH of `active` with the text `"False"` comes to. */
async function textInActive(t: CheckContext) {
  const { outcome, read } = await patchedOnce.textInActive(t);
  return { answer: answerTo(outcome, read.resource?.active === false) };
}

/** What values do in a PATCH that no source of Slack sends. */
export const patchQuestions: readonly Requirement[] = [
  {
    title: "PATCH of active with the text False succeeds in SCIM 2.0 and changes nothing",
    area: "patch",
    safety: "write",
    versions: { "2.0": question("SLACK-OPEN-05", "FACT-PATCH-37") },
    expect: { answer: "ignored" },
    check: textInActive,
  },
  {
    title: "PATCH of active with the text False deactivates in SCIM 1.1",
    area: "patch",
    safety: "write",
    versions: { "1.1": question("SLACK-OPEN-06", "FACT-PATCH-38") },
    expect: { answer: "applied" },
    check: textInActive,
  },
  {
    title: "PATCH with null does not clear the title in SCIM 1.1",
    area: "patch",
    safety: "write",
    versions: { "1.1": question("SLACK-OPEN-07", "FACT-PATCH-19") },
    expect: { answer: oneOf("ignored", "rejected") },
    check: (t) =>
      t.fixtures.leaseUser(
        async ({ id, sent }) => {
          const outcome = await t.users.patch(id, [], {
            change: (body) => ({ ...body, title: null }),
          });
          const { resource } = await t.users.get(id);
          if (!resource) throw blocked("the patched user cannot be read");
          return { answer: answerTo(outcome, resource.title !== sent.title) };
        },
        { touches: ["title"] },
      ),
  },
  {
    title:
      "`replace` of emails with an array that has a new primary address replaces the addresses",
    area: "patch",
    safety: "write",
    versions: { "2.0": question("SLACK-OPEN-08", "FACT-USER-57") },
    expect: { answer: "applied" },
    check: (t) =>
      t.fixtures.leaseUser(
        async ({ id }) => {
          const value = t.names.email(t.names.next());
          const operation = { op: "replace", path: "emails", value: [{ value, primary: true }] };
          const outcome = await t.users.patch(id, [], withOperations(operation));
          const { emails } = (await t.users.get(id)).resource ?? {};
          return {
            answer: answerTo(outcome, primaryOf(emails) === value),
            code: outcome.error?.code,
          };
        },
        { touches: ["emails"] },
      ),
  },
];
