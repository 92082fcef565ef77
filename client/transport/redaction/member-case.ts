import { isObject } from "../../../schemas/json-value.ts";
import { isOtherCase, withKnownNames } from "../../member-names.ts";

/**
 * Redacts a body whose members may be written in another case than in the standards, which
 * RFC 7643 §2.1 allows: their known names decide what is redacted, the result keeps the names
 * of the server.
 *
 * @param redact redacts the body with known names; it must keep the names of members
 */
export function inAnyCase(body: unknown, redact: (body: unknown) => unknown): unknown {
  if (!isOtherwise(body)) return redact(body);
  return withNamesOf(redact(withKnownNames(body)), body);
}

/** Whether an object, or the first object of a list in it, spells a member otherwise than the standards do. */
function isOtherwise(body: unknown): boolean {
  if (!isObject(body)) return false;
  if (Object.keys(body).some(isOtherCase)) return true;
  return Object.values(body).some(
    (list) => Array.isArray(list) && isObject(list[0]) && Object.keys(list[0]).some(isOtherCase),
  );
}

/** A value with the member names of another one of the same structure. */
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
