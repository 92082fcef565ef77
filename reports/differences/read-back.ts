import type { Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { Change } from "./changes.ts";

/** More would not be a caption. */
const most = 2;

/** What a resource shows of changes that were asked for: `title is gone`, `members: 2 values`. */
export function readBack(resource: Json | undefined, changes: readonly Change[]): string {
  if (!isObject(resource)) return "";
  // Of several changes to one attribute, the last one counts.
  const last = new Map(changes.map((change) => [change.path, change]));
  const shown = [...last.values()].flatMap((change) => stateOf(resource, change) ?? []);
  return shown.length > most ? "" : [...new Set(shown)].join(", ");
}

function stateOf(resource: object, { does, path }: Change): string | undefined {
  const name = path.replace(/\[.*$/, "");
  if (!/^\w[\w.$-]*$/.test(name)) return undefined;
  const value = valueAt(resource, name);
  if (Array.isArray(value))
    return `${name}: ${value.length} ${value.length === 1 ? "value" : "values"}`;
  if (value === undefined || value === null || value === "") {
    return does === "clear" || does === "remove" ? `${name} is gone` : `${name} is not shown`;
  }
  if (does === "clear" || does === "omit") return `${name} is still there`;
  return isObject(value) ? undefined : `${name} is ${JSON.stringify(value)}`;
}

/** The value at a path, also within an extension. */
function valueAt(resource: object, path: string): Json | undefined {
  const members = Object.entries(resource as Record<string, Json>);
  const own = follow(resource, path.split("."));
  if (own !== undefined) return own;
  const extensions = members.filter(([name]) => /^urn:/i.test(name));
  for (const [, extension] of extensions) {
    const found = follow(extension, path.split("."));
    if (found !== undefined) return found;
  }
  return undefined;
}

function follow(value: unknown, names: readonly string[]): Json | undefined {
  let at = value;
  for (const name of names) {
    if (!isObject(at)) return undefined;
    at = at[name];
  }
  return at as Json | undefined;
}
