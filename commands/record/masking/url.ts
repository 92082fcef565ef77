import { hidden } from "../../../client/transport/redaction/hide.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { maskFilter } from "./filter.ts";
import { keepsId } from "./ids.ts";
import { isUrn, maskNames, maskUrn } from "./names.ts";
import { maskString } from "./text-values.ts";

/** Names of endpoints, and of what leads to them. */
const endpoints =
  /^(?:|\.{1,2}|scim|v\d+(?:\.\d+)?|users?|groups?|me|self|bulk|schemas|resourcetypes|serviceproviderconfigs?|\.search)$/i;
const parametersOfNames = new Set(["attributes", "excludedattributes", "sortby"]);
const numbers = new Set(["startindex", "count"]);
const secretParameter =
  /^(?:(?:access_|refresh_|id_)?token|api_?key|(?:client_)?secret|password|code)$/i;

/** What no server can decode, in place of another text that it cannot decode. */
const undecodable = "%zz";

/**
 * A URL, or a path with its query, with stand-ins for personal values: in the filter, in parameters, and
 * in place of an id that has the form of a name. Segments and parameters keep their number and order.
 *
 * @param isPublic whether a segment is the user's own, such as one of the URL of the command
 */
export function maskUrl(
  url: string,
  standIns: StandIns,
  isPublic: (segment: string) => boolean = () => false,
): string {
  const [, origin = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? [];
  const [, path = "", query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest) ?? [];
  // Segments after one of SCIM are known; a web address of another kind has only its own stand-in.
  if (origin !== "" && !/\/scim\//i.test(path) && !path.split("/").some(isPublic)) {
    return standIns.of(url, "url");
  }
  const masked = path
    .split("/")
    .map((segment) => (isPublic(segment) ? segment : maskSegment(segment, standIns)))
    .join("/");
  const parameters = query === undefined ? "" : `?${maskQuery(query.slice(1), standIns)}`;
  return `${withoutUser(origin)}${masked}${parameters}${fragment === undefined ? "" : "#"}`;
}

const withoutUser = (origin: string) => origin.replace(/\/\/[^@]*@/, "//");

function maskSegment(segment: string, standIns: StandIns): string {
  const text = decoded(segment);
  if (text === undefined) return undecodable;
  if (endpoints.test(text) || keepsId(text, standIns)) return segment;
  if (isUrn(text)) {
    const masked = maskUrn(text, standIns);
    return masked === text ? segment : encodeURIComponent(masked);
  }
  const [, before = "", id = text] = /^(bulkId:)(.*)$/s.exec(text) ?? [];
  return `${before}${encodeURIComponent(standIns.of(id, "id"))}`;
}

function maskQuery(query: string, standIns: StandIns): string {
  // An ampersand that no name follows is part of a value: clients forget to encode them.
  const parts = query.split(/&(?=[A-Za-z_]\w{0,40}=|$)/);
  return parts.map((part) => maskParameter(part, standIns)).join("&");
}

function maskParameter(part: string, standIns: StandIns): string {
  const equals = part.indexOf("=");
  const given = equals < 0 ? part : part.slice(0, equals);
  const raw = equals < 0 ? "" : part.slice(equals + 1);
  const name = decoded(given);
  const value = decoded(raw.replaceAll("+", " "));
  const sign = equals < 0 ? "" : "=";
  const shown = name === undefined ? undecodable : maskParameterName(name, given, standIns);
  if (value === undefined) return `${shown}${sign}${undecodable}`;
  const masked = maskParameterValue(name ?? "", value, standIns);
  return `${shown}${sign}${masked === value ? raw : encodedLike(raw, masked)}`;
}

function maskParameterName(name: string, given: string, standIns: StandIns): string {
  const small = name.toLowerCase();
  const isKnown =
    ["", "filter", "sortorder"].includes(small) ||
    parametersOfNames.has(small) ||
    numbers.has(small) ||
    secretParameter.test(name);
  return isKnown ? given : encodeURIComponent(standIns.of(name, "parameter"));
}

function maskParameterValue(name: string, value: string, standIns: StandIns): string {
  if (secretParameter.test(name)) return hidden;
  const small = name.toLowerCase();
  if (small === "filter") {
    // A mistake of a document made clients send the name inside of the value (FACT-FILTER-34).
    const [before = ""] = /^filter=/.exec(value) ?? [];
    return before + maskFilter(value.slice(before.length), standIns);
  }
  if (numbers.has(small) && /^-?\d{1,9}$/.test(value)) return value;
  if (parametersOfNames.has(small)) return maskNames(value, standIns);
  return maskString(value, name, standIns);
}

/** A value encoded as the client did it: a space as `+` or as `%20`. */
function encodedLike(raw: string, value: string): string {
  const encoded = encodeURIComponent(value);
  return raw.includes("+") && !raw.includes("%20") ? encoded.replaceAll("%20", "+") : encoded;
}

/** @returns undefined for what is not encoded correctly */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
