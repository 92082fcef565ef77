import { oneOf } from "../../expectation.ts";
import { patchedTitle } from "../../patch/patched-title.ts";
import { putWithoutSchemas } from "../../put/without-schemas.ts";
import { withoutSchemas } from "../../users/refusals.ts";
import type { Difference } from "../difference.ts";
import { lesson, patchUser } from "../lesson.ts";
import { readAda, titleChange } from "../lesson-steps.ts";
import { cleared } from "../probing/changed-put.ts";
import type { PutTrial } from "../probing/put-trial.ts";
import { triedByPut } from "../probing/put-trials.ts";
import { titleCleared } from "../probing/title-changes.ts";
import { tried } from "../probing/trials.ts";

/** The title, listed in a PUT as an attribute to be removed. */
const titleListed: PutTrial<string> = {
  key: "DIFF-META-03, PUT",
  changes: ["title"],
  change: (body) => ({ ...body, meta: { attributes: ["title"] } }),
  needsTitle: true,
  mayBeRejected: true,
  see: cleared,
  usual: "stays",
};

/** What a write may contain, and which part of it takes effect. */
export const requestRules: readonly Difference[] = [
  {
    id: "DIFF-META-03",
    facts: ["FACT-PATCH-14", "FACT-ID-08"],
    area: "patch",
    topic: "common attributes",
    title: "meta.attributes",
    kind: "documented",
    impact: "silent",
    v1: "Lists the removals of a PATCH; never returned",
    v2: "Removed: meta in a request has no effect",
    source: "SCIM 1.1 core schema §5.1; RFC 7643 §3.1",
    clientMustChange:
      'Replace "meta": {"attributes": ["title"]} in a PATCH with {"op": "remove", "path": "title"}, one operation for each name. Remove meta from every other request: in 2.0 it has no effect, so title stays and no error says so.',
    lesson: lesson(
      "If meta.attributes still cleared the title in 2.0, an unchanged client works there for now, against RFC 7643; if it was not probed, expect that values which it should clear stay.",
      patchUser([{ kind: "clear", path: "title" }]),
    ),
    expect: {
      "1.1": { onPatch: "cleared", onPut: oneOf("stays", "cleared"), returned: false },
      "2.0": { onPatch: "stays", onPut: "stays", returned: false },
    },
    safety: "write",
    trials: (t) => [titleCleared(t, "1.1")],
    puts: () => [titleListed],
    observe: async (t) => {
      const { json } = await t.users.get((await t.createdUser()).id);
      return {
        onPut: await triedByPut(t, titleListed),
        onPatch: (await tried(t, titleCleared(t, "1.1"))) ? "cleared" : "stays",
        returned: JSON.stringify(json).includes('"attributes":'),
      };
    },
  },
  {
    id: "DIFF-PATCH-07",
    facts: ["FACT-PATCH-28"],
    area: "patch",
    topic: "patch",
    title: "a PATCH of which one part is rejected",
    kind: "assumed",
    impact: "silent",
    v1: "Not stated",
    v2: "All or nothing in the RFC; not documented by Slack",
    source: "RFC 7644 §3.5.2",
    clientMustChange:
      "Read the user with GET /Users/{id} after an error of PATCH, and repeat only what is missing. The RFC demands all or nothing; whether Slack keeps the operations before the error is not known.",
    lesson: lesson(
      "Whether your organisation keeps part of a rejected PATCH stays open; a client that reads the user after an error works either way.",
      patchUser([
        { kind: "set", path: "title", value: "Engineer" },
        { kind: "set", path: "userName", value: "" },
      ]),
      readAda,
    ),
    expect: {
      "1.1": { goodPart: oneOf("is not done", "is done") },
      "2.0": { goodPart: oneOf("is not done", "is done") },
    },
    assumes: {
      facts: ["FACT-PATCH-28"],
      expect: { "1.1": { goodPart: "is not done" }, "2.0": { goodPart: "is not done" } },
    },
    safety: "write",
    observe: async (t) => {
      const { before, after } = await patchedTitle.partlyRejected(t);
      return { goodPart: after.title !== before.title ? "is done" : "is not done" };
    },
  },
  {
    id: "DIFF-SCHEMAS-01",
    facts: ["FACT-FORMAT-30", "FACT-FORMAT-31", "FACT-PATCH-20", "FACT-PUT-28", "FACT-PUT-29"],
    area: "representation",
    topic: "common attributes",
    title: "schemas in requests",
    kind: "observed",
    impact: "breaking",
    v1: "Optional in the standard; Slack accepts a PATCH or PUT without it, and is assumed to require it in a create",
    v2: "Required by the RFC and by Slack in every body: a PATCH or PUT without it changes nothing and returns 400 missing_schema_element",
    source:
      "SCIM 1.1 core schema §5.1; RFC 7643 §3; Slack reference; clients in production (FACT-PATCH-20, FACT-PUT-28); the create in 1.1 is assumed (FACT-FORMAT-31)",
    clientMustChange:
      "Send schemas in every body of 2.0: urn:ietf:params:scim:api:messages:2.0:PatchOp in a PATCH, the URNs of the resource and of each extension in a POST or PUT. 1.1 accepts a PATCH and PUT without it; 2.0 changes nothing and returns 400 missing_schema_element.",
    lesson: lesson(
      "If 2.0 accepted a body without schemas, an unchanged client works there for now, against Slack's reference; if it was not probed, expect every body without schemas to fail.",
      { ...titleChange, "1.1": { ...titleChange["1.1"], body: { title: "Engineer" } } },
      { "2.0": readAda["2.0"] },
    ),
    expect: {
      "1.1": { create: oneOf("refused", "accepted"), patch: "accepted", put: "accepted" },
      "2.0": { create: "refused", patch: "refused", put: "refused" },
    },
    safety: "write",
    observe: async (t) => {
      const say = (status: number) => (status >= 400 ? "refused" : "accepted");
      const create = await withoutSchemas(t);
      const patch = (await patchedTitle.withoutSchemas(t)).outcome;
      const { put } = await putWithoutSchemas(t);
      return { create: say(create.status), patch: say(patch.status), put: say(put.status) };
    },
  },
];
