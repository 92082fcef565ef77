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

/** Whether a line of JSON is a member of one of these names. */
export function isNamed(line: string, names: ReadonlySet<string>): boolean {
  const [, name] = /^ *"([^"]+)":/.exec(line) ?? [];
  return name !== undefined && names.has(name);
}
