import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, named, type Place, placeOf, type Schemas } from "./attributes.ts";
import { compileValueFilter } from "./filter.ts";
import { isUnassigned, keyOf, listOf, memberOf, Refusal } from "./values.ts";

const urn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** The target of an operation: an attribute, some of its values, a sub-attribute (RFC 7644 §3.5.2). */
interface Target {
  place: Place;
  /** Which values of a multi-valued attribute. */
  test: ((value: JsonObject) => boolean) | undefined;
}

/**
 * Applies a PatchOp to a copy of a resource, so that a rejected one has no effect.
 * @throws Refusal
 */
export function patch(resource: JsonObject, body: unknown, schemas: Schemas): JsonObject {
  const given = isObject(body) ? memberOf(body, "schemas") : undefined;
  if (!isObject(body) || !Array.isArray(given) || !given.includes(urn)) {
    throw new Refusal(400, `schemas must contain ${urn}`, "invalidSyntax");
  }
  const operations = memberOf(body, "Operations");
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new Refusal(400, "no Operations", "invalidSyntax");
  }
  const copy: JsonObject = structuredClone(resource);
  for (const operation of operations) apply(copy, operation, schemas);
  return copy;
}

function apply(resource: JsonObject, operation: unknown, schemas: Schemas): void {
  if (!isObject(operation)) throw new Refusal(400, "no operation", "invalidSyntax");
  const op = String(memberOf(operation, "op")).toLowerCase();
  if (!["add", "replace", "remove"].includes(op)) {
    throw new Refusal(400, `no operation ${op}`, "invalidSyntax");
  }
  const path = memberOf(operation, "path");
  const value = memberOf(operation, "value");
  if (path !== undefined && typeof path !== "string") throw badPath(String(path));
  if (op === "remove") {
    if (path === undefined) throw new Refusal(400, "remove needs a path", "noTarget");
    const extension = schemas.find((schema) => schema.urn.toLowerCase() === path.toLowerCase());
    if (extension) delete resource[extension.urn];
    else remove(resource, parse(path, schemas));
    return;
  }
  if (value === undefined) throw new Refusal(400, `${op} needs a value`, "invalidValue");
  if (path === undefined) {
    if (!isObject(value)) throw new Refusal(400, "no object to merge", "invalidValue");
    merge(resource, value, op, schemas);
    return;
  }
  const extension = schemas.find((schema) => schema.urn.toLowerCase() === path.toLowerCase());
  if (extension) merge(resource, { [extension.urn]: value }, op, schemas);
  else set(resource, parse(path, schemas), value, op);
}

/** An operation without a path: each member of the value is an attribute, or an extension. */
function merge(resource: JsonObject, value: JsonObject, op: string, schemas: Schemas): void {
  for (const [name, member] of Object.entries(value)) {
    if (name.toLowerCase() === "schemas") continue;
    const extension = schemas.find(({ urn: other }) => other.toLowerCase() === name.toLowerCase());
    if (extension && isObject(member)) {
      for (const [part, inner] of Object.entries(member)) {
        set(resource, parse(`${extension.urn}:${part}`, schemas), inner, op);
      }
    } else {
      set(resource, parse(name, schemas), member, op);
    }
  }
}

const badPath = (path: string) => new Refusal(400, `${path} is not a path`, "invalidPath");

function parse(path: string, schemas: Schemas): Target {
  const [, before = "", filter, after] =
    /^([^[\]]+)(?:\[(.+)\](?:\.([^.[\]]+))?)?$/.exec(path) ?? [];
  const place = placeOf(schemas, after === undefined ? before : `${before}.${after}`);
  if (!place) throw badPath(path);
  if (filter === undefined) return { place, test: undefined };
  if (!place.attribute.multiValued) throw badPath(path);
  return { place, test: compileValueFilter(filter, place.attribute) };
}

function guard({ attribute, sub }: Place): void {
  if (attribute.mutability === "readOnly" || sub?.mutability === "readOnly") {
    throw new Refusal(400, `${attribute.name} is read-only`, "mutability");
  }
}

function holderOf(resource: JsonObject, { extension }: Place): JsonObject {
  if (extension === undefined) return resource;
  const block = resource[extension];
  if (isObject(block)) return block;
  const fresh: JsonObject = {};
  resource[extension] = fresh;
  return fresh;
}

function set(resource: JsonObject, { place, test }: Target, value: unknown, op: string): void {
  guard(place);
  const { attribute, sub } = place;
  const holder = holderOf(resource, place);
  const old = holder[attribute.name];
  if (isUnassigned(value) || value === "") {
    remove(resource, { place, test });
    return;
  }
  if (attribute.multiValued && (test || sub)) {
    const entries = listOf(old).filter(test ?? (() => true));
    if (entries.length === 0) throw new Refusal(400, "no value matches", "noTarget");
    for (const entry of entries) {
      if (sub?.mutability === "immutable" && !isUnassigned(entry[sub.name])) {
        throw new Refusal(400, `${sub.name} never changes`, "mutability");
      }
      if (sub) entry[sub.name] = value;
      else if (isObject(value)) assign(entry, value, attribute, op === "replace");
      else throw new Refusal(400, "no object", "invalidValue");
    }
    settlePrimary(listOf(old), entries);
    return;
  }
  if (attribute.multiValued) {
    const given: unknown[] = Array.isArray(value) ? value : [value];
    const fresh = given.map((each) => writable(each, attribute));
    if (op === "replace") {
      holder[attribute.name] = fresh;
      return;
    }
    const kept = Array.isArray(old) ? old : [];
    const added = fresh.filter((each) => !kept.some((other) => isSame(each, other, attribute)));
    holder[attribute.name] = [...kept, ...added];
    settlePrimary(listOf(holder[attribute.name]), listOf(added));
    return;
  }
  if (sub) {
    const parts = isObject(old) ? old : {};
    parts[sub.name] = value;
    holder[attribute.name] = parts;
  } else if (attribute.type === "complex") {
    // Sub-attributes that are not named are unchanged (RFC 7644 §3.5.2.3).
    if (!isObject(value)) throw new Refusal(400, `${attribute.name} is complex`, "invalidValue");
    const parts = isObject(old) ? old : {};
    assign(parts, value, attribute, false);
    holder[attribute.name] = parts;
  } else {
    holder[attribute.name] = value;
  }
}

/** A value of a multi-valued attribute without its read-only parts, under their proper names. */
function writable(value: unknown, attribute: Attribute): unknown {
  if (!isObject(value)) throw new Refusal(400, `${attribute.name} is complex`, "invalidValue");
  const entry: JsonObject = {};
  assign(entry, value, attribute, false);
  return entry;
}

function assign(entry: JsonObject, value: JsonObject, attribute: Attribute, anew: boolean): void {
  if (anew) for (const name of Object.keys(entry)) delete entry[name];
  for (const [name, part] of Object.entries(value)) {
    const sub = named(attribute.subAttributes ?? [], name);
    if (sub && sub.mutability !== "readOnly") entry[sub.name] = part;
  }
}

/** Values are equal when all parts are; members of groups when their ids are. */
function isSame(one: unknown, other: unknown, { name }: Attribute): boolean {
  if (name === "members" && isObject(one) && isObject(other)) return one.value === other.value;
  return isDeepStrictEqual(one, other);
}

/** When a value becomes primary, the others no longer are (RFC 7644 §3.5.2). */
function settlePrimary(all: readonly JsonObject[], changed: readonly JsonObject[]): void {
  if (!changed.some(({ primary }) => primary === true)) return;
  for (const entry of all) {
    if (!changed.includes(entry) && entry.primary === true) entry.primary = false;
  }
}

function remove(resource: JsonObject, { place, test }: Target): void {
  guard(place);
  const { attribute, sub } = place;
  if (attribute.required && !sub && !test) {
    throw new Refusal(400, `${attribute.name} is required`, "mutability");
  }
  const holder = holderOf(resource, place);
  const old = holder[attribute.name];
  if (!test && !sub) {
    delete holder[attribute.name];
    return;
  }
  if (!Array.isArray(old)) {
    if (isObject(old) && sub) delete old[keyOf(old, sub.name) ?? sub.name];
    return;
  }
  const hit = listOf(old).filter(test ?? (() => true));
  if (test && hit.length === 0) throw new Refusal(400, "no value matches", "noTarget");
  if (sub) for (const entry of hit) delete entry[sub.name];
  else holder[attribute.name] = listOf(old).filter((entry) => !hit.includes(entry));
}
