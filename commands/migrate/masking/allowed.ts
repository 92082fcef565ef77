import { isGeneratedId } from "../../../client/transport/redaction/strangers.ts";

/** Texts that say nothing about a person and on which rules depend. */
const words = new Set([
  ...["true", "false", "add", "replace", "remove", "delete"],
  ...["work", "home", "other", "mobile", "fax", "pager", "photo", "thumbnail", "user", "group"],
  ...["direct", "indirect", "multi", "single", "employee", "contractor", "enterpriseuser"],
  ...["ascending", "descending", "application/json"],
]);
/** What stands for a value already: a variable of Postman or of a shell, or a redaction. */
const openValue =
  /^(?:\{\{[^{}]*\}\}|\$\{\w+\}|\$\w+|\$\(…\)|\[personal\]|\[redacted\]|<[\w -]{1,40}>)$/;
const urn = /^urn:[a-z0-9][a-z0-9-]*:[\w.:-]{1,200}$/i;
/** A name of an attribute, with its schema and its sub-attribute: `urn:…:2.0:User:manager.value`. */
const attributePath =
  /^(?:urn:[\w.:-]{1,200}:)?[A-Za-z_$][\w$-]{0,63}(?:\.[A-Za-z_$][\w$-]{0,63})?$/;
const memberName = /^(?:[A-Za-z_$][\w$-]{0,63}|urn:[\w.:-]{1,200})$/;
const language = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const timeZones: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone"));
/** Members that hold the id of a resource. */
const references = new Set(["id", "members", "groups", "manager", "managerId"]);

/** Whether a text may be written as it is, in any attribute. */
export function isHarmless(text: string): boolean {
  return (
    text.trim() === "" || words.has(text.toLowerCase()) || openValue.test(text) || urn.test(text)
  );
}

/** Whether a text may be written as the value of an attribute. */
export function mayStand(text: string, attribute: string): boolean {
  if (isHarmless(text)) return true;
  if (references.has(attribute)) return /\d/.test(text) && isGeneratedId(text);
  if (attribute === "locale" || attribute === "preferredLanguage") return language.test(text);
  return attribute === "timezone" && timeZones.has(text);
}

export const isMemberName = (text: string) => memberName.test(text);
export const isAttributePath = (text: string) => attributePath.test(text) || urn.test(text);
