import type { Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { clearedIn, isExtensionUrn, withoutUrn } from "./body.ts";

/** What a request asks to be done to one attribute. */
export interface Change {
  does: "add" | "set" | "clear" | "remove" | "omit";
  /** An attribute, or a path: `title`, `name.familyName`, `emails[value eq "x"]`. */
  path: string;
  /** What it is set to, where that is known. */
  value?: Json;
}

/** The changes of a PATCH in the form of either version; none for a body of no known form. */
export function changesOf(body: Json | undefined): Change[] {
  if (!isObject(body)) return [];
  if (Array.isArray(body.Operations)) return body.Operations.flatMap(ofOperation);
  const cleared = clearedIn(body).map(
    (name): Change => ({ does: "clear", path: withoutUrn(name) }),
  );
  return [...cleared, ...valuesOf(body).map(ofValue)];
}

/** How the body of a PUT differs from what was sent before: what it omits, and what it sets. */
export function changesSince(before: Json | undefined, body: Json | undefined): Change[] {
  if (!isObject(before) || !isObject(body)) return [];
  const earlier = new Map(valuesOf(before));
  const now = new Map(valuesOf(body));
  const omitted = [...earlier.keys()].filter((path) => !now.has(path));
  const set = [...now].filter(
    ([path, value]) => JSON.stringify(value) !== JSON.stringify(earlier.get(path)),
  );
  return [
    ...omitted.map((path): Change => ({ does: "omit", path })),
    ...set.map(([path, value]): Change => ({ does: "set", path, value })),
  ];
}

function ofOperation(operation: unknown): Change[] {
  if (!isObject(operation)) return [];
  const { op = "", path, value } = operation as Record<string, Json>;
  const verb = String(op).toLowerCase();
  if (typeof path !== "string" || (isExtensionUrn(path) && verb !== "remove")) {
    if (!isObject(value)) return [];
    return valuesOf(value).map(
      ([name, one]): Change => ({
        does: verb === "add" && Array.isArray(one) ? "add" : "set",
        path: name,
        value: one,
      }),
    );
  }
  const name = withoutUrn(path);
  if (verb === "remove") {
    const part = /\[/.test(name) || value !== undefined;
    return [{ does: part ? "remove" : "clear", path: name }];
  }
  const does = verb === "add" && Array.isArray(value) ? "add" : "set";
  return [{ does, path: name, ...(value === undefined ? {} : { value }) }];
}

/** The attributes of a resource, those of extensions and of complex attributes with their paths. */
function valuesOf(body: object): [string, Json][] {
  return Object.entries(body as Record<string, Json>).flatMap(([name, value]): [string, Json][] => {
    if (name === "schemas" || name === "meta" || name === "id") return [];
    if (!isObject(value)) return [[withoutUrn(name), value]];
    const parts = Object.entries(value as Record<string, Json>);
    if (/^urn:/i.test(name)) return parts;
    return parts.map(([part, one]): [string, Json] => [`${name}.${part}`, one]);
  });
}

function ofValue([path, value]: [string, Json]): Change {
  const isMarked = (one: unknown) => isObject(one) && one.operation === "delete";
  if (Array.isArray(value)) return { does: value.some(isMarked) ? "remove" : "add", path, value };
  return { does: "set", path, value };
}
