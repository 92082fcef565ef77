import type { JsonObject, Version } from "../../../client/index.ts";
import type { NeutralUser } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { items } from "../../json.ts";
import { messageUrns } from "../../message-urns.ts";
import { deactivated } from "../../patch/activity.ts";
import { patchedOnce } from "../../patch/patched-once.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { blocked } from "../../run/stop.ts";
import type { Difference } from "../difference.ts";
import { example, lesson, patchUser } from "../lesson.ts";
import { formsFor } from "../probing/forms.ts";
import { setTitle, titleCleared, titleSet } from "../probing/title-changes.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";
import { secondaryRemoved } from "./emails.ts";

/** What a change comes to in each version's form, sent to the version under test. */
async function inBothForms(
  t: CheckContext,
  trial: (t: CheckContext, form: Version) => Trial<boolean>,
  [done, notDone]: readonly [string, string],
): Promise<Record<"partialResource" | "operations", string>> {
  const say = async (form: Version) => ((await tried(t, trial(t, form))) ? done : notDone);
  const [foreign, own] = formsFor(t);
  const first = await say(foreign);
  const second = await say(own);
  return own === "1.1"
    ? { partialResource: second, operations: first }
    : { partialResource: first, operations: second };
}

/** The title set in the version's own form, and cleared after it in the same PATCH. */
const setThenCleared = (t: CheckContext): Trial<string> => ({
  key: "DIFF-PATCH-06",
  touches: ["title"],
  intents: () => [setTitle, { kind: "clear", path: "title" }],
  see: ({ title }) => (title === "Changed" ? "the value stays" : "empty"),
  usual: t.version === "1.1" ? "the value stays" : "empty",
});

/** The title set by a change that does not name its operation. */
const setWithoutVerb: Trial<boolean> = {
  key: "DIFF-PATCH-03",
  touches: ["title"],
  intents: () => [setTitle],
  call: { change: withoutVerb },
  see: ({ title }) => title === "Changed",
  usual: true,
};

/** The body of a PATCH, as Slack's transition list describes it. */
export const patchBody: readonly Difference[] = [
  {
    id: "DIFF-PATCH-01",
    facts: ["FACT-PATCH-11", "FACT-PATCH-12", "FACT-PATCH-23"],
    area: "patch",
    topic: "patch",
    title: "the body of a PATCH",
    kind: "documented",
    impact: "breaking",
    v1: "A partial resource; an Operations array has no known effect",
    v2: "An Operations array; a partial resource has no effect",
    source: "Slack's transition list; SCIM 1.1 §3.3.2; RFC 7644 §3.5.2",
    clientMustChange:
      'Send each change as an operation: {"Operations": [{"op": "replace", "path": "title", "value": "Engineer"}]} in place of {"title": "Engineer"}. A 1.1 body changes nothing in 2.0.',
    lesson: lesson(
      "If 2.0 applied the 1.1 body as well, your client keeps working for now; send Operations all the same, since Slack documents no other body for 2.0.",
      patchUser([{ kind: "set", path: "title", value: "Engineer" }]),
    ),
    expect: {
      "1.1": { partialResource: "changes", operations: oneOf("no effect", "changes") },
      "2.0": { partialResource: "no effect", operations: "changes" },
    },
    assumes: { facts: ["FACT-PATCH-23"], expect: { "1.1": { operations: "no effect" } } },
    safety: "write",
    trials: (t) => formsFor(t).map((form) => titleSet(t, form)),
    observe: (t) => inBothForms(t, titleSet, ["changes", "no effect"]),
  },
  {
    id: "DIFF-PATCH-02",
    facts: ["FACT-FORMAT-56", "FACT-PATCH-22"],
    area: "patch",
    topic: "patch",
    title: "the value of schemas in a PATCH",
    kind: "documented",
    impact: "breaking",
    v1: "The URN of the resource (and of extensions)",
    v2: "The URN of the PatchOp message",
    source: "Slack reference",
    clientMustChange:
      'Set schemas of every PATCH to ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], in place of urn:scim:schemas:core:1.0 and the URNs of extensions. Name an extension in the path of its operation.',
    lesson: lesson(
      "If this was not probed, rely on Slack's reference, which shows no other URN in the body of a 2.0 PATCH; that another one is rejected is assumed (FACT-PATCH-22).",
      patchUser([
        { kind: "set", path: "title", value: "Engineer" },
        { kind: "set", path: "enterprise", value: { department: "Sales" } },
      ]),
    ),
    expect: {
      "1.1": { schemas: [messageUrns["1.1"]], effect: "changes" },
      "2.0": { schemas: [messageUrns.patch], effect: "changes" },
    },
    safety: "write",
    trials: (t) => [titleSet(t)],
    observe: async (t) => ({
      schemas: items(t.client.dialect.encodePatch([setTitle]).schemas).map(String),
      effect: (await tried(t, titleSet(t))) ? "changes" : "no effect",
    }),
  },
  {
    id: "DIFF-PATCH-03",
    facts: ["FACT-PATCH-13", "FACT-PATCH-33"],
    area: "patch",
    topic: "patch",
    title: "how a change names its operation",
    kind: "documented",
    impact: "breaking",
    v1: "Implied: the values that are sent are merged or added",
    v2: "Explicit: op is add, replace or remove; an operation without op is rejected",
    source: "Slack's transition list",
    clientMustChange:
      'Write op into every operation: "replace" for an attribute with one value, such as title, "add" for a further entry of a list, such as emails, and "remove" to clear. An operation without op is rejected in 2.0.',
    lesson: lesson(
      "If 2.0 applied an operation without op, a client that forgets it goes unnoticed; write op all the same, since Slack demands operations that follow SCIM 2.0 (FACT-PATCH-33).",
      patchUser(
        [
          { kind: "set", path: "title", value: "Engineer" },
          { kind: "add", path: "emails", values: [{ value: "grace@example.org", primary: false }] },
        ],
        { id: example.otherUser },
      ),
    ),
    expect: {
      "1.1": { changeWithoutVerb: "changes" },
      "2.0": { changeWithoutVerb: "no effect" },
    },
    safety: "write",
    // 2.0 is expected to reject it, and would reject the other changes with it.
    trials: (t) => (t.version === "1.1" ? [setWithoutVerb] : []),
    observe: async (t) => ({
      changeWithoutVerb: (await tried(t, setWithoutVerb)) ? "changes" : "no effect",
    }),
  },
  {
    id: "DIFF-PATCH-04",
    facts: ["FACT-PATCH-14", "FACT-PATCH-42", "FACT-PATCH-43"],
    area: "patch",
    topic: "patch",
    title: "clearing an attribute",
    kind: "documented",
    impact: "breaking",
    v1: 'meta.attributes: ["title"]',
    v2: '{"op": "remove", "path": "title"}',
    source: "Slack reference",
    clientMustChange:
      'Send one remove operation for each attribute, {"op": "remove", "path": "title"}, in place of "title" in meta.attributes. In 2.0 meta.attributes clears nothing: the old value stays.',
    lesson: lesson(
      "If meta.attributes cleared the attribute in 2.0 as well, both forms work and you can change the client later; if this was not probed, expect the old value to stay.",
      patchUser([{ kind: "clear", path: "title" }]),
    ),
    expect: {
      "1.1": { partialResource: "clears", operations: oneOf("keeps", "clears") },
      "2.0": { partialResource: "keeps", operations: "clears" },
    },
    safety: "write",
    trials: (t) => formsFor(t).map((form) => titleCleared(t, form)),
    observe: (t) => inBothForms(t, titleCleared, ["clears", "keeps"]),
  },
  {
    id: "DIFF-PATCH-05",
    facts: ["FACT-PATCH-16", "FACT-PATCH-61"],
    area: "patch",
    topic: "patch",
    title: "removing one value of several",
    kind: "documented",
    impact: "breaking",
    v1: 'An entry with "operation": "delete"',
    v2: 'A remove operation with a value path: emails[value eq "x"]',
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "emails[value eq \\"ada@example.org\\"]"} in place of the entry {"value": "ada@example.org", "operation": "delete"}. The member operation of an entry has no meaning in 2.0.',
    lesson: lesson(
      'If 2.0 removed the value by "operation": "delete" as well, both forms work and you can change the client later; if this was not probed, expect the value to stay.',
      patchUser([{ kind: "remove", path: "emails", match: { value: "ada@example.org" } }]),
    ),
    expect: {
      "1.1": { partialResource: "removes", operations: oneOf("keeps", "removes") },
      "2.0": { partialResource: "keeps", operations: "removes" },
    },
    safety: "write",
    trials: (t) => secondaryRemoved.trials(t),
    observe: async (t) => {
      const { partialResource, operations } = await secondaryRemoved.observe(t);
      const say = (effect: string) => (effect === "works" ? "removes" : "keeps");
      return { partialResource: say(partialResource), operations: say(operations) };
    },
  },
  {
    id: "DIFF-PATCH-06",
    facts: ["FACT-PATCH-15", "FACT-PATCH-29"],
    area: "patch",
    topic: "patch",
    title: "the order of several changes to one attribute",
    kind: "documented",
    impact: "silent",
    v1: "Removals come first, wherever they stand, in the standard and, as is assumed, in Slack: setting and clearing in one call leaves the value",
    v2: "In the order of the list: setting, then clearing leaves no value",
    source: "SCIM 1.1 §3.3.2; RFC 7644 §3.5.2",
    clientMustChange:
      "Put the remove operation before the add or replace of the same attribute: RFC 7644 applies Operations in their order. A replace at title that a remove at title follows leaves no title.",
    lesson: lesson(
      "If both versions did the same with a removal that stands last, its place does not matter in your organisation; with the removal first, both standards keep the new value.",
      patchUser([
        { kind: "clear", path: "title" },
        { kind: "set", path: "title", value: "Engineer" },
      ]),
    ),
    expect: {
      "1.1": { setThenCleared: oneOf("the value stays", "empty") },
      "2.0": { setThenCleared: "empty" },
    },
    assumes: { facts: ["FACT-PATCH-15"], expect: { "1.1": { setThenCleared: "the value stays" } } },
    safety: "write",
    trials: (t) => [setThenCleared(t)],
    observe: async (t) => ({ setThenCleared: await tried(t, setThenCleared(t)) }),
  },
  {
    id: "DIFF-PATCH-12",
    facts: [
      "FACT-PATCH-34",
      "FACT-PATCH-36",
      "FACT-PATCH-37",
      "FACT-PATCH-38",
      "FACT-PATCH-39",
      "FACT-CLIENT-21",
      "FACT-CLIENT-23",
      "FACT-CLIENT-72",
    ],
    area: "patch",
    topic: "patch",
    title: "active with the text False in place of a boolean",
    kind: "observed",
    impact: "breaking",
    harm: "may leave people active who left",
    v1: "Not known: a text may be taken for the boolean; the boolean false deactivates",
    v2: 'The text does not deactivate the user: 200 and no change are assumed. The boolean false deactivates. Entra\'s custom application without the flag aadOptscim062020 sends {"op": "Replace", "path": "active", "value": "False"}',
    source:
      "Microsoft's notes on Entra's SCIM compatibility, with reports from Slack (FACT-PATCH-36, FACT-CLIENT-23); Slack reference (FACT-PATCH-34)",
    clientMustChange:
      'Send the boolean, {"op": "replace", "path": "active", "value": false}, not "False": with the text, people who left stay active. With Entra, the application "Slack" from the gallery speaks 1.1 and is not affected (FACT-CLIENT-21). Set the tenant URL of a custom (non-gallery) application to https://api.slack.com/scim/v2/?aadOptscim062020, disable one test user, wait for a regular cycle (FACT-CLIENT-72) and look at the user in Slack: some report that it stays active even so (FACT-PATCH-39).',
    lesson: lesson(
      'If the text "False" deactivated the user in both versions, a client that sends it works in your organisation; send the boolean all the same, the only form that Slack documents.',
      patchUser([{ kind: "set", path: "active", value: false }]),
    ),
    expect: {
      "1.1": { text: oneOf("stays active", "deactivates"), boolean: "deactivates" },
      "2.0": { text: "stays active", boolean: "deactivates" },
    },
    assumes: { facts: ["FACT-PATCH-38"], expect: { "1.1": { text: "deactivates" } } },
    safety: "write",
    observe: async (t) => {
      const say = ({ active }: NeutralUser) => (active === false ? "deactivates" : "stays active");
      // Without operations, as in 1.1, both are the same request.
      const text = await (t.version === "1.1"
        ? patchedOnce.textInActive(t)
        : patchedOnce.textInActiveInCapitals(t));
      if (!text.read.resource) throw blocked(`reading the user returned HTTP ${text.read.status}`);
      return { text: say(text.read.resource), boolean: say((await deactivated(t)).later) };
    },
  },
];

/** Removes `op`, so that a change does not say whether it adds or replaces, as in 1.1. */
function withoutVerb(body: JsonObject): JsonObject {
  if (!Array.isArray(body.Operations)) return body;
  return {
    ...body,
    Operations: body.Operations.map(({ op: _, ...operation }: JsonObject) => operation),
  };
}
