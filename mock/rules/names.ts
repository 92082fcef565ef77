import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import { hasForbiddenCharacters, textOf } from "./text.ts";

/** FACT-USER-21: a display name has at most 80 characters. */
const longestDisplayName = 80;

/** FACT-USER-21 to FACT-USER-26: rules of displayName. */
export function setDisplayName(draft: User, value: unknown, call: Call): void {
  const { settings } = call.rules;
  let name = textOf(value, "displayName", call) ?? "";
  if (settings.displayNamePolicy === "members-edit" && draft.id && name !== draft.displayName) {
    throw new ScimError("invalid_display_name");
  }
  if (Array.from(name).length > longestDisplayName) throw new ScimError("invalid_name_maxlength");
  if (name.startsWith("@")) throw new ScimError("invalid_starts_with_at");
  if (hasForbiddenCharacters(name, call)) throw new ScimError("invalid_name_specials");
  if (settings.reservedWords.includes(name.toLowerCase())) {
    throw new ScimError("invalid_reserved_word");
  }
  if (settings.displayNameSpecials === "underscore")
    name = name.replace(/[^\p{L}\p{N} ._-]/gu, "_");
  draft.displayName = name;
}

function partOf(name: JsonObject, part: string, call: Call): string {
  const text = textOf(name[part], part, call) ?? "";
  if (hasForbiddenCharacters(text, call)) throw new ScimError("invalid_name_specials");
  return text;
}

function onlySpaces(value: string): boolean {
  return value.length > 0 && value.trim() === "";
}

/**
 * FACT-USER-27: givenName, familyName and honorificPrefix are the only parts. Parts that the value
 * omits stay (PATCH) or are cleared by the caller (PUT).
 */
export function mergeName(draft: User, value: unknown, call: Call): void {
  if (!isObject(value)) throw new ScimError("invalid_attribute_format");
  if ("givenName" in value) draft.givenName = partOf(value, "givenName", call);
  if ("familyName" in value) draft.familyName = partOf(value, "familyName", call);
  if ("honorificPrefix" in value) {
    draft.honorificPrefix = partOf(value, "honorificPrefix", call).trim() || null;
  }
  const nothingElse = draft.familyName.trim() === "" && draft.givenName.trim() === "";
  if (nothingElse && (onlySpaces(draft.givenName) || onlySpaces(draft.familyName))) {
    throw new ScimError("invalid_name_required");
  }
}

export function clearName(draft: User): void {
  draft.givenName = "";
  draft.familyName = "";
  draft.honorificPrefix = null;
}
