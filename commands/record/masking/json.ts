import { hidden } from "../../../client/transport/redaction/hide.ts";
import { isSecretMember } from "../../../client/transport/redaction/strangers.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { maskFilter, maskPath } from "./filter.ts";
import { attributeOf, maskName, maskNames } from "./names.ts";
import { maskSentence } from "./sentence.ts";
import { maskString, mayStandAsNumber } from "./text-values.ts";
import { maskUrl } from "./url.ts";

/** Members whose values are named by the attribute around them. */
const generic = new Set(["value", "values", "display", "$ref"]);
/** Members that hold a sentence of a server. */
const sentences = new Set([
  ...["detail", "description", "message", "error", "error_description", "reason"],
]);

/** The longest text, and the most in one body, that is read as a sentence, filter or path. In characters. */
const longestRead = 2000;
const mostRead = 500_000;

/** What is met in a body. */
interface Met {
  hasSentence: boolean;
  /** Characters of sentences, filters and paths. */
  read: number;
}

/** What is known where a value stands. */
interface Place {
  readonly standIns: StandIns;
  /** The attribute that it belongs to; in lower case where it decides. */
  readonly attribute: string;
  /** Whether `displayName` is the name of a group. */
  readonly isGroup: boolean;
  /** What is met on the way. */
  readonly met: Met;
}

/**
 * A body with stand-ins for personal values, of the same structure: what names no one stays, such as
 * flags, types, blanks, dates of `meta` and ids, since the effect of a request depends on it.
 *
 * @param isGroup whether the request is one to /Groups
 */
export function maskBody(body: unknown, standIns: StandIns, isGroup: boolean): unknown {
  const met: Met = { hasSentence: false, read: 0 };
  const place: Place = { standIns, attribute: "value", isGroup, met };
  const masked = maskValue(body, place);
  if (!met.hasSentence) return masked;
  // A sentence may name a value that stands only after it.
  return maskValue(body, { ...place, met: { ...met, read: 0 } });
}

/**
 * A discovery document, whose texts are those of a provider: only addresses and values that are known to
 * be personal have stand-ins.
 */
export function maskDocument(value: unknown, standIns: StandIns): unknown {
  if (typeof value === "string") {
    return value.includes("@") ? standIns.of(value, "text") : (standIns.known(value) ?? value);
  }
  if (Array.isArray(value)) return value.map((one) => maskDocument(one, standIns));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskDocument(member, standIns)]),
  );
}

function maskValue(value: unknown, place: Place): unknown {
  const { attribute, standIns } = place;
  if (typeof value === "string") return maskText(value, place);
  if (typeof value === "number") {
    const isPublic = mayStandAsNumber(String(value), attribute.toLowerCase());
    return isPublic ? value : standIns.ofNumber(value);
  }
  if (Array.isArray(value)) return value.map((one) => maskValue(one, place));
  if (!isObject(value)) return value;
  return typeof value.op === "string" ? maskOperation(value, place) : maskObject(value, place);
}

function maskText(text: string, place: Place): string {
  const { standIns, attribute, isGroup, met } = place;
  const mask = maskOf(attribute.toLowerCase(), text);
  if (mask === undefined) {
    const isOfGroup = isGroup && /^displayname$/i.test(attribute);
    return maskString(text, isOfGroup ? "group" : attribute, standIns);
  }
  met.hasSentence ||= mask === maskSentence;
  met.read += text.length;
  const isRead = text.length <= longestRead && met.read <= mostRead;
  return isRead ? mask(text, standIns) : standIns.of(text, attribute);
}

/** What reads the text of an attribute that is not one value; undefined for others. */
function maskOf(
  attribute: string,
  text: string,
): ((text: string, standIns: StandIns) => string) | undefined {
  if (sentences.has(attribute)) return maskSentence;
  switch (attribute) {
    case "filter":
      return maskFilter;
    case "location":
    case "$ref":
      return maskUrl;
    case "attributes":
    case "excludedattributes":
    case "sortby":
      return maskNames;
    // A path of a bulk request leads to a resource, one of an operation to an attribute.
    case "path":
      return /^\//.test(text) ? maskUrl : maskPath;
    default:
      return undefined;
  }
}

function maskObject(object: JsonObject, place: Place): JsonObject {
  const isGroup = place.isGroup || "members" in object;
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [
      maskName(name, place.standIns),
      maskMember(name, member, { ...place, isGroup }),
    ]),
  );
}

function maskMember(name: string, member: unknown, place: Place): unknown {
  if (isSecretMember(name)) return withoutSecret(member);
  const small = name.toLowerCase();
  const around = place.attribute;
  if (small === "$ref") return maskValue(member, { ...place, attribute: name });
  if (small === "display") {
    const isGroup = around === "groups";
    return maskValue(member, { ...place, attribute: "displayName", isGroup });
  }
  const isOfReference = small === "displayname" && /^manager$/i.test(around);
  const isGroup = place.isGroup && !isOfReference;
  return maskValue(member, { ...place, isGroup, attribute: generic.has(small) ? around : name });
}

/** An operation of a PatchOp: its path names the attribute of its value. */
function maskOperation(operation: JsonObject, place: Place): JsonObject {
  const { path } = operation;
  const attribute = typeof path === "string" ? attributeOf(path) : "value";
  return Object.fromEntries(
    Object.entries(operation).map(([name, member]) => {
      const isSecret = name === "value" && isSecretMember(attribute);
      const masked = isSecret
        ? withoutSecret(member)
        : maskMember(name, member, { ...place, attribute });
      return [maskName(name, place.standIns), masked];
    }),
  );
}

/** Blanks and null mean something to a server, and are no secret. */
function withoutSecret(value: unknown): unknown {
  const isBlank = typeof value === "string" && value.trim() === "";
  return isBlank || value === null || typeof value === "boolean" ? value : hidden;
}
