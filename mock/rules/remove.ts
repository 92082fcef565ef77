import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { urnsOf } from "../urns.ts";
import {
  canonicalUserAttribute,
  extensionRule,
  type UserChange,
  userAttributes,
} from "./attributes.ts";
import { clearEnterprise, clearGuest } from "./extensions.ts";
import { type AttributePath, attributePath } from "./paths.ts";

/** FACT-PATCH-98: handles an unknown path. */
export function unknownPath(call: Call): void {
  if (call.rules.settings.unknownPatchPath === "error") {
    throw new ScimError("invalid_request_payload");
  }
}

function removeBelowExtension(change: UserChange, urn: string, rest: string, call: Call): void {
  const urns = urnsOf(call.version);
  const { draft } = change;
  if (rest === "") extensionRule(urn, call)?.clear(change, call);
  else if (urn === urns.enterprise && clearEnterprise(draft, rest)) return;
  else if (urn === urns.guest && clearGuest(draft, rest)) return;
  else if (urn === urns.profile && rest.toLowerCase() === "startdate") draft.startDate = null;
  else unknownPath(call);
}

/** Clears one part of a complex attribute; all of `name` is FACT-PATCH-56, FACT-PATCH-57. @returns whether the part exists */
function removePart({ draft }: UserChange, name: string, part: string): boolean {
  const partName = part.toLowerCase();
  if (name === "name") {
    if (partName === "givenname") draft.givenName = "";
    else if (partName === "familyname") draft.familyName = "";
    else if (partName === "honorificprefix") draft.honorificPrefix = null;
    else return false;
    return true;
  }
  if (name === "addresses" && draft.address) {
    const key = Object.keys(draft.address).find((each) => each.toLowerCase() === partName);
    if (key === undefined) return false;
    draft.address = { ...draft.address, [key]: null };
    return true;
  }
  return false;
}

/** Removes the target of a path without value filter: a whole attribute, a part of one, an extension. */
export function removeAt(change: UserChange, path: AttributePath, call: Call): void {
  if (path.kind === "extension") {
    removeBelowExtension(change, path.urn, path.rest, call);
    return;
  }
  const name = canonicalUserAttribute(path.name);
  if (name === undefined) unknownPath(call);
  else if (path.sub === "") userAttributes.get(name)?.clear(change, call);
  else if (!removePart(change, name, path.sub)) unknownPath(call);
}

/** Removes the target of an entry of v1.1's `meta.attributes`. */
export function removeNamed(change: UserChange, path: string, call: Call): void {
  removeAt(change, attributePath(path, call), call);
}
