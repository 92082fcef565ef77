import type { CatalogueLesson } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/** The attributes that a lesson names: `title` of `meta.attributes`, of a path and of a member. */
export function namesIn({ today, tomorrow }: CatalogueLesson): Set<string> {
  const names = new Set<string>();
  const add = (text: string) => {
    for (const [word] of text.replace(/"[^"]*"/g, "").matchAll(/[A-Za-z$][\w$]*/g)) names.add(word);
  };
  const collect = (value: unknown, isName: boolean) => {
    if (typeof value === "string" && isName) add(value);
    if (Array.isArray(value)) for (const one of value) collect(one, isName);
    if (!isObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (!unnamed.has(name) && !/^urn:/i.test(name)) names.add(name);
      if (name !== "schemas") collect(member, name === "attributes" || name === "path");
    }
  };
  for (const { path, body } of [...today, ...tomorrow]) {
    const { searchParams } = new URL(path, "http://unknown");
    for (const [name, value] of searchParams) {
      if (name === "filter" || /attributes$/i.test(name)) add(value);
    }
    collect(body, false);
  }
  for (const word of words) names.delete(word);
  return names;
}

/** Members of messages, not of resources, and those that every resource has. */
const unnamed: ReadonlySet<string> = new Set([
  ...["schemas", "Operations", "op", "path", "value", "operation", "meta", "attributes"],
]);
const words = ["eq", "ne", "co", "sw", "ew", "pr", "gt", "ge", "lt", "le", "and", "or", "not"];

/** Members that hold attributes, and are none: what is in them counts as if it stood outside. */
const isContainer = (name: string) => /^(?:Resources|Errors|meta|urn:.*)$/i.test(name);

/**
 * Which lines of indented JSON are members of these names. A sub-attribute counts only within an
 * attribute that is named too: `primary` of `emails` is not that of `phoneNumbers`.
 */
export function namedLines(lines: readonly string[], names: ReadonlySet<string>): boolean[] {
  let enclosing: { depth: number; name: string }[] = [];
  return lines.map((line) => {
    const depth = line.search(/\S|$/);
    enclosing = enclosing.filter((one) => one.depth < depth);
    const [, name] = /^ *"([^"]+)":/.exec(line) ?? [];
    if (name === undefined) return false;
    const attributes = enclosing.filter((one) => !isContainer(one.name));
    enclosing.push({ depth, name });
    const isWithin = attributes.length === 0 || attributes.some((one) => names.has(one.name));
    return isWithin && names.has(name);
  });
}
