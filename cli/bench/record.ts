import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Agent } from "undici";
import { probed } from "./probed.ts";

/**
 * `record` with 100,000 exchanges, each of another user, and with lists of 1,000 users: exchanges a
 * second, the memory of the process, which must not grow with them, and how long a list takes.
 */
const exchanges = Number(process.argv[2] ?? 100_000);
const clients = 8;
const lists = 20;

const userOf = (index: number) => ({
  schemas: ["urn:scim:schemas:core:1.0"],
  id: `U${String(index).padStart(10, "0")}`,
  userName: `person${index}`,
  name: { givenName: `Given${index}`, familyName: `Family${index}` },
  displayName: `Given${index} Family${index}`,
  emails: [{ value: `person${index}@corp.example`, primary: true }],
  phoneNumbers: [{ value: `+49 30 ${1_000_000 + index}`, type: "mobile" }],
  active: true,
});
const page = JSON.stringify({
  totalResults: 1000,
  Resources: Array.from({ length: 1000 }, (_, index) => userOf(index)),
});

const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const index = Number(/\/Users\/(\d+)/.exec(request.url ?? "")?.[1] ?? -1);
  request.resume().on("end", () => response.end(index < 0 ? page : JSON.stringify(userOf(index))));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const folder = mkdtempSync(join(tmpdir(), "scim-record-bench-"));
const agent = new Agent({ connections: clients });

/** The standard output of a measured process is not read: its port is chosen before. */
async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  taken.close();
  await once(taken, "close");
  return port;
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (isThere) return;
    await pause(100);
  }
}

async function ask(url: string, path: string, body?: string): Promise<void> {
  const method = body === undefined ? "GET" : "PATCH";
  const headers = {
    authorization: "Bearer xoxp-1234567890-bench",
    "content-type": "application/json",
  };
  const answer = await agent.request({ origin: url, path, method, headers, body: body ?? null });
  await answer.body.dump();
}

async function secondsOfLists(url: string): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < lists; count += 1) await ask(url, "/scim/v1/Users?count=1000");
  return (performance.now() - start) / 1000 / lists;
}

async function drive(url: string): Promise<string> {
  let next = 0;
  const start = performance.now();
  const client = async () => {
    for (let index = next++; index < exchanges; index = next++) {
      const body = index % 2 === 0 ? undefined : JSON.stringify({ title: `Title ${index}` });
      await ask(url, `/scim/v1/Users/${index}`, body);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = exchanges / ((performance.now() - start) / 1000);
  const [direct, recorded] = [await secondsOfLists(upstream), await secondsOfLists(url)];
  const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)} ms`;
  return `${Math.round(rate)} exchanges a second; a list of 1,000 users: ${milliseconds(recorded)}, without the proxy ${milliseconds(direct)}`;
}

try {
  const har = join(folder, "recorded.har");
  let said = "";
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ["record", upstream, "--har", har, "--port", String(port)];
  const { peakMb, residentMb } = await probed(folder, args, undefined, async (child) => {
    await listening(port);
    said = await drive(url);
    child.kill("SIGTERM");
  });
  const at = (share: number) => residentMb[Math.floor((residentMb.length - 1) * share)];
  const megabytes = Math.round(statSync(har).size / 1_000_000);
  console.log(
    `${exchanges.toLocaleString("en")} exchanges, ${megabytes} MB: ${said}; peak ${peakMb} MB; ` +
      `after 1/4, 1/2, 3/4 and all: ${[0.25, 0.5, 0.75, 1].map(at).join(", ")} MB`,
  );
} finally {
  await agent.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
