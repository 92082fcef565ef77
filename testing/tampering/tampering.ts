import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { request as send } from "undici";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";

/** A forwarded call; the other side receives it as changed here. */
export interface Passing {
  method: string;
  /** Path and query below the base URL. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One fault of a server, planted between it and its client. */
export interface Tampering {
  request?(call: Passing): void | Promise<void>;
  response?(answer: Answered, call: Passing): void | Promise<void>;
}

/** Changes the body of a response, if it is a JSON object. */
export function inBody(answer: Answered, change: (body: JsonObject) => void): void {
  if (answer.body === "") return;
  const body: unknown = JSON.parse(answer.body);
  if (!isObject(body)) return;
  change(body);
  answer.body = JSON.stringify(body);
}

/** A server that ignores a request header. */
export const withoutHeader = (name: string): Tampering => ({
  request: ({ headers }) => {
    delete headers[name];
  },
});

/**
 * A request as a tampering sees it.
 *
 * @param root the path of the base URL; a request outside it, such as of another version, keeps its
 *   whole path
 */
export function passing(
  incoming: IncomingMessage,
  body: Buffer,
  root: string,
): Passing & { isInside: boolean } {
  const asked = incoming.url ?? "";
  const isInside = asked.startsWith(`${root}/`) || asked === root;
  return {
    method: incoming.method ?? "GET",
    path: isInside ? asked.slice(root.length) : asked,
    headers: textHeaders(incoming.headers, ["connection", "content-length", "transfer-encoding"]),
    body: body.toString("utf8"),
    isInside,
  };
}

/** Answers a call with what the tampering makes of it and of the answer. */
export async function tampered(
  { request, response }: Tampering,
  call: Passing,
  answerTo: (call: Passing) => Answered | Promise<Answered>,
): Promise<Answered> {
  await request?.(call);
  const answer = await answerTo(call);
  await response?.(answer, call);
  return answer;
}

/** A proxy in front of a server, which changes calls and responses. */
export async function tamperWith(
  target: string,
  tampering: Tampering,
): Promise<{ url: string; close(): Promise<void> }> {
  const { origin, pathname } = new URL(target);
  let url = "";
  const rewritten = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll(target, url)]),
    );
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const call = passing(incoming, Buffer.concat(chunks), pathname);
    const forward = async ({ method, path, headers, body }: Passing): Promise<Answered> => {
      const got = await send(`${call.isInside ? target : origin}${path}`, {
        method: method as "GET",
        headers,
        body: body === "" ? null : body,
      });
      return {
        status: got.statusCode,
        headers: rewritten(
          textHeaders(got.headers, ["connection", "content-length", "keep-alive"]),
        ),
        body: (await got.body.text()).replaceAll(target, url),
      };
    };
    // Requests outside the base URL are forwarded unchanged.
    const answer = await tampered(call.isInside ? tampering : {}, call, forward);
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function textHeaders(
  headers: Record<string, string | string[] | undefined>,
  without: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || without.includes(name) ? [] : [[name, String(value)]],
    ),
  );
}
