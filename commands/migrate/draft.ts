import type { PatchIntent } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { type blocks, v1Urns, v2Urns } from "./attributes.ts";
import { type FilterToken, filterTokens } from "./filter-tokens.ts";
import type { RecordedRequest } from "./request.ts";

/** What a request does, by method and path. */
export type Operation =
  | "list"
  | "read"
  | "create"
  | "replace"
  | "patch"
  | "delete"
  | "config"
  | "schema"
  | "schemas"
  | "resource-types"
  | "unknown";

/** A parameter of a query; `raw` as it was sent, undefined once it is changed. */
export interface Parameter {
  name: string;
  value: string;
  raw: string | undefined;
}

/** A filter; without tokens where it cannot be read. */
export interface Filter {
  text: string;
  tokens: FilterToken[] | undefined;
}

/** A 1.1 request on its way to 2.0: rules take from it what they translate, and add what they write. */
export interface Draft {
  readonly request: RecordedRequest;
  method: string;
  /** The path before `/Users`, such as `/scim/v1`. */
  base: string;
  /** As it was recorded; it may have doubled slashes. */
  readonly v1Base: string;
  readonly v2Base: string;
  /** The path below it, percent-encoded. */
  segments: string[];
  parameters: Parameter[];
  filter: Filter | undefined;
  /** Whether the request follows a filtered GET shortly. */
  readonly afterFilter: boolean;
  readonly hasBody: boolean;
  /** The members of the body that no rule has translated yet. */
  members: Map<string, unknown>;
  /** `schemas` of the body, as far as it was read. */
  declared: unknown;
  /** The names in `meta.attributes` that no rule has translated yet. */
  named: string[];
  /** What a PATCH removes, and what it changes after that. */
  readonly removals: PatchIntent[];
  readonly changes: PatchIntent[];
  /** The operations of a PatchOp body, which a client sent to 1.1. */
  operations: JsonObject[] | undefined;
}

const operationsOf: Readonly<Record<string, readonly [Operation, Operation]>> = {
  GET: ["list", "read"],
  POST: ["create", "unknown"],
  PUT: ["unknown", "replace"],
  PATCH: ["unknown", "patch"],
  DELETE: ["unknown", "delete"],
};

/** `Users` or `Groups`, or undefined where the request is about neither. */
export function resourceOf({ segments: [head] }: Draft): "Users" | "Groups" | undefined {
  return head === "Users" || head === "Groups" ? head : undefined;
}

export function operationOf(draft: Draft): Operation {
  const { method, segments } = draft;
  const [head, , more] = segments;
  if (more !== undefined || head === undefined) return "unknown";
  const isOne = segments.length === 2;
  if (resourceOf(draft)) {
    return Object.hasOwn(operationsOf, method)
      ? (operationsOf[method]?.[Number(isOne)] ?? "unknown")
      : "unknown";
  }
  if (method !== "GET") return "unknown";
  if (!isOne && /^ServiceProviderConfigs?$/.test(head)) return "config";
  if (head === "Schemas") return isOne ? "schema" : "schemas";
  return head === "ResourceTypes" ? "resource-types" : "unknown";
}

/** Text with its percent-encoding and `+` decoded; unchanged where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function parametersOf(query: string): Parameter[] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((raw) => {
      const equals = raw.indexOf("=");
      const [name, value] = equals < 0 ? [raw, ""] : [raw.slice(0, equals), raw.slice(equals + 1)];
      return { name: decoded(name), value: decoded(value), raw };
    });
}

/** The path of 2.0 in place of that of 1.1. */
function v2BaseOf(prefix: string, base: string): string {
  const version = /v1(?=\/|$)(?!.*v1(?:\/|$))/;
  return prefix + (version.test(base) ? base.replace(version, "v2") : "/scim/v2");
}

export function filterOf(text: string): Filter {
  return { text, tokens: filterTokens(text) };
}

/** Where the base path ends, its last occurrence; slashes of it may be doubled. Undefined where it is not there. */
function baseIn(path: string, basePath: string): { prefix: string; end: number } | undefined {
  const parts = basePath.split("/").filter((part) => part !== "");
  const escaped = parts.map((part) => part.replace(/[^\w-]/g, "\\$&"));
  const pattern = new RegExp(`${escaped.map((part) => `/+${part}`).join("")}(?=/|$)`, "g");
  const last = [...path.matchAll(pattern)].at(-1);
  if (!last) return undefined;
  return { prefix: path.slice(0, last.index), end: last.index + last[0].length };
}

/**
 * Reads a request. A body that is not a JSON object counts as one without members.
 *
 * @returns undefined where the path does not lead to 1.1
 */
export function draftOf(
  request: RecordedRequest,
  { basePath, afterFilter }: { basePath: string; afterFilter: boolean },
): Draft | undefined {
  const [whole = ""] = request.path.split("#", 1);
  const queryAt = whole.indexOf("?");
  const path = queryAt < 0 ? whole : whole.slice(0, queryAt);
  const found = baseIn(path, basePath);
  if (!found) return undefined;
  const hasBody = request.body !== undefined && request.body !== null;
  const prefix = found.prefix.replace(/\/{2,}/g, "/");
  const body = isObject(request.body) ? request.body : {};
  const members = new Map(Object.entries(body));
  const parameters = parametersOf(queryAt < 0 ? "" : whole.slice(queryAt + 1));
  const filter = parameters.findLast(({ name }) => name === "filter");
  return {
    request,
    method: request.method.toUpperCase(),
    base: path.slice(0, found.end),
    v1Base: path.slice(0, found.end),
    v2Base: v2BaseOf(prefix, basePath),
    segments: path.slice(found.end).split("/").slice(1),
    parameters,
    filter: filter && filterOf(filter.value),
    afterFilter,
    hasBody,
    members,
    declared: undefined,
    named: [],
    removals: [],
    changes: [],
    operations: undefined,
  };
}

/** The strings of a value: itself, or those in an array, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.flatMap(stringsIn) : [];
}

/** Whether the body declares the 1.1 URN of an extension block in `schemas`. */
export function declares(draft: Draft, block: (typeof blocks)[number]): boolean {
  const urn = v1Urns[block].toLowerCase();
  const own = v2Urns[block].toLowerCase();
  return stringsIn(draft.declared).some((each) => [urn, own].includes(each.toLowerCase()));
}

/** Takes a member from the body. */
export function take(draft: Draft, name: string): unknown {
  const value = draft.members.get(name);
  draft.members.delete(name);
  return value;
}
