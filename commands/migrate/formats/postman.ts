import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { isSecretName } from "../masking/secret-names.ts";
import type { RecordedAnswer } from "../request.ts";
import { bothShown, shownIn, shownSecrets } from "./credentials.ts";
import type { Entry, Reading } from "./entry.ts";
import { decisiveHeaders, headerPairs } from "./headers.ts";
import { answerBody, bodyOfText, parsed, type ReadBody } from "./json-body.ts";
import { pathOfUrl } from "./url-path.ts";

/** A collection is read as a whole, so it must fit into memory. In characters. */
const largest = 256 * 1024 * 1024;
/** Deeper folders are no work of a person. */
const deepest = 100;
const variable = /\{\{[^{}]*\}\}/;

/** A Postman collection 2.x: its requests in the order of its folders. */
export async function* readPostman(chunks: AsyncIterable<string>): Reading {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > largest) {
      yield { problem: "the collection is too large" };
      return;
    }
  }
  const collection = parsed(parts.join(""));
  if (!isObject(collection)) {
    yield { problem: "the collection is not JSON" };
    return;
  }
  const variables = variablesOf(collection);
  let entry = 0;
  for (const item of itemsOf(collection.item)) {
    entry += 1;
    yield entryOf(item, entry, variables);
  }
}

interface Variables {
  /** Values by name; used only where a variable stands for the host. */
  values: ReadonlyMap<string, string>;
  secrets: readonly string[];
}

function variablesOf(collection: JsonObject): Variables {
  const values = new Map<string, string>();
  const secrets = secretsOfAuth(collection.auth);
  for (const one of Array.isArray(collection.variable) ? collection.variable : []) {
    if (!isObject(one) || typeof one.value !== "string") continue;
    const name = String(one.key ?? one.id ?? "");
    values.set(name, one.value);
    if (one.type === "secret" || isSecretName(name)) secrets.push(one.value);
  }
  return { values, secrets };
}

/** `{ type: "bearer", bearer: [{ key: "token", value }] }`. */
function secretsOfAuth(auth: unknown): string[] {
  if (!isObject(auth)) return [];
  return Object.values(auth).flatMap((members) =>
    (Array.isArray(members) ? members : []).flatMap((one) =>
      isObject(one) && typeof one.value === "string" && isSecretName(String(one.key))
        ? [one.value]
        : [],
    ),
  );
}

/** The requests of a folder and of the folders in it. */
function* itemsOf(items: unknown, depth = 0): Generator<JsonObject> {
  for (const item of Array.isArray(items) && depth < deepest ? items : []) {
    if (!isObject(item)) continue;
    if (item.request !== undefined) yield item;
    yield* itemsOf(item.item, depth + 1);
  }
}

function entryOf(item: JsonObject, entry: number, { values, secrets }: Variables): Entry {
  // A request can be no more than its address.
  const request = isObject(item.request) ? item.request : { url: item.request, method: "GET" };
  const url = withHost(urlOf(request.url), values);
  const method = typeof request.method === "string" ? request.method : "GET";
  const headers = headerPairs(request.header);
  const credentials = bothShown(
    shownIn(headers, url),
    shownSecrets([...secrets, ...secretsOfAuth(request.auth)]),
  );
  const answer = answerOf(item.response);
  const known = { entry, ...(credentials && { credentials }), ...decisiveHeaders(headers) };
  if (url === "") return { ...known, method, path: "", unreadable: "the request has no address" };
  return {
    ...known,
    method,
    path: pathOfUrl(url),
    ...bodyOf(request.body),
    ...(answer && { answer }),
  };
}

function urlOf(url: unknown): string {
  if (typeof url === "string") return url;
  if (!isObject(url)) return "";
  if (typeof url.raw === "string") return url.raw;
  const host = Array.isArray(url.host) ? url.host.join(".") : String(url.host ?? "");
  const path = Array.isArray(url.path) ? url.path.map(segment).join("/") : String(url.path ?? "");
  const query = (Array.isArray(url.query) ? url.query : [])
    .filter((one): one is JsonObject => isObject(one) && one.disabled !== true)
    .map(({ key, value }) => `${String(key ?? "")}=${String(value ?? "")}`);
  return `${host}/${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

const segment = (part: unknown) => (isObject(part) ? String(part.value ?? "") : String(part));

/** A variable for the host may hold a part of the path too: `{{baseUrl}}/Users`. */
function withHost(url: string, values: ReadonlyMap<string, string>): string {
  const [found, name = ""] = /^\{\{\s*([^{}]*?)\s*\}\}/.exec(url.trim()) ?? [];
  const value = found === undefined ? undefined : values.get(name);
  return value === undefined ? url : value + url.trim().slice(found?.length);
}

function bodyOf(body: unknown): ReadBody {
  if (!isObject(body) || body.disabled === true) return {};
  const { mode, raw } = body;
  if (mode === "raw" || mode === undefined) {
    return typeof raw === "string" ? bodyOfText(raw, variable) : {};
  }
  return { unreadable: "the body is a form or a file, not JSON" };
}

/** The status of a saved response: one that worked, if there is any. */
function answerOf(responses: unknown): RecordedAnswer | undefined {
  const saved = (Array.isArray(responses) ? responses : []).flatMap((one) =>
    isObject(one) && typeof one.code === "number" && one.code >= 100 && one.code <= 599
      ? [{ status: one.code, saved: one.body }]
      : [],
  );
  const [chosen = saved[0]] = saved.filter(({ status }) => status < 300);
  if (!chosen) return undefined;
  const body = answerBody(chosen.saved);
  return { status: chosen.status, ...(body !== undefined && { body }) };
}
