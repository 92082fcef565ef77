import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";

/** Strings that no rule can reject, which most are. */
const isPlain = /^[ \w.-]*$/;
const emoji = /\p{Extended_Pictographic}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * A value for a string attribute: the string, or null for "unset".
 *
 * @throws ScimError `invalid_attribute_format` for anything else; `invalid_emoji_not_allowed` (FACT-ERROR-46)
 */
export function textOf(value: unknown, attribute: string, call: Call): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string") throw new ScimError("invalid_attribute_format");
  if (isPlain.test(value)) return value;
  if (call.rules.settings.emojiNotAllowedIn.includes(attribute) && emoji.test(value)) {
    throw new ScimError("invalid_emoji_not_allowed");
  }
  return value;
}

/** Whether a value contains characters that no name may have (FACT-ERROR-44, `invalid_name_specials`). */
export function hasForbiddenCharacters(value: string, call: Call): boolean {
  if (control.test(value)) return true;
  for (const character of call.rules.settings.forbiddenNameCharacters) {
    if (value.includes(character)) return true;
  }
  return false;
}

/**
 * A boolean, also as the string that Slack's Java SDK and Entra send (`"false"`, `"True"`);
 * undefined for one that v2.0's PATCH ignores (FACT-PATCH-37).
 *
 * @throws ScimError `invalid_attribute_format`
 */
export function booleanOf(value: unknown, call: Call): boolean | undefined {
  if (typeof value === "boolean") return value;
  const { stringBooleans } = call.rules.settings;
  if (typeof value === "string" && stringBooleans !== "refuse") {
    const word = value.toLowerCase();
    if (word === "true" || word === "false") {
      const isPatchOp = call.version === "2.0" && call.operation === "patch";
      return stringBooleans === "ignore" && isPatchOp ? undefined : word === "true";
    }
  }
  throw new ScimError("invalid_attribute_format");
}

/** `primary` of an entry: Slack's own examples also send the string `"true"` (FACT-USER-67). */
export function isPrimary(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}

/**
 * An array for a multi-valued attribute; null and absent are empty. v2.0 also accepts a single
 * object (FACT-PATCH-59).
 */
export function entriesOf(value: unknown, singleAllowed: boolean): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (singleAllowed) return [value];
  throw new ScimError("invalid_attribute_format");
}
