import { isJson, partOf } from "./fixtures.ts";

/** A keyword of a schema, and the JSON Pointer of the subschema that contains it. */
export interface Rule {
  pointer: string;
  keyword: string;
  /** One member of `required`: each counts as a separate rule. */
  member?: string;
}

const byName = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const byIndex = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const single = new Set(["items", "if", "then", "else", "not", "contains", "additionalProperties"]);

/** Keywords that do not reject any value. `minContains` is always 0 here, beside `maxContains`. */
const silent = new Set([
  ...["$schema", "$id", "$defs", "title", "description", "default", "readOnly", "writeOnly"],
  ...["x-source", "x-level", "x-deviation", "minContains"],
  ...["properties", "patternProperties", "dependentSchemas", "allOf", "prefixItems", "items"],
]);

/** Every rule of a schema. */
export function rulesOf(schema: unknown, pointer = ""): Rule[] {
  if (!isJson(schema)) return [];
  const rules: Rule[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const here = `${pointer}/${keyword}`;
    if (keyword === "required" && Array.isArray(value))
      for (const member of value) rules.push({ pointer, keyword, member: String(member) });
    else if (!silent.has(keyword)) rules.push({ pointer, keyword });
    if ((byName.has(keyword) || byIndex.has(keyword)) && isJson(value))
      for (const [key, part] of Object.entries(value))
        rules.push(...rulesOf(part, `${here}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`));
    if (single.has(keyword)) rules.push(...rulesOf(value, here));
  }
  return rules;
}

/** A schema without some of its rules. */
export function without(document: object, rules: readonly Rule[]): object {
  const mutant = structuredClone(document);
  for (const { pointer, keyword, member } of rules) {
    const node = partOf(mutant, pointer);
    if (!isJson(node)) continue;
    const list = node[keyword];
    if (member !== undefined && Array.isArray(list))
      node[keyword] = list.filter((other) => other !== member);
    else delete node[keyword];
  }
  return mutant;
}

const plain =
  /^(?:type|enum|const|pattern|format|required|uniqueItems|additionalProperties|m(?:in|ax)\w+)$/;

/** Whether a rule is independent: without it no other rule of the schema changes. */
export function isPlain({ pointer, keyword }: Rule): boolean {
  return plain.test(keyword) && !/\/(?:if|not|contains|anyOf|oneOf)(?:\/|$)/.test(pointer);
}
