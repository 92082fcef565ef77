import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { LeanAttribute } from "./schemas.ts";

export class Refusal extends Error {
  readonly status: number;
  readonly scimType: string | undefined;

  constructor(status: number, detail: string, scimType?: string) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

export const listOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
export const textOf = (value: unknown) => String(value ?? "").toLowerCase();

/** Stores one attribute of a body, by its schema. @throws Refusal for a value of another type */
export function take(attribute: LeanAttribute, body: JsonObject, values: JsonObject): void {
  const { name, type, multiValued, required, subAttributes, mutability } = attribute;
  if (mutability === "readOnly") return;
  const key = Object.keys(body).find((each) => each.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : body[key];
  const empty = value === undefined || value === null || (Array.isArray(value) && !value.length);
  if (empty || value === "") {
    if (required) throw new Refusal(400, `${name} is required`, "invalidValue");
    return;
  }
  const one = (each: unknown): unknown => {
    if (type !== "complex") {
      if (typeof each === (type === "boolean" ? "boolean" : "string")) return each;
      throw new Refusal(400, `${name} has the wrong type`, "invalidValue");
    }
    if (!isObject(each)) throw new Refusal(400, `${name} has the wrong type`, "invalidValue");
    const parts: JsonObject = {};
    for (const part of subAttributes ?? []) take(part, each, parts);
    return parts;
  };
  if (multiValued !== Array.isArray(value)) {
    throw new Refusal(400, `${name} has the wrong type`, "invalidValue");
  }
  values[name] = Array.isArray(value) ? value.map(one) : one(value);
  const primaries = listOf(values[name]).filter(({ primary }) => primary === true);
  if (primaries.length > 1) throw new Refusal(400, "two values are primary", "invalidValue");
}

/** An e-mail address with its domain in lower case (RFC 7643 §4.1.2). */
export function address(value: unknown): string {
  const [, local, domain] = /^([^@\s]+)@([^@\s]+)$/.exec(String(value)) ?? [];
  if (local === undefined || domain === undefined) {
    throw new Refusal(400, "no e-mail address", "invalidValue");
  }
  return `${local}@${domain.toLowerCase()}`;
}

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9). */
export function selected(resource: JsonObject, query: URLSearchParams): JsonObject {
  const names = (parameter: string) =>
    (query.get(parameter) ?? "").split(",").flatMap((name) => name.trim() || []);
  const [wanted, unwanted] = [names("attributes"), names("excludedAttributes")];
  if (wanted.length && unwanted.length) {
    throw new Refusal(400, "attributes or excludedAttributes", "invalidValue");
  }
  const always = ["schemas", "id", "meta"];
  const entries = Object.entries(resource).flatMap(([name, value]): [string, unknown][] => {
    if (always.includes(name)) return [[name, value]];
    if (unwanted.includes(name)) return [];
    if (wanted.length === 0 || wanted.includes(name)) return [[name, value]];
    const parts = wanted.flatMap((each) => (each.startsWith(`${name}.`) ? each.split(".")[1] : []));
    if (parts.length === 0 || !isObject(value)) return [];
    const kept = Object.entries(value).filter(([part]) => parts.includes(part));
    return [[name, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(entries);
}
