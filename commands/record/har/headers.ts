import { hidden } from "../../../client/transport/redaction/hide.ts";
import { mockDelayMs, mockHeader, mockValue } from "../../../schemas/mock-header.ts";
import type { Headers } from "../exchange.ts";
import { maskUrl } from "../masking/url.ts";
import { passedOn } from "../proxy/headers.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import {
  areCodings,
  areDirectives,
  areLanguages,
  areMediaTypes,
  isDate,
  isEntityTag,
  isMediaType,
  isNumber,
  productsOf,
} from "./header-values.ts";

/** Shows a value without what may name a person. */
type Show = (value: string, standIns: StandIns) => string;

const always: Show = () => hidden;
const where =
  (isPublic: (value: string) => boolean): Show =>
  (value) =>
    isPublic(value) ? value : hidden;
const timeOrNumber = where((value) => isNumber(value) || isDate(value));
const products: Show = (value, standIns) =>
  productsOf(value, (name) => standIns.known(name) !== undefined);

/**
 * The fields of a recording, in lower case, and what is shown of their values. Others are left out with
 * their names, which a client may have made of the name of a person.
 */
const fields: ReadonlyMap<string, Show> = new Map<string, Show>([
  ["accept", where(areMediaTypes)],
  ["accept-encoding", where(areCodings)],
  ["accept-language", where(areLanguages)],
  [
    "authorization",
    (value) => [/^(?:Bearer|Basic)(?=\s)/i.exec(value)?.[0], hidden].filter(Boolean).join(" "),
  ],
  ["cache-control", where(areDirectives)],
  ["content-location", maskUrl],
  ["content-type", where(isMediaType)],
  ["cookie", always],
  ["date", timeOrNumber],
  ["etag", where(isEntityTag)],
  ["expires", timeOrNumber],
  ["if-match", where(isEntityTag)],
  ["if-none-match", where(isEntityTag)],
  ["last-modified", timeOrNumber],
  ["location", maskUrl],
  ["pragma", where((value) => /^no-cache$/i.test(value))],
  ["retry-after", timeOrNumber],
  ["server", products],
  ["set-cookie", always],
  ["user-agent", products],
  ["vary", where((value) => value.split(",").every((name) => isRecorded(name.trim())))],
  ["www-authenticate", always],
  ["x-api-key", always],
  ["x-auth-token", always],
  ["x-http-method-override", where((value) => /^(?:GET|HEAD|POST|PUT|PATCH|DELETE)$/i.test(value))],
  [mockHeader, where((value) => value === mockValue(mockDelayMs(value)))],
  ...["x-rate-limit-", "x-ratelimit-", "ratelimit-"].flatMap((before) =>
    ["limit", "remaining", "reset", "used"].map((each): [string, Show] => [
      before + each,
      timeOrNumber,
    ]),
  ),
]);

const isRecorded = (name: string): boolean => name === "*" || fields.has(name.toLowerCase());

/** Header fields for a recording: credentials and everything that may name a person are left out or hidden. */
export function recordedHeaders(headers: Headers, standIns: StandIns) {
  return passedOn(headers).flatMap(([name, value]) => {
    const show = fields.get(name.toLowerCase());
    return show === undefined ? [] : [{ name, value: show(value, standIns) }];
  });
}

/** The type of a body; nothing where it is not one that is known. */
export function shownMediaType(value: string): string {
  return isMediaType(value) ? value : "";
}
