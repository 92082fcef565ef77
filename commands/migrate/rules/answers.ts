import { isObject } from "../../../schemas/json-value.ts";
import { type Draft, operationOf, resourceOf } from "../draft.ts";
import type { Rule } from "../rule.ts";

/** Attributes whose value no other user or group may have (FACT-USER-17, FACT-ERROR-30, FACT-GROUP-28). */
const unique = ["userName", "nickName", "emails"];

function hasMember({ request: { body } }: Draft, name: string): boolean {
  return isObject(body) && Object.hasOwn(body, name);
}

/** What code that handles the answer has to change. */
export const answerRules: readonly Rule[] = [
  {
    id: "answers/errors",
    source: ["FACT-ERROR-01", "FACT-ERROR-04"],
    differences: ["DIFF-ERR-01", "DIFF-ERR-02", "DIFF-ERR-03"],
    warning: {
      code: "response:errors-envelope",
      text: "An error of 2.0 has its code in detail and its status, a number, in status; 1.1 has Errors.description and Errors.code. A rejected token answers in the form of 1.1 in both: read both forms, and status as a number or text.",
    },
    aboutAnswer: true,
    apply: (draft) => operationOf(draft) !== "unknown",
  },
  {
    id: "answers/duplicate",
    source: ["FACT-ERROR-30", "FACT-USER-17"],
    differences: ["DIFF-ERR-08", "DIFF-ERR-09"],
    warning: {
      code: "response:duplicate-status",
      text: "The status of a duplicate is 409 or 400: decide by the code (username_taken, email_taken, user_creation_failed), without the text in parentheses after it.",
    },
    aboutAnswer: true,
    apply: (draft) =>
      operationOf(draft) === "create" ||
      (draft.request.method !== "GET" && unique.some((name) => hasMember(draft, name))),
  },
  {
    id: "answers/no-content",
    source: ["FACT-DELETE-01", "FACT-DELETE-02"],
    differences: ["DIFF-STAT-01", "DIFF-DEL-01"],
    warning: {
      code: "response:status-204",
      text: "DELETE of a user answers 204 in 2.0, 200 in 1.1, both without a body: accept any 2xx, and do not parse the body.",
    },
    aboutAnswer: true,
    on: ["delete"],
    resource: "Users",
    apply: () => true,
  },
  {
    id: "answers/patched-group",
    source: ["FACT-PATCH-03", "FACT-PATCH-04"],
    differences: ["DIFF-STAT-02"],
    warning: {
      code: "response:status-200-with-body",
      text: "PATCH of a group answers 200 with the group in 2.0, 204 without a body in 1.1: accept both.",
    },
    aboutAnswer: true,
    apply: (draft) =>
      resourceOf(draft) === "Groups" && draft.request.method !== "GET" && isPatch(draft),
  },
  {
    id: "answers/extensions",
    source: ["FACT-FORMAT-52", "FACT-FORMAT-53", "FACT-FORMAT-54"],
    differences: ["DIFF-URN-03", "DIFF-URN-04", "DIFF-URN-05"],
    warning: {
      code: "response:extension-urns",
      text: "A user of 2.0 has its extensions under other URNs: code that reads them by the URNs of 1.1 finds none, without an error.",
    },
    aboutAnswer: true,
    on: ["list", "read", "create", "replace", "patch"],
    resource: "Users",
    apply: () => true,
  },
  {
    id: "answers/list",
    source: ["FACT-FORMAT-55"],
    differences: ["DIFF-URN-06", "DIFF-LIST-01"],
    warning: {
      code: "response:list-envelope",
      text: "A list of 2.0 has its own URN in schemas and another order of members.",
    },
    aboutAnswer: true,
    on: ["list"],
    apply: () => true,
  },
];

/** Whether the request is a PATCH, also where nothing was left to change. */
function isPatch({ method, request, removals, changes }: Parameters<Rule["apply"]>[0]): boolean {
  return (
    method === "PATCH" || (request.method === "PATCH" && removals.length + changes.length === 0)
  );
}
