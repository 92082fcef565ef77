import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { decoded } from "../draft.ts";
import { filterTokens } from "../filter-tokens.ts";
import { isId } from "./mentioned.ts";

/** A user or group whom a filter finds: other ones of the organisation are not found. */
export interface Searched {
  /** What the recording calls it; a name that no recording has where the filter says none. */
  id: string;
  values: JsonObject;
}

const someone = "\u0000searched";

/** A part of an address, such as of `email sw "ada"`, becomes a whole one. */
function withAddress(text: string): JsonObject {
  const value = text.includes("@") ? text : `${text.replace(/\s/g, "")}@verify.example`;
  return { emails: [{ value, primary: true }] };
}

/** How a value of a filter is stored, by the attribute in lower case and without its URN. */
const ofUsers: Readonly<Record<string, (value: string) => JsonObject>> = {
  username: (value) => ({ userName: value }),
  nickname: (value) => ({ userName: value }),
  email: withAddress,
  emails: withAddress,
  "emails.value": withAddress,
  displayname: (value) => ({ displayName: value }),
  title: (value) => ({ title: value }),
  usertype: (value) => ({ userType: value }),
  locale: (value) => ({ locale: value }),
  timezone: (value) => ({ timezone: value }),
  active: (value) => ({ active: value }),
  "name.givenname": (value) => ({ name: { givenName: value } }),
  "name.familyname": (value) => ({ name: { familyName: value } }),
};

const ofGroups: Readonly<Record<string, (value: string) => JsonObject>> = {
  displayname: (value) => ({ displayName: value }),
};

/** @returns undefined where the path has no filter, or one that nothing can be made for */
export function searchedBy(path: string, kind: string): Searched | undefined {
  const query = path.includes("?") ? path.slice(path.indexOf("?") + 1) : "";
  const parts = query.split("&").map((part) => part.split("="));
  const filter = parts.findLast(([name]) => name === "filter");
  if (!filter) return undefined;
  const text = decoded(filter.slice(1).join("=")).replace(/^(?:\s*filter=)+/i, "");
  const table = kind === "Users" ? ofUsers : ofGroups;
  const tokens = filterTokens(text) ?? [];
  const found: Searched = { id: someone, values: {} };
  for (const [at, { kind: part, text: value }] of tokens.entries()) {
    if (part !== "literal" || value.trim() === "") continue;
    const attribute = (tokens[at - 2]?.text ?? "").toLowerCase().replace(/^urn:.*:/, "");
    if (attribute === "id" && isId(value)) found.id = value;
    const made = Object.hasOwn(table, attribute) ? table[attribute]?.(value) : undefined;
    for (const [name, each] of Object.entries(made ?? {})) {
      const before = found.values[name];
      found.values[name] = isObject(before) && isObject(each) ? { ...before, ...each } : each;
    }
  }
  return found;
}
