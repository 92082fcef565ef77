import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
export const listOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A rejection of a request. */
export class Refusal extends Error {
  readonly status: number;
  /** RFC 7644 §3.12, table 9. */
  readonly scimType: string | undefined;

  constructor(status: number, detail: string, scimType?: string) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

/** The member of an object by its name regardless of case (RFC 7643 §2.1). */
export function memberOf(object: JsonObject, name: string): unknown {
  const key = keyOf(object, name);
  return key === undefined ? undefined : object[key];
}

export function keyOf(object: JsonObject, name: string): string | undefined {
  return Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());
}

/** Whether a value counts as unassigned (RFC 7643 §2.5). */
export const isUnassigned = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
