import { isObject } from "../../../schemas/json-value.ts";
import { clearable, nameParts } from "../attributes.ts";
import { type Draft, operationOf, resourceOf, take } from "../draft.ts";
import { isBlank, writtenEntry } from "../entries.ts";
import { type Rule, writes } from "../rule.ts";

const plain = ["userName", "nickName", "active", ...clearable];

/** A variable of Postman or of a shell stands for any value. */
const variable = /^(?:\{\{.*\}\}|\$.*)$/s;

/** Writes the members of a partial body as changes: one PatchOp. */
export const patchRules: readonly Rule[] = [
  {
    id: "patches/body",
    source: ["FACT-PATCH-11", "FACT-PATCH-12", "FACT-PATCH-22"],
    differences: ["DIFF-PATCH-01", "DIFF-PATCH-02", "DIFF-PATCH-03"],
    on: ["patch"],
    apply: (draft) => draft.hasBody,
  },
  {
    id: "patches/blank-active",
    source: ["FACT-PATCH-17", "FACT-PATCH-36"],
    differences: ["DIFF-USER-02"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "active is only spaces, which neither activates nor deactivates: it is left out.",
    },
    consequence: "in-doubt",
    on: ["patch"],
    resource: "Users",
    apply: ({ members }) => isBlank(members.get("active")) && members.delete("active"),
  },
  {
    id: "patches/plain",
    source: ["FACT-PATCH-40", "FACT-PATCH-34"],
    differences: ["DIFF-PATCH-03"],
    on: ["patch"],
    apply(draft) {
      const names = resourceOf(draft) === "Groups" ? ["displayName"] : plain;
      const set = names.filter((name) => draft.members.has(name));
      for (const path of set) draft.changes.push({ kind: "set", path, value: take(draft, path) });
      return set.length > 0;
    },
  },
  {
    id: "patches/name",
    source: ["FACT-PATCH-53", "FACT-PATCH-54", "RFC 7644 §3.5.2"],
    differences: ["DIFF-NAME-02"],
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      const name = draft.members.get("name");
      if (!isObject(name)) return false;
      for (const part of nameParts) {
        if (!Object.hasOwn(name, part)) continue;
        draft.changes.push({ kind: "set", path: `name.${part}`, value: name[part] });
      }
      return Object.keys(name).length > 0;
    },
  },
  {
    id: "patches/unsupported-part-of-name",
    source: ["FACT-USER-27"],
    differences: [],
    warning: {
      code: "not-documented",
      text: "Slack stores givenName, familyName and honorificPrefix of a name: other parts are left out.",
    },
    on: ["patch"],
    resource: "Users",
    apply({ members }) {
      const name = members.get("name");
      if (!isObject(name)) return false;
      members.delete("name");
      return Object.keys(name).some((part) => !nameParts.some((each) => each === part));
    },
  },
  {
    id: "patches/invalid-name",
    source: ["FACT-USER-27"],
    differences: [],
    warning: {
      code: "invalid-value",
      text: "name is not an object, which both versions reject.",
    },
    on: ["patch"],
    resource: "Users",
    apply(draft) {
      if (!draft.members.has("name")) return false;
      draft.changes.push({ kind: "set", path: "name", value: take(draft, "name") });
      return true;
    },
  },
  {
    id: "patches/phones-swap",
    source: ["FACT-USER-62", "FACT-USER-63"],
    differences: ["DIFF-PHONE-01", "DIFF-PHONE-02"],
    warning: {
      code: "phones-swap",
      text: "type means one thing in a request and another in an answer, in both versions: a mobile number is stored as the primary one, a work number as the mobile one. The type is left as it is.",
    },
    on: writes,
    resource: "Users",
    apply({ members }) {
      const list = members.get("phoneNumbers");
      return Array.isArray(list) && list.length > 0;
    },
  },
  {
    id: "patches/former-primary",
    source: ["FACT-PATCH-58", "FACT-USER-54"],
    differences: ["DIFF-PATCH-10", "DIFF-EMAIL-02"],
    warning: {
      code: "former-primary-undocumented",
      text: "The address becomes the primary one. What becomes of the former one, secondary or removed, is documented in neither version: read the user.",
    },
    on: ["patch"],
    resource: "Users",
    apply({ members }) {
      const list = members.get("emails");
      return (
        Array.isArray(list) &&
        list.some((entry) => isObject(entry) && (entry.primary === true || entry.type === "work"))
      );
    },
  },
  {
    id: "patches/photos",
    source: ["FACT-USER-69", "FACT-PATCH-73"],
    differences: ["DIFF-PHOTO-01"],
    warning: {
      code: "asynchronous",
      text: "A photo is processed after the answer, which still shows the old one: read the user until it changes.",
    },
    on: writes,
    resource: "Users",
    apply({ members }) {
      const list = members.get("photos");
      return Array.isArray(list) && list.length > 0;
    },
  },
  {
    id: "patches/empty-list",
    source: ["FACT-PATCH-10"],
    differences: ["DIFF-PATCH-11"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "An empty array in a PATCH of 1.1 changes nothing: it is left out. In 2.0, replace with an empty array would remove all values.",
    },
    on: ["patch"],
    apply({ members }) {
      let applies = false;
      for (const [name, value] of members) {
        if (!Array.isArray(value) || value.length > 0) continue;
        members.delete(name);
        applies = true;
      }
      return applies;
    },
  },
  {
    id: "patches/multi-valued",
    source: [
      "FACT-PATCH-58",
      "FACT-PATCH-69",
      "FACT-PATCH-73",
      "FACT-PATCH-75",
      "FACT-PATCH-78",
      "RFC 7644 §3.5.2",
    ],
    differences: ["DIFF-PATCH-11"],
    on: ["patch"],
    resource: "Users",
    apply: (draft) => addLists(draft, ["emails", "photos", "addresses", "phoneNumbers", "roles"]),
  },
];

/** What is told of a PatchOp as a whole, once its operations are known. */
export const wholePatchRules: readonly Rule[] = [
  {
    id: "patches/invalid-values",
    source: ["SCIM 1.1 §3.1", "FACT-PATCH-36"],
    differences: [],
    warning: {
      code: "invalid-value",
      text: "A text attribute is not a text, or active is no boolean: both versions are assumed to reject it.",
    },
    on: ["patch"],
    apply: ({ changes }) =>
      changes.some(
        (change) =>
          change.kind === "set" &&
          plain.includes(change.path) &&
          !variable.test(String(change.value)) &&
          typeof change.value !== (change.path === "active" ? "boolean" : "string"),
      ),
  },
  {
    id: "patches/blank-in-both-names",
    source: ["FACT-PATCH-17"],
    differences: ["DIFF-USER-02"],
    warning: {
      code: "not-documented",
      text: "An attribute that must not be empty has only spaces: both versions reject it.",
    },
    on: ["patch"],
    apply: ({ changes }) =>
      changes.some((change) => change.kind === "set" && isBlank(change.value)),
  },
  {
    id: "patches/verify-removal",
    source: ["FACT-PATCH-74", "FACT-PATCH-89", "FACT-PATCH-93"],
    differences: ["DIFF-ENT-02"],
    warning: {
      code: "verify-by-reading",
      text: "How 2.0 removes this attribute is documented in several forms, or in none, and an unknown path may be ignored with 200: read the user to see that the value is gone.",
    },
    on: ["patch"],
    resource: "Users",
    apply: ({ removals }) =>
      removals.some(({ path }) => /^(?:photos|profile|enterprise\.|guest\.)/.test(path)),
  },
  {
    id: "patches/order",
    source: ["FACT-PATCH-15", "FACT-PATCH-29"],
    differences: ["DIFF-PATCH-06"],
    warning: {
      code: "operation-order",
      text: "1.1 removes first, whatever the order in the body; 2.0 applies operations in their order. The removals are written first.",
    },
    on: ["patch"],
    apply: ({ removals, changes }) => removals.length > 0 && changes.length > 0,
  },
  {
    id: "patches/atomicity",
    source: ["FACT-PATCH-28", "RFC 7644 §3.5.2"],
    differences: ["DIFF-PATCH-07"],
    warning: {
      code: "atomicity",
      text: "The request makes several changes. 1.1 does not say what becomes of them where one fails; by the RFC 2.0 makes all or none. Read again after an error.",
    },
    on: ["patch"],
    apply: ({ removals, changes, operations }) =>
      removals.length + changes.length + (operations?.length ?? 0) > 1,
  },
  {
    id: "patches/nothing-left",
    source: ["FACT-PATCH-10", "FACT-PATCH-30"],
    differences: [],
    warning: {
      code: "nothing-to-change",
      text: "Nothing is left to change, and the RFC does not allow a PATCH without operations: a GET gives the answer that the client expects.",
    },
    on: ["patch"],
    apply(draft) {
      const { removals, changes, operations = [] } = draft;
      if (!draft.hasBody || removals.length + changes.length + operations.length > 0) return false;
      draft.method = "GET";
      return operationOf(draft) === "read";
    },
  },
];

/** Adds what the body has of some lists. @returns whether there is any */
export function addLists(draft: Draft, names: readonly string[]): boolean {
  let applies = false;
  for (const path of names) {
    const list = draft.members.get(path);
    if (!Array.isArray(list)) continue;
    draft.members.delete(path);
    const values = list.map(writtenEntry);
    if (path === "members") {
      draft.changes.push({
        kind: "add",
        path,
        values: values.map(({ value = null }) => ({ value })),
      });
    } else draft.changes.push({ kind: "add", path, values });
    applies = true;
  }
  return applies;
}
