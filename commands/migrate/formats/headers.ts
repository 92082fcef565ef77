import { isObject } from "../../../schemas/json-value.ts";
import type { HeaderPairs } from "./credentials.ts";

/** Headers that decide what a request means; no others are kept. */
const decisive = new Set(["content-type", "x-http-method-override"]);

/** Headers of a recording: a list of names and values, or an object. */
export function headerPairs(headers: unknown): HeaderPairs {
  if (Array.isArray(headers)) return headers.flatMap(pairOf);
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => (typeof one === "string" ? [[name, one] as const] : []));
  });
}

function pairOf(header: unknown): HeaderPairs {
  if (!isObject(header) || header.disabled === true) return [];
  const name = header.name ?? header.key;
  return typeof name === "string" && typeof header.value === "string" ? [[name, header.value]] : [];
}

/** The headers that decide, by their names in lower case; undefined where there are none. */
export function decisiveHeaders(pairs: HeaderPairs): { headers?: Record<string, string> } {
  const kept = pairs.flatMap(([name, value]) => {
    const small = name.toLowerCase();
    return decisive.has(small) ? [[small, value] as const] : [];
  });
  return kept.length === 0 ? {} : { headers: Object.fromEntries(kept) };
}
