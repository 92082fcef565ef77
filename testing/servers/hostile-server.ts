import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { request as send } from "undici";

/** The response of a hostile server, which replaces that of the server behind it. */
interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** Changes a response. @param random numbers from 0 to 1 */
export type Hostility = (answer: { status: number; body: string }, random: () => number) => Answer;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(random: () => number, first: T, ...others: T[]): T {
  return [first, ...others][Math.floor(random() * (others.length + 1))] ?? first;
}

/** Unusual JSON texts. */
const odd = [
  "null",
  "true",
  "-1",
  "1e308",
  '""',
  '"\\u0000\\u202e<script>alert(1)</script>"',
  '"\\ud800"',
  "[]",
  "{}",
  '{"__proto__":{"a":1},"constructor":"x","then":"x"}',
  `"${"a".repeat(10_000)}"`,
] as const;

/** A JSON value with some of its parts replaced, removed or duplicated. */
function mutated(value: unknown, random: () => number): unknown {
  if (random() < 0.03) return JSON.parse(pick(random, ...odd));
  if (Array.isArray(value)) {
    const items = value.map((item) => mutated(item, random));
    return random() < 0.1 ? [...items, ...items] : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      if (random() < 0.05) return [];
      const key = random() < 0.02 ? name.toUpperCase() : name;
      return [[key, mutated(member, random)]];
    }),
  );
}

/** Kinds of hostile servers, by name. */
export const hostilities: Readonly<Record<string, Hostility>> = {
  "mutated JSON": ({ status, body }, random) => ({
    status: random() < 0.1 ? pick(random, 200, 201, 400, 404, 409, 418) : status,
    body: body === "" ? "" : JSON.stringify(mutated(JSON.parse(body), random)),
  }),
  "random bytes": (_answer, random) => ({
    status: 200,
    body: Uint8Array.from({ length: 1 + Math.floor(random() * 2000) }, () => random() * 256),
  }),
  "truncated JSON": ({ status, body }, random) => ({
    status,
    body: body.slice(0, Math.floor(random() * body.length)),
  }),
  "deeply nested JSON": () => ({
    status: 200,
    body: `${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`,
  }),
  redirects: () => ({ status: 307, headers: { location: "http://127.0.0.1:1/" }, body: "" }),
  "random statuses": ({ body }, random) => ({ status: 200 + Math.floor(random() * 400), body }),
  "headers of 12 KiB": ({ status, body }) => ({
    status,
    headers: { "x-large": "x".repeat(12_000) },
    body,
  }),
  "the same page of an endless list": () => ({
    status: 200,
    body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":1e12,"itemsPerPage":1,"startIndex":1,"Resources":[{"id":"1","userName":"a"}]}',
  }),
  "5 MiB of text": () => ({
    status: 200,
    body: JSON.stringify({ detail: "x@".repeat(2_500_000) }),
  }),
};

/**
 * A proxy before a server: forwards some requests so that a run begins, then is hostile.
 * @param origin of the server behind
 */
export async function hostileServer(
  origin: string,
  hostility: Hostility,
  { seed = 1, after = 20 } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const random = randomNumbers(seed);
  let count = 0;
  const server = createServer(async (incoming, outgoing) => {
    count += 1;
    const isHostile = count > after;
    const { statusCode, headers, text } = await passOn(origin, incoming);
    const came: Answer = isHostile
      ? hostility({ status: statusCode, body: text }, random)
      : { status: statusCode, body: text };
    const type = headers["content-type"];
    const isBodyless = came.status === 204 || came.status === 304 || came.status < 200;
    outgoing.writeHead(came.status, {
      ...(typeof type === "string" ? { "content-type": type } : {}),
      ...came.headers,
    });
    outgoing.end(isBodyless ? undefined : came.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function passOn(origin: string, incoming: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const ofConnection = ["connection", "content-length", "keep-alive", "transfer-encoding"];
  const headers = Object.entries(incoming.headers).filter(([name]) => !ofConnection.includes(name));
  const got = await send(`${origin}${incoming.url}`, {
    method: (incoming.method ?? "GET") as "GET",
    headers: Object.fromEntries(headers),
    body: chunks.length === 0 ? null : Buffer.concat(chunks),
  });
  return { statusCode: got.statusCode, headers: got.headers, text: await got.body.text() };
}
