import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { ElementText } from "../input/json-elements.ts";
import type { RecordedAnswer } from "../request.ts";
import { shownIn } from "./credentials.ts";
import { elementsOf } from "./elements.ts";
import type { Entry, Reading } from "./entry.ts";
import { decisiveHeaders, headerPairs } from "./headers.ts";
import { answerBody, bodyOfText, fromBase64, parsed, type ReadBody } from "./json-body.ts";
import { salvaged } from "./salvage.ts";
import { pathOfUrl } from "./url-path.ts";

/**
 * HAR 1.2, as browsers, mitmproxy, Charles, Fiddler, Proxyman and our own mock write it. Each entry
 * of `log.entries` is read alone, so that a large recording needs little memory.
 */
export function readHar(chunks: AsyncIterable<string>): Reading {
  return elementsOf(chunks, ["log", "entries"], "log.entries", entryOf);
}

function entryOf({ text, isCut }: ElementText, entry: number): Entry {
  const json = isCut ? undefined : parsed(text);
  if (!isObject(json) || !isObject(json.request)) {
    return salvaged(
      text,
      entry,
      isCut ? "the entry is too large" : "the entry is not JSON of HAR 1.2",
    );
  }
  const { request } = json;
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return salvaged(text, entry, "the entry names no method and no URL");
  }
  const headers = headerPairs(request.headers);
  const credentials = shownIn([...headers, ...cookiesOf(request)], url);
  const answer = answerOf(json.response);
  return {
    entry,
    method,
    path: pathOfUrl(url),
    ...decisiveHeaders(headers),
    ...bodyOf(request),
    ...(answer && { answer }),
    ...(credentials && { credentials }),
  };
}

function cookiesOf({ cookies }: JsonObject): (readonly [string, string])[] {
  return headerPairs(cookies).map(([name, value]) => ["cookie", `${name}=${value}`]);
}

function bodyOf(request: JsonObject): ReadBody {
  const { postData, bodySize } = request;
  const notRecorded = { unreadable: "the body was not recorded" };
  if (!isObject(postData)) {
    return typeof bodySize === "number" && bodySize > 0 ? notRecorded : {};
  }
  const { text, params, encoding } = postData;
  if (typeof text !== "string" || (text === "" && typeof bodySize === "number" && bodySize > 0)) {
    if (Array.isArray(params) && params.length > 0) {
      return { unreadable: "the body is a form, not JSON" };
    }
    return bodySize === 0 ? {} : notRecorded;
  }
  if (encoding !== "base64") return bodyOfText(text);
  const decoded = fromBase64(text);
  return decoded === undefined ? { unreadable: "the body cannot be decoded" } : bodyOfText(decoded);
}

/** Browsers write the status 0 for a request without an answer. */
function answerOf(response: unknown): RecordedAnswer | undefined {
  if (!isObject(response)) return undefined;
  const { status, content } = response;
  if (typeof status !== "number" || status < 100 || status > 599) return undefined;
  const { text, encoding }: JsonObject = isObject(content) ? content : {};
  const decoded = encoding === "base64" && typeof text === "string" ? fromBase64(text) : text;
  const body = answerBody(decoded);
  return { status, ...(body !== undefined && { body }) };
}
