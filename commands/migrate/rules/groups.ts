import type { Rule } from "../rule.ts";
import { addLists } from "./patches.ts";

/** Members of groups. */
export const groupRules: readonly Rule[] = [
  {
    id: "groups/add-members",
    source: ["FACT-GROUP-50", "RFC 7644 §3.5.2"],
    differences: ["DIFF-GRP-01", "DIFF-PATCH-11"],
    on: ["patch"],
    resource: "Groups",
    apply: (draft) => addLists(draft, ["members"]),
  },
  {
    id: "groups/put-without-members",
    source: ["FACT-GROUP-18"],
    differences: ["DIFF-GRP-05"],
    warning: {
      code: "empties-group",
      text: "A PUT without members empties the group, in both versions. Where only the name was meant, PATCH it.",
    },
    on: ["replace"],
    resource: "Groups",
    apply: (draft) => draft.hasBody && (draft.members.get("members") ?? null) === null,
  },
  {
    id: "groups/put-no-members",
    source: ["FACT-GROUP-17"],
    differences: ["DIFF-GRP-03", "DIFF-GRP-04"],
    warning: { code: "empties-group", text: "The request removes every member of the group." },
    on: ["replace"],
    resource: "Groups",
    apply({ members }) {
      const list = members.get("members");
      return Array.isArray(list) && list.length === 0;
    },
  },
  {
    id: "groups/put-members",
    source: ["FACT-GROUP-17"],
    differences: ["DIFF-GRP-04"],
    on: ["replace"],
    resource: "Groups",
    apply: ({ members }) => members.has("members"),
  },
];
