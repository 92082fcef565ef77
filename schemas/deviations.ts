import { compiled } from "./compile.ts";
import { schemaOf } from "./documents.ts";
import { isObject } from "./json-value.ts";
import type { SchemaName } from "./names.ts";
import type { Version } from "./version.ts";

/** An `x-deviation` of a Slack schema. */
interface DeviationNote {
  /** The keyword of the standard's schema that Slack violates. */
  rule: string;
  /** Id and tag of the fact about Slack. */
  fact: string;
  /** Section and rule of the standard. */
  standard: string;
  /** The only version with this deviation; both when absent. */
  version?: Version;
  /** A schema for values that conform to the standard, when the standard's own schemas have none. */
  unless?: object;
}

/** A note that applies to a value, and the JSON Pointer of the value, which may be absent. */
export interface AppliedNote {
  path: string;
  note: DeviationNote;
  value: unknown;
}

function isNote(value: unknown): value is DeviationNote {
  return isObject(value) && typeof value.rule === "string" && typeof value.fact === "string";
}

/** A member's name as a step of a JSON Pointer (RFC 6901). */
export function step(member: string | number): string {
  return `/${String(member).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

const beside = ["if", "then", "else"] as const;
const combined = ["allOf", "anyOf", "oneOf"] as const;

/**
 * The deviations that a schema lists for the parts of a value, absent members included.
 * Every branch of a schema is visited: the caller decides whether a deviation occurred.
 */
export function notesFor(name: SchemaName, value: unknown): AppliedNote[] {
  const found: AppliedNote[] = [];
  const walk = (node: unknown, home: SchemaName, instance: unknown, path: string): void => {
    if (!isObject(node)) return;
    if (Array.isArray(node["x-deviation"]))
      for (const note of node["x-deviation"])
        if (isNote(note)) found.push({ path, note, value: instance });
    if (typeof node.$ref === "string") {
      const target = schemaOf(node.$ref, home);
      walk(target.schema, target.name, instance, path);
    }
    for (const keyword of combined)
      if (Array.isArray(node[keyword]))
        for (const branch of node[keyword]) walk(branch, home, instance, path);
    for (const keyword of beside) walk(node[keyword], home, instance, path);
    if (isObject(instance) && isObject(node.properties))
      for (const [member, schema] of Object.entries(node.properties))
        walk(schema, home, instance[member], path + step(member));
    if (Array.isArray(instance)) {
      const first: unknown[] = Array.isArray(node.prefixItems) ? node.prefixItems : [];
      for (const [index, item] of instance.entries())
        walk(first[index] ?? node.items, home, item, path + step(index));
    }
  };
  walk(schemaOf("#", name).schema, name, value, "");
  return found;
}

/** Whether a value conforms to the `unless` of a note. */
export function keepsTo(unless: object, value: unknown): boolean {
  return compiled(unless)(value);
}
