import { connect, type Socket } from "node:net";

const marker = Buffer.from("HTTP/1.1 2");

/** Counts the responses in a stream of bytes, also those that begin across two chunks. */
class AnswerCounter {
  count = 0;
  #rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let from = 0;
    for (;;) {
      const found = bytes.indexOf(marker, from);
      if (found < 0) break;
      this.count += 1;
      from = found + marker.length;
    }
    this.#rest = bytes.subarray(Math.max(from, bytes.length - marker.length + 1));
  }
}

/** One request as bytes on the wire. */
export function wireRequest(method: string, path: string, token: string, body?: string): string {
  const head = `${method} ${path} HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer ${token}\r\n`;
  if (body === undefined) return `${head}\r\n`;
  const length = Buffer.byteLength(body);
  return `${head}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Sends batches of pipelined requests over one connection, the next one when all responses have arrived. */
async function drive(port: number, batches: readonly Buffer[], sizes: readonly number[]) {
  const socket = await opened(port);
  const counter = new AnswerCounter();
  let next = 0;
  let due = 0;
  await new Promise<void>((resolve, reject) => {
    const proceed = () => {
      const batch = batches[next];
      if (!batch) {
        resolve();
        return;
      }
      due += sizes[next] ?? 0;
      next += 1;
      socket.write(batch);
    };
    socket.on("data", (chunk: Buffer) => {
      counter.add(chunk);
      if (counter.count >= due) proceed();
    });
    socket.on("close", () => reject(new Error("the server closed the connection")));
    proceed();
  });
  socket.removeAllListeners("close");
  socket.destroy();
}

/**
 * Sends all requests over a few connections, pipelined so that the client uses little CPU time.
 *
 * @returns responses per second; every response has to be a success
 */
export async function requestsPerSecond(
  port: number,
  requests: readonly string[],
): Promise<number> {
  const connections = 16;
  const batchSize = 20;
  const lanes = Array.from({ length: connections }, (_, lane) =>
    requests.filter((_request, index) => index % connections === lane),
  );
  const prepared = lanes.map((lane) => {
    const parts: string[][] = [];
    for (let at = 0; at < lane.length; at += batchSize) parts.push(lane.slice(at, at + batchSize));
    return {
      batches: parts.map((part) => Buffer.from(part.join(""))),
      sizes: parts.map((part) => part.length),
    };
  });
  const started = performance.now();
  await Promise.all(prepared.map(({ batches, sizes }) => drive(port, batches, sizes)));
  return requests.length / ((performance.now() - started) / 1000);
}
