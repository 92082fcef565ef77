import { isObject } from "./json-value.ts";
/** The place of a rule in the schemas, and the annotations around it. */
export interface Place {
  /** Document and JSON Pointer of the schema that holds the rule: `slack/v2.0/user#/properties/id`. */
  location: string;
  /** `x-source` of the nearest schema around the rule, by keyword, `*` for the rest. */
  source: Readonly<Record<string, string>>;
  /** `x-level` of the schema that holds the rule, by keyword. */
  level: Readonly<Record<string, string>>;
}

function texts(value: unknown): Record<string, string> | undefined {
  if (typeof value === "string") return { "*": value };
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

/**
 * Every object of a schema document with its place. A schema without an `x-source` inherits the one
 * of the schema around it, except for entries on a single keyword.
 */
export function placesOf(name: string, document: object): Map<object, Place> {
  const places = new Map<object, Place>();
  const visit = (node: unknown, pointer: string, inherited: Record<string, string>): void => {
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) visit(item, `${pointer}/${index}`, inherited);
    } else if (isObject(node)) {
      const source = texts(node["x-source"]) ?? inherited;
      const level = texts(node["x-level"]) ?? {};
      places.set(node, { location: `${name}#${pointer}`, source, level });
      const rest = source["*"];
      for (const [key, child] of Object.entries(node)) {
        if (key.startsWith("x-")) continue;
        const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
        visit(child, `${pointer}/${step}`, rest === undefined ? {} : { "*": rest });
      }
    }
  };
  visit(document, "", {});
  return places;
}
