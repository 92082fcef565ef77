import { existsSync, readFileSync } from "node:fs";
import { type SchemaName, schemaNames } from "../../schemas/names.ts";

/** A small change to a valid value, and the rule that it should violate. */
export interface InvalidCase {
  rule: string;
  path: string;
  /** The schema that contains the rule, as in `SchemaViolation.location`. */
  at: string;
  /** The member that is missing, for `required`. */
  member?: string;
  /** Which valid value is changed; the first when absent. */
  of?: number;
  /** Arrays that are extended with copies of their first entry to a given length; applied first. */
  repeat?: Record<string, number>;
  /** JSON Pointers of removed values. */
  remove?: string[];
  /** New values by JSON Pointer. */
  set?: Record<string, unknown>;
}

export interface Fixtures {
  valid: unknown[];
  invalid: InvalidCase[];
}

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null;

/** Shared parts: their rules are tested through the schemas that use them. */
export const parts: readonly SchemaName[] = [
  "v1.1/common",
  "v2.0/common",
  "slack/common",
  "slack/write",
];

/** The fixtures of each schema, `fixtures/<schema>.json`. */
export const fixtures = new Map<SchemaName, Fixtures>();
for (const name of schemaNames) {
  const file = new URL(`../../schemas/fixtures/${name}.json`, import.meta.url);
  if (existsSync(file)) fixtures.set(name, JSON.parse(readFileSync(file, "utf8")));
}

/** The object or array that contains the target of a JSON Pointer, and its key there. */
function holder(document: unknown, pointer: string): [Json, string] {
  const path = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = path.pop() ?? "";
  let value = document;
  for (const step of path) value = isJson(value) ? value[step] : undefined;
  if (!isJson(value)) throw new Error(`nothing at ${pointer}`);
  return [value, key];
}

/** The target of a JSON Pointer. */
export function partOf(document: unknown, pointer: string): unknown {
  if (pointer === "") return document;
  const [parent, key] = holder(document, pointer);
  return parent[key];
}

/** The invalid value that a case describes. */
export function invalidValue(valid: readonly unknown[], change: InvalidCase): unknown {
  let value = structuredClone(valid[change.of ?? 0]);
  for (const [pointer, length] of Object.entries(change.repeat ?? {})) {
    const list = partOf(value, pointer);
    if (Array.isArray(list)) while (list.length < length) list.push(list[0]);
  }
  for (const pointer of change.remove ?? []) {
    const [parent, key] = holder(value, pointer);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }
  for (const [pointer, part] of Object.entries(change.set ?? {})) {
    if (pointer === "") value = part;
    else {
      const [parent, key] = holder(value, pointer);
      parent[key] = part;
    }
  }
  return value;
}
