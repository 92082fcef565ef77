import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fastify } from "fastify";
import { isObject } from "../../schemas/json-value.ts";
import { startMock } from "../index.ts";
import { requestsPerSecond, wireRequest } from "./load.ts";

const token = "xoxp-mock-admin";

/** A server of the same framework that does nothing but parse, route and serialise a user of the same size. */
async function serveBare(sample: unknown): Promise<string> {
  const app = fastify({ logger: false });
  const read = { ...(isObject(sample) ? sample : {}) };
  app.get("/scim/v1/Users/:id", (_request, reply) => reply.send(read));
  app.post("/scim/v1/Users", (_request, reply) => reply.code(201).send(read));
  return app.listen({ port: 0, host: "127.0.0.1" });
}

/** Runs a server in its own thread. */
function inThread(data: { kind: "bare" | "mock"; sample?: unknown }) {
  return new Promise<{ port: number; worker: Worker }>((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: data });
    worker.once("message", (url: string) => resolve({ port: Number(new URL(url).port), worker }));
    worker.once("error", reject);
  });
}

let created = 0;

function createRequests(count: number): string[] {
  return Array.from({ length: count }, () => {
    created += 1;
    const body = JSON.stringify({
      schemas: ["urn:scim:schemas:core:1.0"],
      userName: `bench${created}`,
      name: { givenName: "Ada", familyName: "King" },
      emails: [{ value: `bench${created}@x.example`, primary: true }],
    });
    return wireRequest("POST", "/scim/v1/Users", token, body);
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const rounds = 7;

/** Alternates between the two servers, so that noise affects both alike. @returns the ratio of mock to bare, the median of all rounds */
async function ratio(name: string, bare: number, mock: number, make: () => string[]) {
  const seen: Record<"bare" | "mock" | "share", number[]> = { bare: [], mock: [], share: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const bareRate = await requestsPerSecond(bare, make());
    const mockRate = await requestsPerSecond(mock, make());
    if (round === 0) continue; // The first round only warms up.
    seen.bare.push(bareRate);
    seen.mock.push(mockRate);
    seen.share.push(mockRate / bareRate);
  }
  const [bareRate, mockRate] = [median(seen.bare), median(seen.mock)];
  const share = median(seen.share);
  const line = `bare ${Math.round(bareRate)}/s, mock ${Math.round(mockRate)}/s, ${(share * 100).toFixed(0)} %`;
  console.log(`${name}: ${line}`);
  return share;
}

async function measure(): Promise<void> {
  const mock = await inThread({ kind: "mock" });
  const url = `http://127.0.0.1:${mock.port}/scim/v1/Users`;
  const list = await fetch(`${url}?count=1`, { headers: { authorization: `Bearer ${token}` } });
  const page: unknown = await list.json();
  const sample: unknown = isObject(page) && Array.isArray(page.Resources) ? page.Resources[0] : {};
  const bare = await inThread({ kind: "bare", sample });
  const id = isObject(sample) ? sample.id : "";
  const read = wireRequest("GET", `/scim/v1/Users/${id}`, token);
  const reads = await ratio("reads", bare.port, mock.port, () =>
    new Array<string>(16_000).fill(read),
  );
  const creates = await ratio("creates", bare.port, mock.port, () => createRequests(6_000));
  await Promise.all([mock.worker.terminate(), bare.worker.terminate()]);
  if (reads < 0.6 || creates < 0.5) {
    console.error("too slow: reads must reach 60 % and creates 50 % of the bare server");
    process.exitCode = 1;
  }
}

if (isMainThread) await measure();
else {
  const data: unknown = workerData;
  const isBare = isObject(data) && data.kind === "bare";
  const url = isBare ? await serveBare(data.sample) : (await startMock()).url;
  parentPort?.postMessage(url);
}
