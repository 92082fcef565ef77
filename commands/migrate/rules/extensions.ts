import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Block, enterpriseParts, v2Urns } from "../attributes.ts";
import { type Draft, take } from "../draft.ts";
import { isBlank } from "../entries.ts";
import { type Rule, writes } from "../rule.ts";

function blockOf({ members }: Draft, block: Block): JsonObject | undefined {
  const value = members.get(v2Urns[block]);
  return isObject(value) ? value : undefined;
}

/** Adds an extension block: `add` merges it, `replace` may blank what it lacks (RFC 7644 §3.5.2.1). */
function merge(draft: Draft, block: Block): boolean {
  if (!draft.members.has(v2Urns[block])) return false;
  const value = take(draft, v2Urns[block]);
  draft.changes.push({ kind: "set", path: block, value });
  return true;
}

/** The enterprise, guest and profile extension. */
export const extensionRules: readonly Rule[] = [
  {
    id: "extensions/manager",
    source: ["FACT-USER-41", "FACT-PATCH-83"],
    differences: ["DIFF-ENT-03", "DIFF-ENT-04"],
    warning: {
      code: "manager-managerId",
      text: "Slack names the manager managerId in 2.0 too, where the RFC has value: it is left as it is. A library that writes manager.value loses the whole request.",
    },
    on: writes,
    resource: "Users",
    apply: (draft) => Object.hasOwn(blockOf(draft, "enterprise") ?? {}, "manager"),
  },
  {
    id: "extensions/guest-silent",
    source: ["FACT-USER-47", "FACT-FORMAT-53"],
    differences: ["DIFF-URN-04"],
    warning: {
      code: "guest-urn-silent",
      text: "With the guest URN of 1.1, or without it in schemas, 2.0 answers with success and stores a full member, who is billed: check in the answer that the guest extension is there.",
    },
    on: writes,
    resource: "Users",
    apply: ({ members }) => members.has(v2Urns.guest),
  },
  {
    id: "extensions/guest-channels",
    source: ["FACT-GUEST-17"],
    differences: [],
    warning: {
      code: "read-only-dropped",
      text: "channels of the guest extension is read-only: it is left out.",
    },
    on: writes,
    resource: "Users",
    apply(draft) {
      const guest = blockOf(draft, "guest");
      if (!guest || !Object.hasOwn(guest, "channels")) return false;
      const rest = Object.entries(guest).filter(([name]) => name !== "channels");
      draft.members.set(v2Urns.guest, Object.fromEntries(rest));
      return true;
    },
  },
  {
    id: "extensions/start-date",
    source: ["FACT-USER-46"],
    differences: ["DIFF-PROF-01"],
    warning: {
      code: "startDate-format",
      text: "startDate is returned with an offset without a colon (+0000), which strict parsers reject; Z is accepted in a request. Compare moments, not texts.",
    },
    on: writes,
    resource: "Users",
    apply: (draft) => Object.hasOwn(blockOf(draft, "profile") ?? {}, "startDate"),
  },
  {
    id: "extensions/blank",
    source: ["FACT-PATCH-17", "FACT-PATCH-85"],
    differences: ["DIFF-USER-02", "DIFF-ENT-02"],
    warning: {
      code: "separator-colon-or-dot",
      text: "One space clears an attribute in 1.1: it is removed. Slack's examples of 2.0 join URN and attribute with a colon in one place and with a dot in others: read the user to see that the value is gone.",
    },
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      const enterprise = blockOf(draft, "enterprise");
      const blank = enterpriseParts.filter((part) => isBlank(enterprise?.[part]));
      if (!enterprise || blank.length === 0) return false;
      for (const part of blank) draft.removals.push({ kind: "clear", path: `enterprise.${part}` });
      const rest = Object.entries(enterprise).filter(
        ([name]) => !blank.some((each) => each === name),
      );
      if (rest.length > 0) draft.members.set(v2Urns.enterprise, Object.fromEntries(rest));
      else draft.members.delete(v2Urns.enterprise);
      return true;
    },
  },
  {
    id: "extensions/enterprise",
    source: ["FACT-PATCH-80", "FACT-PATCH-82", "RFC 7644 §3.5.2"],
    differences: ["DIFF-ENT-01"],
    on: ["patch"],
    resource: "Users",
    apply: (draft) => merge(draft, "enterprise"),
  },
  {
    id: "extensions/guest",
    source: ["FACT-PATCH-91", "FACT-GUEST-11", "FACT-GUEST-16"],
    differences: ["DIFF-GUEST-01", "DIFF-GUEST-04"],
    warning: {
      code: "reactivates",
      text: "Becoming a guest reactivates a deactivated member, in both versions, whatever active says; it is assumed to end the memberships in groups.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) => merge(draft, "guest"),
  },
  {
    id: "extensions/guest-by-put",
    source: ["FACT-GUEST-11", "FACT-GUEST-16"],
    differences: ["DIFF-GUEST-04"],
    warning: {
      code: "reactivates",
      text: "Where the user is not a guest yet, the guest extension makes it one: that reactivates a deactivated member, in both versions, and is assumed to end the memberships in groups.",
    },
    on: ["replace"],
    resource: "Users",
    apply: ({ members }) => members.has(v2Urns.guest),
  },
  {
    id: "extensions/profile",
    source: ["FACT-PATCH-94", "FACT-PATCH-95"],
    differences: ["DIFF-PROF-01"],
    warning: {
      code: "verify-by-reading",
      text: "Slack's reference of 2.0 shows a body of 1.1 for the profile extension; a PatchOp is assumed to work. Read the user to see it.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) => merge(draft, "profile"),
  },
];
