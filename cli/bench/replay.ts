import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, type Dispatcher } from "undici";

/**
 * The script that a run is compared with: `replay.js MAIN EXCHANGES` sends the requests of a run again
 * and prints a {@link Replayed}. It runs in a new process, as a run does: one that has sent them before
 * takes two thirds of the time.
 */

/** A recorded request, and what it needs to be sent again. */
interface Recorded {
  method: Dispatcher.HttpMethod;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  status: number;
  /** The id of the resource that it created. */
  created: string | undefined;
  /** Positions of the requests that created the resources it names. */
  after: readonly number[];
}

export interface Replayed {
  requests: number;
  seconds: number;
  /** How many were answered with the recorded status. */
  equal: number;
}

/** How many requests are under way at once, as in a run. */
const width = 8;
const token = "xoxp-mock-admin";
/** The ids that the mock gives to users and groups. */
const ids = /[USW]01[A-Z0-9]{8}/g;

/** Reads the requests of a run, in the order in which they were answered. */
function readRequests(file: string): Recorded[] {
  const creators = new Map<string, number>();
  const exchanges = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ response }) => response !== undefined);
  return exchanges.map(({ request, response }, position): Recorded => {
    const { pathname, search } = new URL(request.url);
    const named = `${pathname}${search} ${request.body ?? ""}`.match(ids) ?? [];
    const isCreate = request.method === "POST" && response.status === 201;
    const created = isCreate ? idOf(response.body) : undefined;
    const after = new Set(named.flatMap((id) => creators.get(id) ?? []));
    if (created !== undefined) creators.set(created, position);
    const { authorization, ...headers } = request.headers;
    // The record has no credentials: a rejected one is replaced by another that is rejected.
    const bearer = response.status === 401 ? "xoxp-unknown" : token;
    return {
      method: request.method,
      path: pathname + search,
      headers:
        authorization === undefined ? headers : { ...headers, authorization: `Bearer ${bearer}` },
      body: request.body,
      status: response.status,
      created,
      after: [...after],
    };
  });
}

/**
 * Sends the requests of a run again with bare undici, in the same order, eight at a time, to a new
 * mock in its own process. The ids of what is created may differ; they are replaced.
 * @param main the built command
 */
async function replay(main: string, requests: readonly Recorded[]): Promise<Replayed> {
  const delays = ["--set", "deactivationDelayMs=5", "--set", "photoDelayMs=5"];
  const mock = spawn(process.execPath, [main, "mock", "--rate-limits", "off", ...delays], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await new Promise<string>((resolve) => {
    mock.stdout.once("data", (data) => resolve(String(data).trim().split(" ").at(-1) ?? ""));
  });
  const agent = new Agent({ connections: width });
  const newIds = new Map<string, string>();
  const sent: Promise<void>[] = [];
  let equal = 0;
  const renamed = (text: string) => text.replace(ids, (id) => newIds.get(id) ?? id);

  const send = async ({ method, path, headers, body, status, created, after }: Recorded) => {
    await Promise.all(after.map((position) => sent[position]));
    const answer = await agent.request({
      origin,
      method,
      path: renamed(path),
      headers,
      body: body === undefined ? null : renamed(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode === status) equal += 1;
    const id = created === undefined ? undefined : idOf(text);
    if (created !== undefined && id !== undefined) newIds.set(created, id);
  };
  let next = 0;
  const worker = async () => {
    for (let request = requests[next]; request; request = requests[next]) {
      const promise = send(request);
      sent[next] = promise;
      next += 1;
      await promise;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: width }, worker));
  const seconds = (performance.now() - start) / 1000;
  await agent.close();
  mock.kill();
  return { requests: requests.length, seconds, equal };
}

function idOf(body: string): string | undefined {
  return /"id":"([^"]+)"/.exec(body)?.[1];
}

const [main = "", exchanges = ""] = process.argv.slice(2);
const replayed = await replay(main, readRequests(exchanges));
process.stdout.write(JSON.stringify(replayed));
