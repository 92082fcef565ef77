import { isObject } from "../../../schemas/json-value.ts";
import { type Finder, hidden, hide } from "./hide.ts";
import { isSecretMember } from "./strangers.ts";

/** JSON of a value without what the finder finds: in the text or, when there is a hit, value by value. */
export function serialized(value: unknown, find: Finder, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  if (hide(text, find) === text) return text;
  return JSON.stringify(
    eachText(value, (part) => hide(part, find)),
    undefined,
    indent,
  );
}

/** A value of JSON with each text and each member's name changed. */
export function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => eachText(one, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [change(name), eachText(member, change)]),
  );
}

/** A value without passwords and tokens, by the names of their members. */
export function withoutSecretMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecretMembers);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isSecretMember(name) ? hidden : withoutSecretMembers(member),
    ]),
  );
}

/** @returns undefined where a text is not JSON */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
