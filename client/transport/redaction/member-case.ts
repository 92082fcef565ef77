import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { withKnownNames } from "../../member-names.ts";

/**
 * Redacts a body whose members may be written in another case than the standards write them, which
 * RFC 7643 §2.1 allows: what they are is decided by their known names, what is shown has the names
 * that the server gave.
 *
 * @param redact takes the body with known names; it keeps the names of members
 */
export function inAnyCase(body: unknown, redact: (body: unknown) => unknown): unknown {
  if (!isOtherwise(body)) return redact(body);
  return withNamesOf(redact(withKnownNames(body)), body);
}

/** Whether an object, or one that it lists, names a member otherwise than the standards do. */
function isOtherwise(body: unknown): boolean {
  if (!isObject(body)) return false;
  const known = Object.keys(Object(withKnownNames(namesOnly(body))));
  if (Object.keys(body).some((name, index) => name !== known[index])) return true;
  const lists = Object.values(body).filter(Array.isArray);
  return lists.some((list) => isObject(list[0]) && isOtherwise(namesOnly(list[0])));
}

const namesOnly = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(object).map((name) => [name, true]));

/** A value with the names that the members of another one of the same structure have. */
function withNamesOf(value: unknown, original: unknown): unknown {
  if (Array.isArray(value)) {
    const originals = Array.isArray(original) ? original : [];
    return value.map((one, index) => withNamesOf(one, originals[index]));
  }
  if (!isObject(value) || !isObject(original)) return value;
  const names = new Map(Object.keys(original).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const own = names.get(name.toLowerCase()) ?? name;
      return [own, withNamesOf(member, original[own])];
    }),
  );
}
