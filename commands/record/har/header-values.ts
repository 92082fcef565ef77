import { hidden } from "../../../client/transport/redaction/hide.ts";

/** Whether each member of a list, without the spaces around it, has a form. */
function isListOf(value: string, isMember: (member: string) => boolean): boolean {
  return value.split(",").every((member) => isMember(member.trim()));
}

/** A member of a list with a weight, such as `gzip;q=0.5`, without the weight. */
const withoutWeight = (member: string) => member.replace(/\s*;\s*q=[01](?:\.\d{0,3})?$/i, "");

/** Types of bodies; the name of another may be any text. */
const mediaTypes = new Set(
  (
    "application/json application/scim+json application/problem+json application/ld+json " +
    "application/xml application/x-www-form-urlencoded application/octet-stream application/* " +
    "multipart/form-data text/html text/plain text/xml text/csv text/* image/* image/png image/jpeg " +
    "image/webp application/xhtml+xml */*"
  ).split(" "),
);
const charset = /^charset="?(?:utf-?8|utf-16|us-ascii|iso-8859-1|windows-1252)"?$/i;

/** @param value with a charset or without */
export function isMediaType(value: string): boolean {
  const [type = "", ...parameters] = value.split(";").map((part) => part.trim());
  return mediaTypes.has(type.toLowerCase()) && parameters.every((each) => charset.test(each));
}

export const areMediaTypes = (value: string) =>
  isListOf(value, (member) => isMediaType(withoutWeight(member)));

const codings = new Set(["gzip", "x-gzip", "deflate", "br", "zstd", "compress", "identity", "*"]);

export const areCodings = (value: string) =>
  isListOf(value, (member) => codings.has(withoutWeight(member).toLowerCase()));

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Languages that exist, with a region or without. */
export const areLanguages = (value: string) =>
  isListOf(value, (member) => {
    const tag = withoutWeight(member);
    if (tag === "*") return true;
    return /^[a-z]{2}(?:-[a-z]{2})?$/i.test(tag) && languages.of(tag) !== undefined;
  });

const directive =
  /^(?:no-cache|no-store|no-transform|only-if-cached|public|private|must-revalidate|proxy-revalidate|must-understand|immutable|(?:max-age|s-maxage|max-stale|min-fresh|stale-while-revalidate|stale-if-error)=\d{1,10})$/i;

export const areDirectives = (value: string) => isListOf(value, (member) => directive.test(member));

export const isNumber = (value: string) => /^\d{1,13}$/.test(value);

/** The form of dates in header fields (RFC 9110 §5.6.7). */
export const isDate = (value: string) =>
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/.test(
    value,
  );

/** Hexadecimal, with a digit: `ada` may be a person. */
export const isEntityTag = (value: string) =>
  /^(?:\*|(?:W\/)?"?(?=[a-f]*\d)[0-9a-f]{1,128}"?)$/i.test(value);

const product =
  /^[a-z][\w.-]{0,40}\/v?\d{1,8}(?:\.\d{1,8}){0,4}(?:[-.]?(?:alpha|beta|rc|dev|post|snapshot|final|release)[.-]?\d{0,4})?$/i;
/** What clients say of themselves without a version. */
const words = new Set(
  (
    "apache azure client cloudflare curl directory entra envoy http httpclient java jumpcloud like " +
    "gecko microsoft nginx node okta onelogin openresty ping python ruby scim server slack"
  ).split(" "),
);

/**
 * The products of a `User-Agent` or `Server` field. Comments may hold an address, and are left out; what
 * is not a product with its version is hidden.
 */
export function productsOf(value: string, isPersonal: (name: string) => boolean): string {
  return withoutComments(value)
    .split(/\s+/)
    .filter((token) => token !== "")
    .map((token) => (isProduct(token) && !isPersonal(token.replace(/\/.*/, "")) ? token : hidden))
    .filter((token, index, all) => token !== hidden || all[index - 1] !== hidden)
    .join(" ");
}

function isProduct(token: string): boolean {
  return (
    product.test(token) ||
    words.has(token.toLowerCase()) ||
    /^\d{1,2}(?:\.\d{1,3}){1,3}$/.test(token)
  );
}

/** Comments contain others. */
function withoutComments(value: string): string {
  let depth = 0;
  let rest = "";
  for (const character of value) {
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += character;
  }
  return rest;
}
