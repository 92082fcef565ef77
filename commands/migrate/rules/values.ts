import { withKnownNames } from "../../../client/member-names.ts";
import { isObject } from "../../../schemas/json-value.ts";
import { canonicalName, multiValued } from "../attributes.ts";
import type { Draft } from "../draft.ts";
import { asBoolean, isEntry } from "../entries.ts";
import { type Rule, writes } from "../rule.ts";

const lists: readonly string[] = [...multiValued, "members"];

/** Changes members of the body. @returns whether one is another value now */
function change(
  { members }: Draft,
  names: readonly string[],
  write: (value: unknown) => unknown,
): boolean {
  let applies = false;
  for (const name of names) {
    if (!members.has(name)) continue;
    const before = members.get(name);
    const after = write(before);
    if (after === before) continue;
    members.set(name, after);
    applies = true;
  }
  return applies;
}

/** Changes the entries of a list; the list itself where none changes. */
function entries(write: (entry: unknown) => unknown): (list: unknown) => unknown {
  return (list) => {
    if (!Array.isArray(list)) return list;
    const written = list.map(write);
    return written.some((entry, index) => entry !== list[index]) ? written : list;
  };
}

const asObject = (entry: unknown) => (typeof entry === "string" ? { value: entry } : entry);

function withBooleans(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  const primary = asBoolean(entry.primary);
  return primary === entry.primary ? entry : { ...entry, primary };
}

/** The names of members, before anything else is read. */
export const namingRules: readonly Rule[] = [
  {
    id: "values/letter-case",
    source: ["FACT-FORMAT-40", "SCIM 1.1 §3.8"],
    differences: ["DIFF-CASE-01"],
    warning: {
      code: "names-normalised",
      text: "A name of an attribute has another letter case than the standard writes: it is written as there. Where 1.1 ignores the name, the attribute is set from now on.",
    },
    on: writes,
    apply(draft) {
      const before = [...draft.members];
      const after = before.map(
        ([name, value]) =>
          [canonicalName.get(name.toLowerCase()) ?? name, withKnownNames(value)] as const,
      );
      draft.members = new Map(after);
      return JSON.stringify(before) !== JSON.stringify(after);
    },
  },
];

/** The types of what a body holds, before its parts are translated. */
export const valueRules: readonly Rule[] = [
  {
    id: "values/active",
    source: ["FACT-PATCH-36", "FACT-PATCH-38"],
    differences: ["DIFF-PATCH-12"],
    warning: {
      code: "types-normalised",
      text: "active is a text: it is written as a boolean. 2.0 answers 200 to the text and does not deactivate. Where 1.1 rejects the text, the request begins to work.",
    },
    on: writes,
    resource: "Users",
    apply: (draft) => change(draft, ["active"], asBoolean),
  },
  {
    id: "values/single",
    source: ["FACT-PATCH-59", "SCIM 1.1 §3.2"],
    differences: ["DIFF-EMAIL-03"],
    warning: {
      code: "types-normalised",
      text: "A multi-valued attribute is one object or text: it is written as an array. 1.1 rejects it (invalid_attribute_format).",
    },
    consequence: "in-doubt",
    on: writes,
    apply: (draft) =>
      change(draft, lists, (value) =>
        isObject(value) || typeof value === "string" ? [value] : value,
      ),
  },
  {
    id: "values/role-texts",
    source: ["FACT-USER-67", "RFC 7643 §2.4"],
    differences: ["DIFF-MV-01"],
    warning: {
      code: "types-normalised",
      text: "A role or member is a plain text: it is written as an object with value.",
    },
    on: writes,
    apply: (draft) => change(draft, ["roles", "members"], entries(asObject)),
  },
  {
    id: "values/plain-texts",
    source: ["FACT-USER-59", "RFC 7643 §2.4"],
    differences: ["DIFF-MV-01"],
    warning: {
      code: "types-normalised",
      text: "An entry is a plain text: it is written as an object with value. 1.1 is assumed to reject it.",
    },
    consequence: "in-doubt",
    on: writes,
    resource: "Users",
    apply: (draft) => change(draft, multiValued, entries(asObject)),
  },
  {
    id: "values/primary",
    source: ["FACT-USER-67", "RFC 7643 §2.4"],
    differences: [],
    warning: {
      code: "types-normalised",
      text: "primary is a text: it is written as a boolean.",
    },
    on: writes,
    resource: "Users",
    apply: (draft) => change(draft, multiValued, entries(withBooleans)),
  },
  {
    id: "values/invalid-entries",
    source: ["SCIM 1.1 §3.2"],
    differences: [],
    warning: {
      code: "invalid-value",
      text: "An entry of a multi-valued attribute is not an object of texts and booleans, which 1.1 rejects: it is left out.",
    },
    consequence: "changes-meaning",
    on: ["patch"],
    apply: (draft) =>
      change(draft, lists, (value) => {
        if (value === null || value === undefined) return value;
        if (!Array.isArray(value)) return [];
        const valid = value.filter((entry) => entry === null || isEntry(entry));
        return valid.length < value.length ? valid : value;
      }),
  },
];
