import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, common, type Schemas } from "./attributes.ts";
import { isUnassigned, keyOf, listOf, memberOf, Refusal } from "./values.ts";

const wrong = (detail: string) => new Refusal(400, detail, "invalidValue");

/** The stored values of attributes that a client may set. */
const settable = common.filter(({ name }) => name === "externalId");

/**
 * The stored values of a body that creates or replaces a resource (RFC 7644 §3.3, §3.5.1): read-only
 * and unknown attributes are left out.
 * @param strict whether an undefined attribute is rejected
 * @throws Refusal when a value has the wrong type, or a required one is missing
 */
export function accept(body: unknown, [main, ...extensions]: Schemas, strict = false): JsonObject {
  if (!isObject(body)) throw new Refusal(400, "the body is not an object", "invalidSyntax");
  // In SCIM 1.1 the core schema is implied (core schema §5.1).
  const implied = main.urn.startsWith("urn:scim:") ? [main.urn] : undefined;
  const given = memberOf(body, "schemas") ?? implied;
  if (!Array.isArray(given) || !given.some((urn) => same(urn, main.urn))) {
    throw new Refusal(400, `schemas must contain ${main.urn}`, "invalidValue");
  }
  const known = [main, ...extensions].map(({ urn }) => urn);
  const unknown = given.find((urn) => !known.some((each) => same(urn, each)));
  if (unknown !== undefined) throw wrong(`the schema ${unknown} is unknown`);
  const names = [...common, ...main.attributes].map(({ name }) => name);
  const stray = Object.keys(body).find(
    (name) => ![...names, ...known].some((each) => same(name, each)),
  );
  if (strict && stray !== undefined) throw wrong(`the attribute ${stray} is unknown`);
  const values = taken(body, [...settable, ...main.attributes]);
  for (const { urn, attributes } of extensions) {
    const block = memberOf(body, urn);
    if (isUnassigned(block)) continue;
    if (!isObject(block)) throw wrong(`${urn} is not an object`);
    const held = taken(block, attributes);
    if (Object.keys(held).length > 0) values[urn] = held;
  }
  return values;
}

const same = (urn: unknown, other: string) => String(urn).toLowerCase() === other.toLowerCase();

function taken(body: JsonObject, attributes: readonly Attribute[]): JsonObject {
  const values: JsonObject = {};
  for (const attribute of attributes) {
    const key = keyOf(body, attribute.name);
    const value = key === undefined ? undefined : body[key];
    const empty = isUnassigned(value) || value === "";
    if (attribute.mutability === "readOnly") continue;
    if (empty && attribute.required) throw wrong(`${attribute.name} is required`);
    if (empty) continue;
    const stored = typed(attribute, value);
    if (!isUnassigned(stored) && !isEmpty(stored)) values[attribute.name] = stored;
  }
  return values;
}

function typed(attribute: Attribute, value: unknown): unknown {
  const { name, multiValued } = attribute;
  if (multiValued !== Array.isArray(value)) throw wrong(`${name} has the wrong type`);
  if (!Array.isArray(value)) return one(attribute, value);
  const all = value.map((each) => one(attribute, each)).filter((each) => !isEmpty(each));
  if (listOf(all).filter(({ primary }) => primary === true).length > 1) {
    throw wrong(`two values of ${name} are primary`);
  }
  return all.filter((each, index) => all.findIndex((other) => alike(each, other)) === index);
}

const isEmpty = (value: unknown) => isObject(value) && Object.keys(value).length === 0;
const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function one({ name, type, subAttributes = [] }: Attribute, value: unknown): unknown {
  if (type === "complex") {
    if (!isObject(value)) throw wrong(`${name} has the wrong type`);
    const parts = taken(value, subAttributes);
    if (name === "emails") parts.value = address(parts.value);
    return parts;
  }
  if (typeof value !== (type === "boolean" ? "boolean" : "string")) {
    throw wrong(`${name} has the wrong type`);
  }
  if (name === "profileUrl" && !/^https?:\/\/\S+$/.test(String(value))) throw wrong("no URL");
  return value;
}

/** An e-mail address, its domain in lower case (RFC 7643 §4.1.2). */
function address(value: unknown): string {
  const [, local, domain] = /^([^@\s]+)@([^@\s]+)$/.exec(String(value)) ?? [];
  if (local === undefined || domain === undefined) throw wrong("no e-mail address");
  return `${local}@${domain.toLowerCase()}`;
}
