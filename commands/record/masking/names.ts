import { isKnownName } from "../../../client/member-names.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";

/** Members of Slack, of searches and of errors that the table of the standards does not have. */
const further = new Set(
  (
    "op email restricted ultra_restricted startdate channels expiration filter count sortby sortorder excludedattributes error errors " +
    "message ok needed provided reason token access_token refresh_token client_secret source"
  ).split(" "),
);
const urn = /^urn:[a-z0-9][a-z0-9-]*:[\w.:-]{1,200}$/i;
const urnOfScim = /^urn:(?:ietf:params:)?scim:[\w.:-]{1,200}$/i;

/** The URN of a schema, or of an attribute in one; another namespace may name a person or a company. */
export function maskUrn(text: string, standIns: StandIns): string {
  if (urnOfScim.test(text)) return text;
  return `urn:example:${standIns.of(text, "schema")}`;
}

export const isUrn = (text: string): boolean => urn.test(text);

/** The name of a member. One that SCIM and Slack do not have may be a value: it has a stand-in. */
export function maskName(name: string, standIns: StandIns): string {
  if (isUrn(name)) return maskUrn(name, standIns);
  return isPublic(name) ? name : standIns.of(name, "member");
}

/** A name with parts, such as `name.givenName`, and with a URN before it. */
export function maskAttributePath(path: string, standIns: StandIns): string {
  const [, schema = "", names = path] = /^(urn:.*[:.])([^:.]*)$/i.exec(path) ?? [];
  const masked = names
    .split(".")
    .map((name) => (name === "" || isPublic(name) ? name : standIns.of(name, "member")))
    .join(".");
  if (schema === "") return masked;
  const separator = schema.slice(-1);
  return `${maskUrn(schema.slice(0, -1), standIns)}${separator}${masked}`;
}

/** Names of attributes, separated by commas. */
export function maskNames(text: string, standIns: StandIns): string {
  return text.replace(/[^,\s]+/g, (name) => maskAttributePath(name, standIns));
}

/** The attribute that a path leads to: `emails` of `emails[type eq "work"].value`, `givenName` of `name.givenName`. */
export function attributeOf(path: string): string {
  const plain = path.replace(/\[.*\]/s, "").replace(/\.value$/i, "");
  return plain.slice(Math.max(plain.lastIndexOf("."), plain.lastIndexOf(":")) + 1);
}

function isPublic(name: string): boolean {
  return isKnownName(name) || further.has(name.toLowerCase());
}
