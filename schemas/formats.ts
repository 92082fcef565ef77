import type { Format } from "ajv";
import { isPatchPath, isSlackPatchPath } from "./patch-path.ts";

/** xsd:dateTime, split into the parts that the calendar constrains. */
const dateTimeParts =
  /^-?(?:[1-9]\d{4,}|\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?$/;

/** RFC 7643 §2.3.5 and SCIM 1.1 core schema §3.1.5: an xsd:dateTime with date and time. */
function isDateTime(text: string): boolean {
  return isSlackDateTime(text) && !/[+-]\d{4}$/.test(text);
}

/** Slack's `2024-04-10T00:00:00+0000`, or an xsd:dateTime (FACT-USER-45). */
function isSlackDateTime(text: string): boolean {
  const parts = dateTimeParts.exec(text);
  if (!parts) return false;
  const year = Number(/^-?\d+/.exec(text)?.[0]);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(parts[2]) <= (days[Number(parts[1]) - 1] ?? 0);
}

/** A Mailbox of RFC 5321 §4.1.2, non-ASCII letters allowed (RFC 6531). */
const mailbox =
  /^(?=.{3,254}$)(?=[^@]{1,64}@|")(?:[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*|"(?:[^"\\]|\\.){1,62}")@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*|\[(?:IPv6:)?[\dA-Fa-f:.]+\])$/u;

/** A language tag of RFC 5646 §2.1: langtag, private use or grandfathered. */
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|en-GB-oed|sgn-(?:BE-FR|BE-NL|CH-DE)|art-lojban|cel-gaulish|no-(?:bok|nyn)|zh-(?:guoyu|hakka|min|min-nan|xiang))$/i;

/** The value of an Accept-Language header (RFC 7231 §5.3.5), which RFC 7643 §4.1.1 asks for. */
function isAcceptLanguage(text: string): boolean {
  return text.split(",").every((part) => {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    return (
      (range === "*" || languageTag.test(range)) &&
      parameters.length <= 1 &&
      parameters.every((q) => /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i.test(q))
    );
  });
}

const knownZones = new Map<string, boolean>();

/** A name of the IANA time zone database (RFC 7643 §4.1.1, SCIM 1.1 core schema §6.1). */
function isTimeZone(text: string): boolean {
  let known = knownZones.get(text);
  if (known === undefined) {
    known = /^[A-Za-z][\w+/-]*$/.test(text);
    try {
      if (known) new Intl.DateTimeFormat("en", { timeZone: text });
    } catch {
      known = false;
    }
    // Names come from a target: only a limited number is cached.
    if (knownZones.size < 2000) knownZones.set(text, known);
  }
  return known;
}

/** A web URL, or a data URI with an image (FACT-USER-68); the image itself is not checked. */
function isPhotoUri(text: string): boolean {
  if (text.startsWith("data:"))
    return /^data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]+={0,2}$/.test(text);
  return /^https?:\/\/[^\s"<>\\^`{|}\u0080-\uffff]+$/i.test(text) && URL.canParse(text);
}

/** The formats of SCIM and of Slack, which schemas use besides those of ajv-formats. */
export const scimFormats: Record<string, Format> = {
  "scim-date-time": isDateTime,
  "slack-date-time": isSlackDateTime,
  /** RFC 8141: `urn:`, a namespace, a name in it. */
  "scim-urn": /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[\w!$%&'()*+,./:;=@~-]+$/i,
  "scim-email": mailbox,
  /** Empty where Slack has no second address (FACT-USER-52). */
  "slack-email": (text: string) => text === "" || mailbox.test(text),
  "bcp-47": languageTag,
  /** SCIM 1.1 core schema §6.1: ISO 639-1, underscore, ISO 3166-1. */
  "scim11-locale": /^[a-z]{2}_[A-Z]{2}$/,
  "accept-language": isAcceptLanguage,
  "time-zone": isTimeZone,
  /** One space clears the field (FACT-PATCH-17). */
  "slack-time-zone": (text: string) => text === " " || isTimeZone(text),
  "photo-uri": isPhotoUri,
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  /** RFC 7644 §3.5.2, in any letter case: Entra and others write `Replace` (FACT-PATCH-25). */
  "scim-patch-operation": /^(?:add|replace|remove)$/i,
  "scim-patch-path": isPatchPath,
  "slack-patch-path": isSlackPatchPath,
  /** SCIM 1.1 protocol §3.3.2, §3.8: a name, a name with a sub-attribute, or a URN with what follows it. */
  "scim11-attribute-path": /^(?:urn:[\w.:-]+|[A-Za-z]\w*(?:\.[A-Za-z]\w*)?)$/,
  /** RFC 7232 §2.3. */
  "entity-tag": /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/,
  /** FACT-ID-05: nine or eleven upper-case letters and digits were seen. */
  "slack-user-id": /^[UW][A-Z0-9]{7,}$/,
  "slack-group-id": /^S[A-Z0-9]{7,}$/,
  "slack-channel-id": /^C[A-Z0-9]{7,}$/,
};
