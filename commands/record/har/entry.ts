import { headerOf, type RecordedExchange } from "../exchange.ts";
import { maskBody, maskDocument } from "../masking/json.ts";
import { maskUrl } from "../masking/url.ts";
import type { Upstream } from "../proxy/upstream.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { readBody } from "./body.ts";
import { recordedHeaders, shownMediaType } from "./headers.ts";

/** Paths of SCIM; the bodies of others are not recorded, since nothing is known of them. */
const scimPath =
  /\/(?:scim|users|groups|bulk|me|schemas|resourcetypes|serviceproviderconfigs?)(?:[/?]|$)/i;

const discoveryPath = /\/(?:schemas|resourcetypes|serviceproviderconfigs?)(?:[/?]|$)/i;

/** The name of another may be any text. */
const methods = new Set("GET HEAD POST PUT PATCH DELETE OPTIONS TRACE".split(" "));

/** An entry of HAR 1.2, with stand-ins for personal values and without credentials. */
export function entryOf(exchange: RecordedExchange, upstream: Upstream, standIns: StandIns) {
  const { startedAt, milliseconds, request, failure } = exchange;
  const { method, path } = request;
  const isScim = scimPath.test(path);
  const own = new Set(upstream.prefix.split("/"));
  const url =
    upstream.origin + upstream.prefix + maskUrl(path, standIns, (segment) => own.has(segment));
  const isGroup = /\/groups(?:[/?]|$)/i.test(path);
  const mask = (json: unknown) => maskBody(json, standIns, isGroup);
  const isDocument =
    method === "GET" && discoveryPath.test(path) && exchange.response?.status === 200;
  const maskAnswer = isDocument ? (json: unknown) => maskDocument(json, standIns) : mask;
  const sent = textOf(request, isScim, mask);
  return {
    startedDateTime: startedAt.toISOString(),
    time: milliseconds,
    request: {
      method: methods.has(method) ? method : "OTHER",
      url,
      httpVersion: request.httpVersion,
      cookies: [],
      headers: recordedHeaders(request.headers, standIns),
      queryString: parametersOf(url),
      ...(request.body.size > 0 && {
        postData: { mimeType: shownMediaType(headerOf(request.headers, "content-type")), ...sent },
      }),
      headersSize: -1,
      bodySize: request.body.size,
    },
    response: answerOf(exchange, isScim, maskAnswer, standIns),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    ...(failure !== undefined && { comment: failure }),
  };
}

/** As browsers write it, an exchange without an answer has the status 0. */
function answerOf(
  { response, failure }: RecordedExchange,
  isScim: boolean,
  mask: (json: unknown) => unknown,
  standIns: StandIns,
) {
  const common = { httpVersion: "HTTP/1.1", cookies: [], redirectURL: "", headersSize: -1 };
  if (!response) {
    const content = { size: 0, mimeType: "", comment: "no answer" };
    return { ...common, status: 0, statusText: "", headers: [], content, bodySize: -1 };
  }
  const { status, headers, body } = response;
  const mimeType = shownMediaType(headerOf(headers, "content-type"));
  const isWhole = failure === undefined;
  const text = isWhole
    ? textOf(response, isScim, mask)
    : { text: "", comment: `${body.size} bytes, then the answer broke off` };
  const headerList = recordedHeaders(headers, standIns);
  return {
    ...common,
    status,
    statusText: "",
    headers: headerList,
    redirectURL: headerList.find(({ name }) => name.toLowerCase() === "location")?.value ?? "",
    content: { size: body.size, mimeType, ...text },
    bodySize: body.size,
  };
}

/** The text of a body with stand-ins; without a text where the body cannot be read, and why. */
function textOf(
  { headers, body }: Pick<RecordedExchange["request"], "headers" | "body">,
  isScim: boolean,
  mask: (json: unknown) => unknown,
): { text: string; comment?: string } {
  if (body.size === 0) return { text: "" };
  const notRecorded = (why: string) => ({ text: "", comment: `not recorded: ${why}` });
  if (!isScim) return notRecorded(`${body.size} bytes at a path that is not one of SCIM`);
  const read = readBody(body, headerOf(headers, "content-encoding"));
  return "why" in read ? notRecorded(read.why) : { text: JSON.stringify(mask(read.json)) };
}

function parametersOf(url: string) {
  const start = url.indexOf("?");
  const query = new URLSearchParams(start < 0 ? "" : url.slice(start));
  return [...query].map(([name, value]) => ({ name, value }));
}
