import type { StandIns } from "../stand-ins/stand-ins.ts";
import { keepsId } from "./ids.ts";
import { isUrn, maskUrn } from "./names.ts";

/** Values of `type` and `userType` that say nothing about a person (RFC 7643 §4.1.2, SCIM 1.1 Core Schema §6.2). */
const types = new Set(
  (
    "work home other mobile fax pager photo thumbnail aim gtalk icq xmpp msn skype qq yahoo user group " +
    "direct indirect multi single employee contractor oauthbearertoken httpbasic oauth2 enterpriseuser"
  ).split(" "),
);
const language = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const timeZones: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone"));
const dateTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/** Attributes that hold the id of a resource. */
const references = new Set(["id", "members", "groups", "manager", "managerid", "channels"]);

/** The types of errors of RFC 7644 §3.12. */
const errorTypes = new Set(
  (
    "invalidfilter toomany uniqueness mutability invalidsyntax invalidpath notarget invalidvalue " +
    "invalidvers sensitive"
  ).split(" "),
);

/** Names that Slack gives to no one, and rejects for that (FACT-USER-16, FACT-USER-71, FACT-USER-72). */
const reserved = new Set(
  "slackbot admin channel everyone group here me undefined general random".split(" "),
);

/** Numbers that count; others may be of a person. */
const counts = new Set([
  ...["totalresults", "itemsperpage", "startindex", "count"],
  ...["maxresults", "maxoperations", "maxpayloadsize", "failonerrors"],
]);
/** Clients send flags as numbers too. */
const flags = new Set([
  "active",
  "primary",
  "restricted",
  "ultra_restricted",
  "supported",
  "required",
]);
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** Whether a number may stand as the value of an attribute, in lower case. */
export function mayStandAsNumber(text: string, attribute: string): boolean {
  if (flags.has(attribute)) return /^[01]$/.test(text);
  if (attribute === "status" || attribute === "code") return /^[1-5]\d\d$/.test(text);
  // Dates of Slack's guests.
  if (attribute === "expiration") return /^\d{1,13}$/.test(text);
  return counts.has(attribute) && /^-?\d{1,9}$/.test(text);
}

/** Whether a text may stand as the value of an attribute, in lower case: no person is named by it. */
function mayStand(text: string, attribute: string, standIns: StandIns): boolean {
  if (mayStandAsNumber(text, attribute)) return true;
  if (/^(?:true|false)$/i.test(text) || reserved.has(text.toLowerCase())) return true;
  switch (attribute) {
    case "type":
    case "usertype":
    case "resourcetype":
      return types.has(text.toLowerCase());
    case "operation":
    case "op":
      return /^(?:add|replace|remove|delete)$/i.test(text);
    case "method":
      return /^(?:GET|POST|PUT|PATCH|DELETE)$/i.test(text);
    case "sortorder":
      return /^(?:a|de)scending$/i.test(text);
    case "scimtype":
      return errorTypes.has(text.toLowerCase());
    case "locale":
    case "preferredlanguage":
      return language.test(text);
    case "country":
      return /^[a-z]{2}$/i.test(text) && regions.of(text.toUpperCase()) !== undefined;
    case "timezone":
      return timeZones.has(text);
    // The past is another than a date of today for a server.
    case "expiration":
    case "created":
    case "lastmodified":
      return dateTime.test(text);
    case "version":
      return /^(?:W\/)?"?[0-9a-f]*"?$/i.test(text);
    default:
      return references.has(attribute) && keepsId(text, standIns);
  }
}

/** A text that is the value of an attribute. */
export function maskString(text: string, attribute: string, standIns: StandIns): string {
  const core = text.trim();
  if (mayStand(core, attribute.toLowerCase(), standIns)) return text;
  if (isUrn(core)) return text.replace(core, () => maskUrn(core, standIns));
  return standIns.of(text, attribute);
}
