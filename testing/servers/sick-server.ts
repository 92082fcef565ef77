import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { request as send } from "undici";

/** A request to the server behind it. */
export interface Asked {
  /** 1 for the first request. */
  number: number;
  method: string;
  /** With its query. */
  path: string;
}

/**
 * How a request is handled: with another response than the server's, or with none; undefined: it is
 * forwarded.
 */
export type Sickness =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The connection is closed; with `after`, after the server behind has executed the request. */
  | { cut: true; after?: true }
  /** No response is sent. */
  | { hang: true }
  /** The server behind executes the request, but this is the response. */
  | { instead: number }
  | undefined;

export interface SickServer {
  url: string;
  /** The number of requests so far. */
  readonly count: number;
  close(): Promise<void>;
}

/** A proxy in front of a server, which fails as a test defines. @param origin of the server behind */
export async function sickServer(
  origin: string,
  sickness: (asked: Asked) => Sickness,
): Promise<SickServer> {
  let number = 0;
  const server = createServer(async (incoming, outgoing) => {
    number += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const asked = { number, method: incoming.method ?? "GET", path: incoming.url ?? "" };
    const came = sickness(asked);
    if (came && "hang" in came) return;
    if (came && "cut" in came) {
      if (came.after) await passOn(origin, incoming, Buffer.concat(chunks));
      incoming.socket.destroy();
      return;
    }
    if (came && "status" in came) {
      outgoing.writeHead(came.status, came.headers);
      outgoing.end(came.body ?? "");
      return;
    }
    await answerBy(origin, incoming, outgoing, Buffer.concat(chunks), came?.instead);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get count() {
      return number;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Headers that belong to one connection. */
const ofConnection: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "transfer-encoding",
]);

function passOn(origin: string, incoming: IncomingMessage, body: Buffer) {
  const headers = Object.entries(incoming.headers).filter(([name]) => !ofConnection.has(name));
  return send(`${origin}${incoming.url}`, {
    method: (incoming.method ?? "GET") as "GET",
    headers: Object.fromEntries(headers),
    body: body.length === 0 ? null : body,
  });
}

async function answerBy(
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer,
  status: number | undefined,
): Promise<void> {
  const got = await passOn(origin, incoming, body);
  const text = await got.body.text();
  const headers = Object.entries(got.headers).filter(([name]) => !ofConnection.has(name));
  outgoing.writeHead(status ?? got.statusCode, Object.fromEntries(headers));
  outgoing.end(text);
}
