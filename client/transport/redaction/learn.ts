import { isObject } from "../../../schemas/json-value.ts";
import type { Attempt } from "../attempt.ts";
import type { Known } from "./known.ts";
import type { Ownership } from "./ownership.ts";

/** Longer bodies that are not JSON are not sent by a check to see its words in the response. */
const longestRaw = 10_000;

/** Whether a request carries values of the run: values in a search may be those of other people. */
export function isWrite({ method, url }: Attempt["request"]): boolean {
  return !/^(?:GET|HEAD|OPTIONS)$/i.test(method) && !/\/\.search(?:$|[?#])/.test(url);
}

/** Notes what the run sends. @param json the body, where it is JSON */
export function learnSent(body: string, json: unknown, known: Known): void {
  if (json === undefined) {
    if (body.length > longestRaw) return;
    for (const text of body.match(/[^\s"'{}[\]<>,]+/g) ?? []) known.sent(text);
    return;
  }
  for (const text of textsIn(json)) known.sent(text);
}

/** Notes the position and the size of a page: in a large organisation they are someone's number too. */
export function learnPage(url: string, known: Known): void {
  for (const [, number = ""] of url.matchAll(/[?&](?:startIndex|count)=(\d+)(?=&|$)/g)) {
    known.sent(number);
  }
}

/** Every text below a value of JSON, but the names of members. */
export function* textsIn(json: unknown): Generator<string> {
  const pending: unknown[] = [json];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === "string") yield value;
    else if (Array.isArray(value)) pending.push(...value);
    else if (isObject(value)) pending.push(...Object.values(value));
  }
}

/** Notes the ids in the response to a create, or to a bulk job with creates. */
export function learnCreated(
  { request, response }: Attempt,
  json: unknown,
  known: Known,
  ownership: Ownership,
): void {
  if (request.method.toUpperCase() !== "POST" || !response) return;
  if (response.status < 200 || response.status >= 300 || !isWrite(request)) return;
  const { location } = response.headers;
  if (isObject(json) && Array.isArray(json.Operations)) learnBulk(json.Operations, known);
  else if (!isObject(json)) created(location, known);
  else if (ownership.isEcho(json)) {
    if (typeof json.id === "string") known.created(json.id);
    else created(location ?? (isObject(json.meta) && json.meta.location), known);
  }
}

function learnBulk(operations: readonly unknown[], known: Known): void {
  for (const operation of operations) {
    if (!isObject(operation) || operation.method !== "POST") continue;
    if (/^2/.test(statusOf(operation.status))) created(operation.location, known);
  }
}

/** The status of an operation: a string in 2.0, an object with a code in 1.1. */
function statusOf(status: unknown): string {
  return String(isObject(status) ? status.code : status);
}

function created(location: unknown, known: Known): void {
  if (typeof location !== "string") return;
  const id = location.split(/[?#]/)[0]?.match(/\/([^/]+)\/*$/)?.[1];
  if (id === undefined) return;
  try {
    known.created(decodeURIComponent(id));
  } catch {
    known.created(id);
  }
}
