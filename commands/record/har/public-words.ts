import { Redaction } from "../../../client/index.ts";
import { knownNames } from "../../../client/member-names.ts";
import type { Upstream } from "../proxy/upstream.ts";

/** What every recording holds: words of SCIM and of HTTP, endpoints and the forms of stand-ins. */
const words = [
  ...knownNames,
  ...["urn:ietf:params:scim:api:messages:2.0:ListResponse", "PatchOp SearchRequest BulkRequest"],
  ...["BulkResponse Error urn:example:schema-1 /scim/v1/Users?filter= /scim/v2/Groups/"],
  ...["ServiceProviderConfigs ResourceTypes Schemas Bulk Me .search startIndex count sortBy"],
  ...["sortOrder attributes excludedAttributes ascending descending eq ne co sw ew pr and or not"],
  ...["add replace remove delete true false null work home mobile photo direct"],
  ...["GET POST PUT PATCH DELETE HEAD OPTIONS OTHER HTTP/1.1 Bearer Basic [redacted] [personal]"],
  ...["authorization cookie content-type accept user-agent application/scim+json; charset=utf-8"],
  ...[
    "user-1 User 1 group-1 member-1 parameter-1 value-1 schema-1 @people.example https://1 http://",
  ],
].join("\n");
const smallWords = words.toLowerCase();

/** Numbers, also those of versions and dates: each occurs in many recordings. */
const numeric = /^[\d.:+-]{1,15}$/;
/** A path or a URN says where something is, and is no secret. */
const place = /^(?:\/|https?:|urn:)/i;
const slackToken = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-/;
/** Shorter values of cookies are settings: a theme, a language, a flag. */
const shortestOfCookies = 16;

/**
 * Whether a text occurs, in some encoding, in what every recording holds: it would be found at places
 * that say nothing about it, and a recording without these words cannot be replayed.
 */
export function isPublicWord(text: string, upstream: Upstream): boolean {
  const small = text.toLowerCase().replace(/\d+/g, "1");
  if (numeric.test(text) || smallWords.includes(small)) return true;
  if (`${upstream.origin}${upstream.prefix}/`.toLowerCase().includes(text.toLowerCase()))
    return true;
  return new Redaction({ secrets: [text] }).written(words) !== words;
}

/** Whether the value of a cookie, or the name of an account, may be a secret. */
export function mayBeSecret(text: string): boolean {
  if (slackToken.test(text)) return true;
  return text.length >= shortestOfCookies && !place.test(decoded(text));
}

/** A text without the percent encoding of URLs, where it has one. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
