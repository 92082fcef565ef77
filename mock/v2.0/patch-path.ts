import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { type AttributeReader, type Predicate, predicateOf } from "../filter/evaluate.ts";
import { parseFilter } from "../filter/parse.ts";
import { type AttributePath, attributePath } from "../rules/paths.ts";

/** One value of a multi-valued attribute, as a value path can select it. */
export interface PatchEntry {
  /** The place where it is stored. */
  readonly slot: string;
  readonly value: string;
  readonly type: string;
  readonly primary: boolean;
}

/** A parsed path: attribute, optional value filter, optional sub-attribute after the filter. */
export interface PatchPath {
  readonly target: AttributePath;
  /** Selects entries; undefined without a value filter. */
  readonly selects: Predicate<PatchEntry> | undefined;
  /** The `type` or other equality in a filter, to create a missing entry (as Entra adds values). */
  readonly wanted: { readonly type?: string; readonly primary?: boolean };
  readonly subAttribute: string;
}

const readers = new Map<string, AttributeReader<PatchEntry>>([
  ["value", (entry) => [entry.value]],
  ["type", (entry) => [entry.type]],
  ["primary", (entry) => entry.primary],
]);

function wantedBy(filter: string): PatchPath["wanted"] {
  const type = /^\s*type\s+eq\s+"?(\w+)"?\s*$/i.exec(filter)?.[1];
  const primary = /^\s*primary\s+eq\s+"?(true|false)"?\s*$/i.exec(filter)?.[1];
  if (type !== undefined) return { type };
  return primary === undefined ? {} : { primary: primary.toLowerCase() === "true" };
}

function selectorOf(filter: string, call: Call): Predicate<PatchEntry> {
  const unquoted = /\beq\s+[^"'\s]/i.test(filter) && !/\beq\s+(true|false)\b/i.test(filter);
  if (unquoted && call.rules.defects.patchUnquotedPathRefused) {
    throw new ScimError("invalid_query");
  }
  return predicateOf(parseFilter(filter), readers, call);
}

/**
 * Parses a PATCH path: `title`, `name.givenName`, `emails[primary eq false]`, `phoneNumbers[value eq "x"].value`, an
 * extension URN, and below it with colon or dot (FACT-PATCH-89); booleans in a filter have no quotes (FACT-PATCH-96).
 *
 * @throws ScimError `invalid_request_payload` for a malformed path, the filter's own codes for a malformed filter
 */
export function parsePath(path: unknown, call: Call): PatchPath {
  if (typeof path !== "string") throw new ScimError("invalid_request_payload");
  const match = /^([^[\]\s]+)(?:\[([^[\]]*)\](?:\.([\w$-]+))?)?$/u.exec(path.trim());
  const base = match?.[1];
  if (base === undefined || base.includes("..") || /^[.:]|[.:]$/.test(base)) {
    throw new ScimError("invalid_request_payload");
  }
  const filter = match?.[2];
  return {
    target: attributePath(base, call),
    selects: filter === undefined ? undefined : selectorOf(filter, call),
    wanted: filter === undefined ? {} : wantedBy(filter),
    subAttribute: match?.[3] ?? "",
  };
}

/** One operation of a PatchOp. `path` undefined means the resource itself. */
export interface PatchOperation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string | undefined;
  readonly hasValue: boolean;
  readonly value: unknown;
}

function operationOf(given: unknown): PatchOperation {
  if (!isObject(given) || typeof given.op !== "string") {
    throw new ScimError("invalid_request_payload");
  }
  // Clients also write `Replace` (FACT-PATCH-25).
  const op = given.op.toLowerCase();
  if (op !== "add" && op !== "replace" && op !== "remove") {
    throw new ScimError("invalid_request_payload");
  }
  const { path, value } = given;
  const hasPath = path !== undefined && path !== null && path !== "";
  if (hasPath && typeof path !== "string") throw new ScimError("invalid_request_payload");
  if (op === "remove" && !hasPath) throw new ScimError("invalid_request_payload");
  if (op === "add" && value === undefined) throw new ScimError("invalid_request_payload");
  if (op !== "remove" && !hasPath && !isObject(value)) {
    throw new ScimError("invalid_request_payload");
  }
  return {
    op,
    path: typeof path === "string" && hasPath ? path : undefined,
    hasValue: "value" in given,
    value: value ?? null,
  };
}

/** The operations of a PatchOp body. @throws ScimError `invalid_request_payload` for any other body */
export function operationsOf(operations: unknown, call: Call): readonly PatchOperation[] {
  if (!Array.isArray(operations)) throw new ScimError("invalid_request_payload");
  if (operations.length === 0 && call.rules.settings.emptyOperations === "error") {
    throw new ScimError("invalid_request_payload");
  }
  const parsed = operations.map(operationOf);
  const { patchOperationsReversed, patchFirstOperationOnly } = call.rules.defects;
  if (patchOperationsReversed) parsed.reverse();
  return patchFirstOperationOnly ? parsed.slice(0, 1) : parsed;
}
