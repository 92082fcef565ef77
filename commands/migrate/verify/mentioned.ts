import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { filterTokens } from "../filter-tokens.ts";

/** Lists of a user that a request can name values of. */
const lists = ["emails", "phoneNumbers", "roles", "addresses"] as const;
type List = (typeof lists)[number];

const addressParts = ["streetAddress", "locality", "region", "postalCode", "country"];
/** Slack stores one or two of each; more say nothing new. */
const mostValues = 5;

/** Whether a text can be the id of a user or group. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[^\s/?#]{1,100}$/.test(value);
}

/** The ids of users that a request on a group names, in its members or in its operations. */
export function memberIds({ members, Operations: operations }: JsonObject): string[] {
  const ids = entriesOf(members).map(({ value }) => value);
  const ofOperations = changesOf(operations).flatMap(({ path, value, filtered }) => {
    const inner = isObject(value) && path === "" ? value.members : value;
    return [...filtered, ...entriesOf(inner).map((entry) => entry.value)];
  });
  return [...ids, ...ofOperations].filter(isId);
}

/** The ids of managers that a request on a user names. */
export function managerIds(members: JsonObject): string[] {
  const ofOperations = changesOf(members.Operations).flatMap(({ path, value }) =>
    /manager/i.test(path) ? [value, ...managersIn({ manager: value })] : managersIn(value),
  );
  return [...Object.values(members).flatMap(managersIn), ...ofOperations].filter(isId);
}

function managersIn(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  const { manager } = value;
  return isObject(manager) ? [manager.managerId, manager.value] : [manager];
}

/** Whether the body or a path in it names an attribute or an extension; clients declare more in `schemas` than they use. */
export function mentions({ schemas: _, ...members }: JsonObject, name: string): boolean {
  return JSON.stringify(members).toLowerCase().includes(name.toLowerCase());
}

/**
 * The values of lists that a request removes, or all that it names: only what can be stored, without
 * `operation`, `type` and `primary`.
 */
export function valuesOf(
  members: JsonObject,
  which: "removed" | "named",
): Record<List, JsonObject[]> {
  const of = (name: List) => {
    const isWanted = (entry: JsonObject) => which === "named" || "operation" in entry;
    const listed = entriesOf(members[name]).filter(isWanted);
    const ofOperations = changesOf(members.Operations)
      .filter(({ path }) => path.toLowerCase() === name.toLowerCase())
      .flatMap(({ op, value, filtered }) => [
        ...filtered.map((each) => ({ value: each })),
        ...(which === "named" || op === "remove" ? entriesOf(value) : []),
      ]);
    return [...listed, ...ofOperations]
      .flatMap((entry) => stored(name, entry))
      .slice(0, mostValues);
  };
  return {
    emails: of("emails"),
    phoneNumbers: of("phoneNumbers"),
    roles: of("roles"),
    addresses: of("addresses"),
  };
}

function stored(name: List, entry: JsonObject): JsonObject[] {
  const parts = name === "addresses" ? addressParts : ["value"];
  const texts = parts.flatMap((part) => {
    const value = Object.hasOwn(entry, part) ? entry[part] : undefined;
    return typeof value === "string" && value.trim() !== "" ? [[part, value] as const] : [];
  });
  return texts.length === 0 ? [] : [Object.fromEntries(texts)];
}

/** The entries of a list, of one object, or of a text. */
function entriesOf(value: unknown): JsonObject[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    if (typeof entry === "string") return [{ value: entry }];
    return isObject(entry) ? [entry] : [];
  });
}

interface Change {
  op: string;
  /** Without its filter; empty where the operation has none. */
  path: string;
  /** The literals of the filter. */
  filtered: string[];
  value: unknown;
}

function changesOf(operations: unknown): Change[] {
  const list: unknown[] = Array.isArray(operations) ? operations : [operations];
  return list.filter(isObject).map(({ op, path, value }) => {
    const [, head = "", filter = ""] = /^([^[]*)(?:\[(.*)\])?/s.exec(String(path ?? "")) ?? [];
    const literals = (filterTokens(filter) ?? []).filter(({ kind }) => kind === "literal");
    const filtered = literals.map(({ text }) => text);
    return { op: String(op).toLowerCase(), path: head, filtered, value };
  });
}
