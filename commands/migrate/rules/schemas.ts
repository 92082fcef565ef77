import { blocks, v1Urns, v2Urns } from "../attributes.ts";
import { type Draft, declares, operationOf, stringsIn } from "../draft.ts";
import { type Rule, writes } from "../rule.ts";

const v1: ReadonlySet<string> = new Set(Object.values(v1Urns));

/** Whether a body in the form of 1.1 has no `schemas`. */
const isMissing = ({ declared, operations }: Draft) =>
  stringsIn(declared).length === 0 && operations === undefined;
const hasBlocks = ({ members }: Draft) => blocks.some((block) => members.has(v2Urns[block]));
const namesVersion = ({ declared }: Draft) =>
  stringsIn(declared).some((urn) => v1.has(urn.toLowerCase()));

/** `schemas` of a body. What is written is decided by `writtenSchemas`. */
export const schemasRules: readonly Rule[] = [
  {
    id: "schemas/read",
    source: ["FACT-FORMAT-30", "FACT-FORMAT-50", "FACT-FORMAT-51"],
    differences: ["DIFF-URN-01"],
    on: writes,
    apply(draft) {
      draft.declared = draft.members.get("schemas");
      draft.members.delete("schemas");
      return draft.hasBody && operationOf(draft) !== "patch";
    },
  },
  {
    id: "schemas/group",
    source: ["FACT-FORMAT-51"],
    differences: ["DIFF-URN-02"],
    on: ["create", "replace"],
    resource: "Groups",
    apply: (draft) => draft.hasBody,
  },
  {
    id: "schemas/text",
    source: ["FACT-FORMAT-30", "SCIM 1.1 §3.2"],
    differences: ["DIFF-SCHEMAS-01"],
    warning: {
      code: "types-normalised",
      text: "schemas is a text in place of an array: it is written as an array. 1.1 is assumed to reject the text.",
    },
    consequence: "in-doubt",
    on: writes,
    apply: ({ declared }) => typeof declared === "string" && declared !== "",
  },
  {
    id: "schemas/nested",
    source: ["FACT-FORMAT-36"],
    differences: ["DIFF-SCHEMAS-01"],
    warning: {
      code: "types-normalised",
      text: "schemas has an array inside an array, as Slack's Python SDK sends it: it is written flat.",
    },
    on: writes,
    apply: ({ declared }) => Array.isArray(declared) && declared.some(Array.isArray),
  },
  {
    id: "schemas/missing",
    source: ["FACT-PATCH-20", "FACT-PUT-28", "FACT-PUT-29"],
    differences: ["DIFF-SCHEMAS-01"],
    warning: {
      code: "schemas-added",
      text: "The body has no schemas, which 1.1 accepts in PATCH and PUT and 2.0 rejects: they are added.",
    },
    on: ["replace", "patch"],
    apply: (draft) => draft.hasBody && isMissing(draft),
  },
  {
    id: "schemas/missing-in-create",
    source: ["FACT-FORMAT-31"],
    differences: ["DIFF-SCHEMAS-01"],
    warning: {
      code: "schemas-added",
      text: "The body has no schemas: they are added. 1.1 is assumed to reject a POST without them.",
    },
    consequence: "in-doubt",
    on: ["create"],
    apply: (draft) => draft.hasBody && isMissing(draft),
  },
  {
    id: "schemas/foreign",
    source: ["FACT-FORMAT-37"],
    differences: ["DIFF-URN-01"],
    warning: {
      code: "foreign-schemas",
      text: "schemas has no URN of 1.1, and 1.1 is assumed to reject such a body: those of 2.0 are written.",
    },
    consequence: "in-doubt",
    on: writes,
    apply: (draft) => stringsIn(draft.declared).length > 0 && !namesVersion(draft),
  },
  {
    id: "schemas/undeclared",
    source: ["FACT-USER-47", "FACT-USER-48"],
    differences: [],
    warning: {
      code: "urn-not-declared",
      text: "schemas lacks the URN of an extension that the body has: both versions are assumed to ignore the extension, and it stays so. Add its URN to schemas if you mean it.",
    },
    on: ["create", "replace"],
    resource: "Users",
    apply: (draft) =>
      !isMissing(draft) &&
      blocks.some((block) => draft.members.has(v2Urns[block]) && !declares(draft, block)),
  },
  {
    id: "schemas/missing-with-extension",
    source: ["FACT-USER-48", "FACT-PUT-29"],
    differences: ["DIFF-SCHEMAS-01"],
    warning: {
      code: "urn-not-declared",
      text: "The body has an extension and no schemas: whether 1.1 stores the extension is not known. 2.0 stores it, as its URN is added.",
    },
    consequence: "changes-meaning",
    on: ["create", "replace"],
    resource: "Users",
    apply: (draft) => draft.hasBody && isMissing(draft) && hasBlocks(draft),
  },
  {
    id: "schemas/undeclared-in-patch",
    source: ["FACT-USER-47", "FACT-USER-48"],
    differences: [],
    warning: {
      code: "urn-not-declared",
      text: "1.1 documents that schemas lists the URN of the guest or profile extension, and may ignore it otherwise. A PATCH of 2.0 needs no such URN: there it takes effect.",
    },
    consequence: "changes-meaning",
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      (["guest", "profile"] as const).some(
        (block) => draft.members.has(v2Urns[block]) && !declares(draft, block),
      ),
  },
];

/**
 * `schemas` of a 2.0 POST or PUT: the core URN, then those of the extensions that the request declared. Where it
 * declared nothing, those that it has.
 */
export function writtenSchemas(draft: Draft, resource: "Users" | "Groups"): string[] {
  if (resource === "Groups") return [v2Urns.group];
  const missing = isMissing(draft);
  const listed = blocks.filter((block) =>
    missing ? draft.members.has(v2Urns[block]) : declares(draft, block),
  );
  return [v2Urns.user, ...listed.map((block) => v2Urns[block])];
}
