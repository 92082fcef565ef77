import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { headerOf, type RecordedExchange } from "../exchange.ts";
import type { Upstream } from "../proxy/upstream.ts";
import type { Slices } from "../slices.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { readBody } from "./body.ts";
import { entryOf } from "./entry.ts";

type Entry = ReturnType<typeof entryOf>;
type Response = NonNullable<RecordedExchange["response"]>;

/** In bytes as sent; a shorter body takes less than a slice. */
const shortBody = 32 * 1024;
/** Resources that are masked at a time. */
const pieceLength = 20;

/**
 * An entry as {@link entryOf} makes it. One with a long list of resources is made piece by piece, each
 * as if the answer had only these, so that requests pass meanwhile.
 */
export async function entryInSlices(
  exchange: RecordedExchange,
  upstream: Upstream,
  standIns: StandIns,
  slices: Slices,
): Promise<Entry> {
  const { response } = exchange;
  const list = response && longListOf(exchange, response);
  if (!list) return entryOf(exchange, upstream, standIns);
  const masked: unknown[] = [];
  let first: { entry: Entry; list: JsonObject } | undefined;
  for (let start = 0; start < list.resources.length; start += pieceLength) {
    if (slices.isOver) await slices.next();
    const Resources = list.resources.slice(start, start + pieceLength);
    const body = start === 0 ? { ...list.json, Resources } : { Resources };
    const entry = entryOf(
      { ...exchange, response: answerWith(response, body) },
      upstream,
      standIns,
    );
    const { text } = entry.response.content as { text?: string };
    const piece: unknown = text === undefined || text === "" ? undefined : JSON.parse(text);
    // Its body is not recorded, for a reason that the entry gives.
    if (!isObject(piece) || !Array.isArray(piece.Resources)) {
      return entryOf(exchange, upstream, standIns);
    }
    first ??= { entry, list: piece };
    for (const each of piece.Resources) masked.push(each);
  }
  if (!first) return entryOf(exchange, upstream, standIns);
  if (slices.isOver) await slices.next();
  const { entry } = first;
  const { size } = response.body;
  const text = JSON.stringify({ ...first.list, Resources: masked });
  const content = { ...entry.response.content, size, text };
  return { ...entry, response: { ...entry.response, content, bodySize: size } };
}

function longListOf({ failure }: RecordedExchange, { headers, body }: Response) {
  if (failure !== undefined || body.size < shortBody) return undefined;
  const read = readBody(body, headerOf(headers, "content-encoding"));
  if ("why" in read || !isObject(read.json) || !Array.isArray(read.json.Resources))
    return undefined;
  const resources: unknown[] = read.json.Resources;
  return resources.length > pieceLength ? { json: read.json, resources } : undefined;
}

function answerWith(response: Response, json: JsonObject): Response {
  const bytes = Buffer.from(JSON.stringify(json));
  const headers = response.headers.filter(([name]) => !/^content-encoding$/i.test(name));
  return { ...response, headers, body: { bytes, size: bytes.length } };
}
