import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { redactedBody, redactedHeader, withoutAddresses } from "./redact.ts";
import { withoutSecrets } from "./secret-finder.ts";

interface NameValue {
  readonly name: string;
  readonly value: string;
}

function headerList(headers: Readonly<Record<string, unknown>>): NameValue[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: redactedHeader(name, String(value)) }],
  );
}

function queryList(url: string): NameValue[] {
  const query = new URL(url, "http://mock.invalid").searchParams;
  return [...query].map(([name, value]) => ({ name, value: withoutAddresses(value) }));
}

interface Timed {
  readonly startedAt: Date;
  readonly started: number;
}

function entryOf(request: FastifyRequest, reply: FastifyReply, sent: string, timed: Timed) {
  const body = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
  const time = performance.now() - timed.started;
  const url = `${request.protocol}://${request.host}${request.url}`;
  const mimeType = String(request.headers["content-type"] ?? "");
  return {
    startedDateTime: timed.startedAt.toISOString(),
    time,
    request: {
      method: request.method,
      url: withoutAddresses(url),
      httpVersion: `HTTP/${request.raw.httpVersion}`,
      cookies: [],
      headers: headerList(request.headers),
      queryString: queryList(request.url),
      ...(body !== "" && { postData: { mimeType, text: redactedBody(body) } }),
      headersSize: -1,
      bodySize: Buffer.byteLength(body),
    },
    response: {
      status: reply.statusCode,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: headerList(reply.getHeaders()),
      content: {
        size: Buffer.byteLength(sent),
        mimeType: String(reply.getHeader("content-type") ?? ""),
        text: redactedBody(sent),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: Buffer.byteLength(sent),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}

const head =
  '{"log":{"version":"1.2","creator":{"name":"slack-scim-conformance mock","version":"1"},"entries":[\n';

async function opened(file: string): Promise<WriteStream> {
  const stream = createWriteStream(file, "utf8");
  try {
    await once(stream, "open");
  } catch (error) {
    throw new Error(`cannot record to ${file}: ${error instanceof Error ? error.message : error}`);
  }
  return stream;
}

/**
 * Records all traffic of a server into a HAR 1.2 file, redacted: no token, password or real mail address reaches the
 * disk. Responses that a fault truncates are not recorded.
 *
 * @param secrets hidden everywhere, in any encoding
 * @returns a function that completes the file
 * @throws Error if the file cannot be written
 */
export async function recordHar(
  app: FastifyInstance,
  file: string,
  secrets: readonly string[],
): Promise<() => Promise<void>> {
  const hideSecrets = withoutSecrets(secrets);
  const stream = await opened(file);
  stream.write(head);
  const started = new WeakMap<FastifyRequest, Timed>();
  let separator = "";
  app.addHook("onRequest", (request, _reply, done) => {
    started.set(request, { startedAt: new Date(), started: performance.now() });
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    const timed = started.get(request) ?? { startedAt: new Date(), started: performance.now() };
    const sent = typeof payload === "string" ? payload : "";
    const entry = entryOf(request, reply, sent, timed);
    const line = JSON.stringify(entry, (_, value) =>
      typeof value === "string" ? hideSecrets(value) : value,
    );
    stream.write(`${separator}${line}`);
    separator = ",\n";
    done(null, payload);
  });
  return async () => {
    stream.end("\n]}}\n");
    await once(stream, "finish");
  };
}
