import { UsageError } from "../../../reports/exit.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { RecordedAnswer } from "../request.ts";
import { shownIn } from "./credentials.ts";
import type { Entry } from "./entry.ts";
import { decisiveHeaders, headerPairs } from "./headers.ts";
import {
  answerBody,
  bodyOfMember,
  fromBase64,
  parsed,
  type ReadBody,
  withoutByteEscapes,
} from "./json-body.ts";
import { pathOfUrl } from "./url-path.ts";

/** What `--map` can name. */
const mapped = ["method", "url", "query", "body", "headers", "status", "answer"] as const;
type Mapped = (typeof mapped)[number];

/** Where the parts of a request are in a record: the names that lead to each. */
export type MemberMap = Readonly<Partial<Record<Mapped, string>>>;

/**
 * Reads `--map method=req.method,url=req.uri`.
 * @throws UsageError of one line
 */
export function memberMap(text: string | undefined): MemberMap {
  const entries = (text ?? "").split(",").flatMap((part) => {
    if (text === undefined) return [];
    const at = part.indexOf("=");
    const name = mapped.find((one) => one === part.slice(0, at).trim());
    const place = part.slice(at + 1).trim();
    if (at < 0 || name === undefined || place === "") {
      throw new UsageError(
        `--map: "${part}": expected NAME=MEMBER, with NAME one of ${mapped.join(", ")}`,
      );
    }
    return [[name, place] as const];
  });
  return Object.fromEntries(entries);
}

/** Names that the parts have in common logs, the most telling first. */
const names: Readonly<Record<Mapped, readonly string[]>> = {
  method: [
    "method",
    "httpMethod",
    "http_method",
    "requestMethod",
    "request_method",
    "http.method",
    "verb",
  ],
  url: [
    ...["url", "path", "uri", "requestUrl", "request_url", "request_uri", "requestUri"],
    ...["http.url", "requestPath", "request_path", "rawPath"],
  ],
  query: ["query", "queryString", "query_string", "rawQueryString", "args"],
  body: ["body", "requestBody", "request_body", "payload"],
  headers: ["headers", "requestHeaders", "request_headers"],
  status: ["status", "statusCode", "status_code", "responseStatus", "http.status_code"],
  answer: ["responseBody", "response_body"],
};

/** Members that hold a request as an object. */
const holders = ["request", "req", "httpRequest"];
const answerHolders = ["response", "res"];

/** The request that a record of a log holds. */
export function requestOf(record: JsonObject, entry: number, map: MemberMap): Entry {
  const holder = holders.map((name) => record[name]).find(isObject);
  const answering = answerHolders.map((name) => record[name]).find(isObject);
  const places = { record, holder, map };
  const line = requestLine(record.request);
  const method = partOf("method", places) ?? line?.method;
  const url = partOf("url", places) ?? line?.url;
  if (typeof url !== "string" || url === "") {
    return { entry, method: "", path: "", isNoRequest: true };
  }
  const path = withQuery(pathOfUrl(url), partOf("query", places));
  const headers = headerPairs(partOf("headers", places));
  const credentials = shownIn(headers, url);
  const known = { entry, path, ...decisiveHeaders(headers), ...(credentials && { credentials }) };
  if (typeof method !== "string" || method === "") {
    return { ...known, method: "", unreadable: "the entry names no method" };
  }
  const answer = answerOf(places, answering);
  return { ...known, method, ...bodyOf(record, places), ...(answer && { answer }) };
}

interface Places {
  record: JsonObject;
  holder: JsonObject | undefined;
  map: MemberMap;
}

function partOf(part: Mapped, { record, holder, map }: Places): unknown {
  const place = map[part];
  if (place !== undefined) return memberAt(record, place);
  for (const where of [holder, record]) {
    for (const name of where ? names[part] : []) {
      const value = where?.[name];
      if (value !== undefined && value !== null) return value;
    }
  }
  return undefined;
}

/**
 * The member that a dotted name leads to. A member of the whole name comes first (`http.method`), and
 * a text on the way may be JSON itself, as where a log service wraps the line of another.
 */
function memberAt(value: unknown, place: string): unknown {
  const within = typeof value === "string" ? parsed(value) : value;
  if (!isObject(within)) return undefined;
  if (Object.hasOwn(within, place)) return within[place];
  for (let dot = place.indexOf("."); dot >= 0; dot = place.indexOf(".", dot + 1)) {
    const name = place.slice(0, dot);
    if (!Object.hasOwn(within, name)) continue;
    const found = memberAt(within[name], place.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** nginx's `$request`: `POST /scim/v1/Users HTTP/1.1`. */
function requestLine(value: unknown): { method: string; url: string } | undefined {
  const [, method, url] = /^([A-Za-z]+) (\S+)(?: HTTP\/[\d.]+)?$/.exec(String(value)) ?? [];
  return typeof value === "string" && method !== undefined && url !== undefined
    ? { method, url }
    : undefined;
}

function withQuery(path: string, query: unknown): string {
  if (typeof query !== "string" || query === "" || path.includes("?")) return path;
  return `${path}?${query.replace(/^\?/, "")}`;
}

function bodyOf(record: JsonObject, places: Places): ReadBody {
  const body = partOf("body", places);
  const { holder } = places;
  if (record.truncated === true || holder?.truncated === true) {
    return { unreadable: "the body was not recorded in full" };
  }
  const isEncoded = record.isBase64Encoded === true || record.encoding === "base64";
  if (!isEncoded || typeof body !== "string") {
    // Whoever wraps a line of nginx in JSON keeps its escapes.
    const isEscaped = typeof body === "string" && /^\s*[[{]\s*\\x22/.test(body);
    return bodyOfMember(isEscaped ? withoutByteEscapes(body) : body);
  }
  const decoded = fromBase64(body);
  return decoded === undefined
    ? { unreadable: "the body cannot be decoded" }
    : bodyOfMember(decoded);
}

function answerOf(places: Places, answering: JsonObject | undefined): RecordedAnswer | undefined {
  const direct = partOf("status", places);
  const status = Number(places.map.status === undefined ? (answering?.status ?? direct) : direct);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  const found =
    places.map.answer === undefined && answering ? answering.body : partOf("answer", places);
  const body = answerBody(found);
  return { status, ...(body !== undefined && { body }) };
}
