import { isObject, type JsonObject } from "../schemas/json-value.ts";
import type { ListPage } from "./outcome.ts";
import { TransportError } from "./transport/transport-error.ts";

/**
 * Reads a body. @throws TransportError instead of a SyntaxError: a truncated response is not a
 * response
 */
export function readJson<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new TransportError("broken", `GET ${path}: the response is not JSON`, undefined, error);
  }
}

/** A body as JSON; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A body that has no neutral form, unchanged; empty when it is not an object. */
export function decodeObject(json: unknown): JsonObject {
  return isObject(json) ? json : {};
}

/** A list, each resource in its neutral form. */
export function decodeList<T>(json: unknown, decode: (json: unknown) => T): ListPage<T> {
  const list = isObject(json) ? json : {};
  return {
    totalResults: list.totalResults,
    itemsPerPage: list.itemsPerPage,
    startIndex: list.startIndex,
    resources: Array.isArray(list.Resources) ? list.Resources.map(decode) : [],
  };
}
