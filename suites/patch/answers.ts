import type { Outcome } from "../../client/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { typeOf } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { withValues } from "../with-values.ts";
import { groupPatchStatus } from "./group-patch-status.ts";
import { patchGroup, plainPatch } from "./patching.ts";

const answers = (t: CheckContext) =>
  t.once("responses to PATCH", async () => {
    const user = await plainPatch(t);
    const group = await patchGroup(t, {
      intents: [{ kind: "set", path: "displayName", value: t.names.next() }],
    });
    return { user: user.outcome, group: group.outcome };
  });

/** `200 object`, `204 nothing`. */
function form({ status, text, json }: Outcome<unknown>): string {
  return `${status} ${text === "" ? "nothing" : typeOf(json)}`;
}

export const answersToPatch: readonly Requirement[] = [
  {
    title: "a successful PATCH returns 200 with the resource, or 204 without a body",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-03"),
      "2.0": clause("SCIM20-7644-3.5.2-16"),
    },
    expect: {
      user: oneOf("200 object", "204 nothing"),
      group: oneOf("200 object", "204 nothing"),
    },
    check: async (t) => {
      const { user, group } = await answers(t);
      return { user: form(user), group: form(group) };
    },
  },
  {
    title: "PATCH of a user returns 200",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-80", "OBS", "FACT-PATCH-01"),
      "2.0": slackClause("SLACK-PATCH-80", "DOC", "FACT-PATCH-02"),
    },
    expect: { status: 200 },
    check: async (t) => ({ status: (await answers(t)).user.status }),
  },
  {
    title: `PATCH of a group returns ${groupPatchStatus["1.1"]} in version 1.1, and ${groupPatchStatus["2.0"]} in version 2.0`,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      // 204 was observed, and 200 with the group is accepted too (FACT-PATCH-03); see DIFF-STAT-02.
      "1.1": {
        ...slackClause("SLACK-PATCH-81", "OBS", "FACT-PATCH-03"),
        expect: { status: oneOf(groupPatchStatus["2.0"], groupPatchStatus["1.1"]) },
      },
      "2.0": slackClause("SLACK-PATCH-81", "DOC", "FACT-PATCH-04"),
    },
    expect: { status: groupPatchStatus["2.0"] },
    check: async (t) => ({ status: (await answers(t)).group.status }),
  },
  {
    title: "PATCH with the attributes parameter returns 200",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": clause(
        "SCIM11-API-3.3.2-04",
        inf("FACT-FORMAT-14", { status: 204 }, "ignores `attributes`"),
      ),
      "2.0": clause("SCIM20-7644-3.5.2-17", doc("FACT-PATCH-04")),
    },
    expect: { status: 200 },
    check: async (t) => {
      const { outcome } = await patchGroup(t, {
        intents: [{ kind: "set", path: "displayName", value: t.names.next() }],
        call: { query: { attributes: "displayName" } },
      });
      return { status: outcome.status };
    },
  },
  {
    title: "adding an existing value does not update meta.lastModified",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": clause("SCIM20-7644-3.5.2.1-06", doc("FACT-ID-09")) },
    // A provider without lastModified cannot break this.
    expect: { lastModified: "as before" },
    check: async (t) => {
      const { id } = await t.createdUser();
      const { before, after, outcome } = await patchGroup(t, {
        members: [id],
        intents: [{ kind: "add", path: "members", values: [{ value: id }] }],
      });
      const [earlier, later] = [before.meta?.lastModified, after.meta?.lastModified];
      const lastModified = earlier === later ? "as before" : "changed";
      return { lastModified: withValues(lastModified, { before: earlier, after: later }, outcome) };
    },
  },
];
