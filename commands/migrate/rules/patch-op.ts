import { pathLiteral } from "../../../client/dialects/path-literal.ts";
import { patchOpUrn } from "../../../client/dialects/urns.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { blocks, canonicalName, multiValued, nameParts, v1Urns, v2Urns } from "../attributes.ts";
import { type Draft, stringsIn, take } from "../draft.ts";
import { asBoolean } from "../entries.ts";
import { filterTokens, printed } from "../filter-tokens.ts";
import type { Rule } from "../rule.ts";

const lists: readonly string[] = [...multiValued, "members"];
const readOnly: ReadonlySet<string> = new Set([
  "id",
  "meta",
  "schemas",
  "groups",
  "externalId",
  "profileUrl",
  "password",
]);

/** Replaces operations one by one. @returns whether any is another one now */
function rewrite(
  draft: Draft,
  write: (operation: JsonObject) => JsonObject | readonly JsonObject[],
): boolean {
  const before = draft.operations ?? [];
  const after = before.flatMap((operation): readonly JsonObject[] => [write(operation)].flat());
  if (draft.operations) draft.operations = after;
  return (
    after.length !== before.length || after.some((operation, index) => operation !== before[index])
  );
}

const pathOf = ({ path }: JsonObject): string => (typeof path === "string" ? path : "");
const rootOf = (operation: JsonObject): string => pathOf(operation).split(/[.[]/, 1)[0] ?? "";

/** A path without the core URN, with the URNs of extensions in 2.0, and with the spelling of the standards. */
function renamedPath(path: string): string {
  for (const block of blocks) {
    const urn = v1Urns[block];
    if (!path.toLowerCase().startsWith(urn)) continue;
    const rest = path.slice(urn.length + 1);
    const usesDot = block === "guest" || /^manager\./i.test(rest);
    return rest === "" ? v2Urns[block] : `${v2Urns[block]}${usesDot ? "." : ":"}${rest}`;
  }
  if (/^urn:ietf:/i.test(path)) return path;
  const core = path.replace(/^urn:scim:schemas:core:1\.0[:.]/i, "");
  const root = /^\w+/.exec(core)?.[0] ?? "";
  return (canonicalName.get(root.toLowerCase()) ?? root) + core.slice(root.length);
}

/** A value path whose filter has its literals in double quotes. */
function quotedPath(path: string): string {
  const match = /^([^[]+)\[(.*)\](\.\w+)?$/s.exec(path);
  const tokens = match?.[2] === undefined ? undefined : filterTokens(match[2]);
  if (!match || !tokens) return path;
  for (const token of tokens) {
    const isBoolean = /^(?:true|false)$/i.test(token.text);
    if (token.kind === "literal" && !isBoolean) token.written = pathLiteral(token.text);
    if (token.kind === "operator") token.written = token.text.toLowerCase();
  }
  return `${match[1]}[${printed(tokens)}]${match[3] ?? ""}`;
}

/** The manager, as the RFC names it, or as Slack does. */
const managerPath = new RegExp(`^${v2Urns.enterprise}[:.]manager(?:\\.(?:value|managerId))?$`, "i");

const isBareExtension = (path: string) => blocks.some((block) => v2Urns[block] === path);

/** A PatchOp body, the form of 2.0, that a client sent to 1.1. */
export const patchOpRules: readonly Rule[] = [
  {
    id: "patch-op/read",
    source: ["FACT-PATCH-23"],
    differences: ["DIFF-PATCH-01", "DIFF-PATCH-03"],
    warning: {
      code: "not-documented",
      text: "A PatchOp body was never documented in 1.1: its operations are kept and completed.",
    },
    on: ["patch"],
    apply(draft) {
      if (!draft.members.has("Operations")) return false;
      const operations = draft.members.get("Operations");
      const list: unknown[] = Array.isArray(operations) ? operations : [operations];
      draft.operations = list.filter(isObject);
      draft.members.delete("Operations");
      return true;
    },
  },
  {
    id: "patch-op/effect",
    source: ["FACT-PATCH-23"],
    differences: ["DIFF-PATCH-01"],
    warning: {
      code: "no-documented-effect-in-1.1",
      text: "1.1 is assumed to ignore a PatchOp. In 2.0 the request begins to work.",
    },
    consequence: "changes-meaning",
    on: ["patch"],
    apply: ({ operations }) => operations !== undefined,
  },
  {
    id: "patch-op/schemas",
    source: ["FACT-PATCH-22"],
    differences: ["DIFF-PATCH-02"],
    warning: {
      code: "schemas-added",
      text: "The URN of PatchOp is missing in schemas: it is added.",
    },
    on: ["patch"],
    apply(draft) {
      if (!draft.operations) return false;
      const urns = stringsIn(take(draft, "schemas"));
      return !urns.some((urn) => urn.toLowerCase() === patchOpUrn.toLowerCase());
    },
  },
  {
    id: "patch-op/names",
    source: ["FACT-PATCH-25", "RFC 7644 §3.5.2"],
    differences: [],
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const op = typeof operation.op === "string" ? operation.op.toLowerCase() : operation.op;
        return op === operation.op ? operation : { ...operation, op };
      }),
  },
  {
    id: "patch-op/invalid",
    source: ["RFC 7644 §3.5.2"],
    differences: [],
    warning: {
      code: "invalid-value",
      text: "An operation is not one of add, replace and remove, or has neither path nor an object as value: it is left out.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const { op, value } = operation;
        const hasPath = pathOf(operation) !== "";
        const isValid =
          op === "remove"
            ? hasPath
            : (op === "add" || op === "replace") && (hasPath || isObject(value));
        return isValid ? operation : [];
      }),
  },
  {
    id: "patch-op/without-path",
    source: ["FACT-PATCH-26", "FACT-PATCH-27", "RFC 7644 §3.5.2"],
    differences: [],
    warning: {
      code: "types-normalised",
      text: "An operation without a path is written as one for each attribute, each with its path.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const { op, value } = operation;
        if (pathOf(operation) !== "" || !isObject(value)) return operation;
        return Object.entries(value).map(([path, part]) => ({ op, path, value: part }));
      }),
  },
  {
    id: "patch-op/urns",
    source: ["FACT-FORMAT-50", "FACT-PATCH-89"],
    differences: ["DIFF-URN-01", "DIFF-URN-03"],
    warning: {
      code: "urn-renamed",
      text: "A path is written with the URN of 2.0 and in the spelling of the standard.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const path = renamedPath(pathOf(operation));
        return path === pathOf(operation) ? operation : { ...operation, path };
      }),
  },
  {
    id: "patch-op/quotes",
    source: ["FACT-PATCH-97", "RFC 7644 §3.5.2"],
    differences: ["DIFF-GRP-02"],
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const path = quotedPath(pathOf(operation));
        return path === pathOf(operation) ? operation : { ...operation, path };
      }),
  },
  {
    id: "patch-op/read-only",
    source: ["FACT-PATCH-32", "FACT-PATCH-50"],
    differences: ["DIFF-USER-03"],
    warning: {
      code: "not-updatable",
      text: "An operation is on an attribute that cannot be changed: it is left out.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => (readOnly.has(rootOf(operation)) ? [] : operation)),
  },
  {
    id: "patch-op/active",
    source: ["FACT-PATCH-36"],
    differences: ["DIFF-PATCH-12"],
    warning: {
      code: "types-normalised",
      text: "active is a text: it is written as a boolean. 2.0 answers 200 to the text and does not deactivate.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const value = asBoolean(operation.value);
        const isText = pathOf(operation) === "active" && value !== operation.value;
        return isText ? { ...operation, value } : operation;
      }),
  },
  {
    id: "patch-op/name",
    source: ["FACT-PATCH-54", "RFC 7644 §3.5.2"],
    differences: ["DIFF-NAME-02"],
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const { op, value } = operation;
        if (pathOf(operation) !== "name" || op === "remove" || !isObject(value)) return operation;
        return nameParts
          .filter((part) => Object.hasOwn(value, part))
          .map((part) => ({ op: "replace", path: `name.${part}`, value: value[part] }));
      }),
  },
  {
    id: "patch-op/extension",
    source: ["FACT-PATCH-82", "RFC 7644 §3.5.2"],
    differences: ["DIFF-ENT-01"],
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) =>
        operation.op === "replace" && isBareExtension(pathOf(operation))
          ? { ...operation, op: "add" }
          : operation,
      ),
  },
  {
    id: "patch-op/manager",
    source: ["FACT-PATCH-83", "FACT-USER-41"],
    differences: ["DIFF-ENT-03"],
    warning: {
      code: "manager-managerId",
      text: "Slack names the manager manager.managerId in 2.0, where the RFC has manager.value: the operation is written on manager.managerId.",
    },
    on: ["patch"],
    resource: "Users",
    apply: (draft) =>
      rewrite(draft, (operation) => {
        if (!managerPath.test(pathOf(operation))) return operation;
        const path = `${v2Urns.enterprise}.manager.managerId`;
        if (operation.op === "remove") return { op: "remove", path };
        const { value } = operation;
        const id = isObject(value) ? (value.managerId ?? value.value) : value;
        return typeof id === "string" ? { op: "replace", path, value: id } : operation;
      }),
  },
  {
    id: "patch-op/list-values",
    source: ["FACT-USER-59", "RFC 7643 §2.4"],
    differences: ["DIFF-MV-01", "DIFF-EMAIL-03"],
    warning: {
      code: "types-normalised",
      text: "A value of a multi-valued attribute is not an array of objects: it is written as one.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const { op, value } = operation;
        if (op === "remove" || !lists.includes(pathOf(operation))) return operation;
        if (Array.isArray(value) && value.every((entry) => typeof entry !== "string"))
          return operation;
        const values: unknown[] = Array.isArray(value) ? value : [value];
        const written = values.map((entry) =>
          typeof entry === "string" ? { value: entry } : entry,
        );
        return { ...operation, value: written };
      }),
  },
  {
    id: "patch-op/remove-by-value",
    source: ["FACT-GROUP-53", "RFC 7644 §3.5.2"],
    differences: ["DIFF-GRP-07", "DIFF-GRP-02"],
    warning: {
      code: "empties-group",
      text: "remove with a value array removes every value in 2.0, and at members it empties the group: each value is removed by a path.",
    },
    on: ["patch"],
    apply: (draft) =>
      rewrite(draft, (operation) => {
        const { op, path, value } = operation;
        if (op !== "remove" || !lists.includes(pathOf(operation)) || value === undefined)
          return operation;
        const values: unknown[] = Array.isArray(value) ? value : [value];
        const ids = values.map((entry) => (isObject(entry) ? entry.value : entry));
        return ids
          .filter((id) => typeof id === "string")
          .map((id) => ({ op, path: `${path}[value eq ${pathLiteral(id)}]` }));
      }),
  },
  {
    id: "patch-op/empties-group",
    source: ["FACT-GROUP-55"],
    differences: ["DIFF-GRP-03"],
    warning: { code: "empties-group", text: "The request removes every member of the group." },
    on: ["patch"],
    resource: "Groups",
    apply: ({ operations = [] }) =>
      operations.some(({ op, path }) => op === "remove" && path === "members"),
  },
];
