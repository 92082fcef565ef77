import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import type { Said } from "../testing/commands/built-command.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scim-record-"));
const at = (name: string) => join(folder, name);
const env = { ...process.env, NO_COLOR: "1" };

/** Values of people and secrets of the session below; each contains `zq`, in small or capital letters. */
const token = "xoxp-zq-secret-token";

const running = new Set<ChildProcess>();
let mock: Mock;
beforeEach(async () => {
  mock = await startMock({ token, har: at("original.har") });
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  await mock.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command that a user started. */
class Started {
  stdout = "";
  stderr = "";
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  /** @param before a command of the shell that sets the limits of the process */
  constructor(args: readonly string[], before = "true") {
    const script = `${before}; exec "$0" "$@"`;
    const command = ["-c", script, process.execPath, main, ...args];
    const child = spawn("/bin/sh", command, { cwd: folder, env });
    running.add(child);
    this.#child = child;
    child.stdout.on("data", (data) => {
      this.stdout += String(data);
    });
    child.stderr.on("data", (data) => {
      this.stderr += String(data);
    });
    this.#ended = new Promise((resolve) => child.on("close", resolve));
  }

  /** @returns the URL that the first line shows */
  async listening(): Promise<string> {
    await expect.poll(() => this.stdout).toContain("\n");
    const [line = ""] = this.stdout.split("\n");
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
    return line.slice("listening on ".length);
  }

  stop(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }

  get ended(): Promise<number | null> {
    return this.#ended;
  }
}

interface Entry {
  request: { method: string; url: string; postData?: { text: string } };
  response: { status: number; content: { text: string } };
}

const recorded = (name: string): Entry[] => JSON.parse(readFileSync(at(name), "utf8")).log.entries;

const core = { schemas: ["urn:scim:schemas:core:1.0"] };
const patchOp = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"] };

async function ask(url: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** What a client sends in a day, in short: finds, creates, changes and removes in both versions. */
async function session(url: string): Promise<number[]> {
  const statuses: number[] = [];
  const say = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(url, method, path, body);
    statuses.push(answer.status);
    return answer.body;
  };
  const byName = (version: string, filter: string) =>
    say("GET", `/scim/${version}/Users?filter=${encodeURIComponent(filter)}`);
  const address = "Zq.Ada@zqcorp.com";
  await byName("v1", 'userName eq "zq.ada"');
  const { id } = await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "Zq.Ada",
    externalId: "zq-4711",
    password: "zq hunter22",
    name: { givenName: "Zqada", familyName: "O'Zqking" },
    displayName: "Zqada Zqking",
    title: "Zq of engines",
    active: "true",
    emails: [
      { value: address, type: "work", primary: true },
      { value: "zqhome@zq.home.net", type: "home" },
    ],
    phoneNumbers: [{ value: "+49 (170) 12-ZQ-4567", type: "mobile" }],
    addresses: [{ streetAddress: "Zqstreet 1", locality: "Zqtown", country: "ZQ" }],
    photos: [{ value: "https://zqphotos.com/zq.jpg", type: "photo" }],
    "urn:scim:schemas:extension:enterprise:1.0": { department: "Zqdep", employeeNumber: "zq7" },
    "urn:scim:schemas:extension:slack:profile:1.0": { startDate: "2024-02-29T00:00:00-08:00" },
    "zq@key.com": 'zq \u{1F600} " \\ zq',
  });
  // In use, in another letter case, in Base64 too: neither may look like another person.
  await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "ZQ.ADA",
    emails: [{ value: "zq2@zq.org" }],
  });
  await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "zq.two",
    emails: [{ value: address }],
  });
  await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "zq".repeat(20),
    emails: [{ value: "zq3@zq.org" }],
  });
  await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "zq.bad",
    emails: [{ value: "zq@@zq..org" }],
  });
  await say("POST", "/scim/v1/Users", {
    ...core,
    userName: "zq.mail@zq.org",
    emails: [{ value: "zq.mail@zq.org" }],
  });
  await byName("v1", `email eq ${address}`);
  await byName("v2", `userName eq "ZQ.ada" and active eq true`);
  await say("PATCH", `/scim/v1/Users/${id}`, { ...core, title: " ", nickName: "zq.ada" });
  await say("PATCH", `/scim/v1/Users/${id}`, {
    ...core,
    emails: [{ value: "zqhome@zq.home.net", operation: "delete" }],
    meta: { attributes: ["urn:scim:schemas:extension:enterprise:1.0.department", "title"] },
  });
  await say("PATCH", `/scim/v2/Users/${id}`, {
    ...patchOp,
    Operations: [
      { op: "add", path: "emails", value: [{ value: "zqnew@zq.org" }] },
      { op: "Replace", path: "displayName", value: "Zqada Zqnew" },
      { op: "remove", path: 'phoneNumbers[value eq "+49 (170) 12-ZQ-4567"]' },
      { op: "replace", path: "active", value: "False" },
    ],
  });
  await say("PATCH", `/scim/v1/Users/zq.nobody`, { ...core, title: "Zq" });
  const group = await say("POST", "/scim/v1/Groups", {
    ...core,
    displayName: "Friends of Zqada",
    members: [{ value: id, display: "Zqada Zqking" }],
  });
  await say("POST", "/scim/v1/Groups", { ...core, displayName: "Friends of Zqada" });
  await say("PATCH", `/scim/v1/Groups/${group.id}`, {
    ...core,
    members: [{ value: id, operation: "delete" }],
  });
  await say("GET", "/scim/v1/Users?count=5&startIndex=2&attributes=userName,emails");
  await say("GET", "/scim/v1/Groups");
  await say("GET", "/scim/v1/Schemas/Users");
  await say("PUT", `/scim/v1/Users/${id}`, {
    ...core,
    userName: "zq.ada",
    displayName: "Zqada",
    emails: [{ value: address, primary: true }],
  });
  await say("DELETE", `/scim/v1/Users/${id}`);
  await say("DELETE", `/scim/v1/Groups/${group.id}`);
  return statuses;
}

/** Each word of a text in the encodings that a recording could have it in. */
function everyEncoding(text: string): string {
  const escaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const percent = escaped.replace(/%([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const base64 = [...text.matchAll(/[\w+/-]{8,}={0,2}/g)].map(([word]) =>
    Buffer.from(word, "base64").toString("latin1"),
  );
  // Three letters of Base64 are `zq` by chance; a name has more.
  const names = base64.filter((word) => /zq[._ -]?(?:ada|king|secret|hunter|corp)/i.test(word));
  return [text, escaped, percent, ...names].join("\n");
}

test("a session is recorded without a name or a secret, replays, and is translated as it was", async () => {
  const record = new Started(["record", `${mock.url}/scim/v1`, "--har", "recorded.har"]);
  const url = await record.listening();
  const statuses = await session(url);
  expect(new Set(statuses)).toEqual(new Set([200, 201, 204, 400, 404, 409]));
  expect(await record.stop("SIGTERM")).toBe(0);
  expect(record.stdout.split("\n").slice(1)).toEqual([
    `${statuses.length} exchanges: ${statuses.length - 2} to 1.1, 2 to 2.0`,
    "Recording  recorded.har",
    "Next       npx slack-scim-conformance migrate recorded.har",
    "",
  ]);
  expect(statSync(at("recorded.har")).mode & 0o777).toBe(0o600);
  // (a) Nothing of a person or of the token is left.
  const text = readFileSync(at("recorded.har"), "utf8");
  // Only the places are shown: the whole text says nothing.
  expect(everyEncoding(text).match(/.{0,40}zq.{0,40}/gi)).toBe(null);
  expect(text.match(/.{0,40}170\D{1,4}12.{0,40}/g)).toBe(null);
  expect(text.match(/user-1@people\.example/g)?.length).toBeGreaterThan(5);

  // (b) The same requests get the same answers from the same organisation.
  const entries = recorded("recorded.har");
  expect(entries.map(({ response }) => response.status)).toEqual(statuses);
  const fresh = await startMock({ token });
  const replayed: number[] = [];
  for (const { request } of entries) {
    const path = request.url.slice(mock.url.length);
    const { status } = await ask(fresh.url, request.method, path, request.postData?.text);
    replayed.push(status);
  }
  await fresh.close();
  expect(replayed).toEqual(statuses);

  // (c) migrate finds the same forms as in what the organisation saw.
  const forms = async (name: string) => {
    const migrate = new Started(["migrate", name, "--out", `${name}-migration`]);
    const code = await migrate.ended;
    const migration = JSON.parse(readFileSync(at(`${name}-migration/migration.json`), "utf8"));
    const shown = migration.forms.map(
      (form: Record<string, unknown> & { warnings: { code: string; count: number }[] }) => ({
        form: form.form,
        count: form.count,
        statuses: form.statuses,
        warnings: form.warnings.map((warning) => `${warning.code} ${warning.count}`),
        differences: form.differences,
      }),
    );
    return { code, requests: migration.requests, shown };
  };
  const ofRecording = await forms("recorded.har");
  expect(ofRecording.shown.length).toBeGreaterThan(10);
  expect(ofRecording).toEqual(await forms("original.har"));
});

test("a killed recording is valid, also in the middle of a stream", async () => {
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"Resources":[');
    if (request.url?.endsWith("count=1") === true) response.end("]}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const record = new Started(["record", upstream, "--har", "killed.har"]);
    const url = await record.listening();
    expect(recorded("killed.har")).toEqual([]);
    for (let count = 1; count <= 3; count += 1) {
      await ask(url, "GET", "/scim/v1/Users?count=1");
      await expect.poll(() => recorded("killed.har").length).toBe(count);
    }
    const stream = await fetch(`${url}/scim/v1/Users?count=2`);
    const reader = stream.body?.getReader();
    await reader?.read();
    const rest = reader?.read().catch(() => undefined);
    await record.stop("SIGKILL");
    await rest;
    expect(recorded("killed.har")).toHaveLength(3);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("a signal lets a running exchange end, then closes the recording", async () => {
  let answer = () => {};
  let hasArrived = false;
  const server = createServer((_request, response) => {
    hasArrived = true;
    answer = () => response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const record = new Started(["record", upstream, "--har", "stopped.har"]);
    const url = await record.listening();
    const asked = ask(url, "GET", "/scim/v2/Users");
    await expect.poll(() => hasArrived).toBe(true);
    const ended = record.stop("SIGINT");
    await expect.poll(() => record.stderr).toContain("SIGINT: stopping");
    answer();
    expect((await asked).status).toBe(200);
    expect(await ended).toBe(0);
    expect(record.stdout).toContain("1 exchange: 0 to 1.1, 1 to 2.0\n");
    expect(recorded("stopped.har").map(({ response }) => response.status)).toEqual([200]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("one request without an answer does not cost the others when the process is killed", async () => {
  const server = createServer((request, response) => {
    if (request.url?.includes("slow") !== true) response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const record = new Started(["record", `http://127.0.0.1:${port}`, "--har", "killed.har"]);
    const url = await record.listening();
    const slow = ask(url, "GET", "/scim/v1/Users?slow").catch(() => "gone");
    await Promise.all(Array.from({ length: 50 }, () => ask(url, "GET", "/scim/v1/Users")));
    await expect.poll(() => recorded("killed.har").length, { timeout: 20_000 }).toBe(50);
    await record.stop("SIGKILL");
    expect(await slow).toBe("gone");
    expect(recorded("killed.har").map(({ response }) => response.status)).toEqual(
      Array.from({ length: 50 }, () => 200),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("a limit of the file size: the last lines say what is recorded, and why not all", async () => {
  const record = new Started(["record", mock.url, "--har", "limited.har"], "ulimit -f 20");
  const url = await record.listening();
  for (let count = 0; count < 30; count += 1) {
    expect((await ask(url, "GET", "/scim/v1/Users?count=1")).status).toBe(200);
  }
  expect(await record.stop("SIGTERM")).toBe(3);
  const { length } = recorded("limited.har");
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(30);
  expect(record.stderr).toMatch(/ends here.*: the disk is full, or .* limit of its size/);
  const [, first, ...rest] = record.stdout.split("\n");
  expect(first).toBe(
    `30 exchanges: 30 to 1.1, 0 to 2.0, of which only ${length} ${length === 1 ? "is" : "are"} recorded`,
  );
  expect(rest.join("\n")).toContain("Recording  limited.har\nNext ");
});

test("a request that is not passed on is counted in the last lines", async () => {
  const record = new Started(["record", mock.url, "--har", "refused.har"]);
  const url = await record.listening();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.end("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  await once(socket.resume(), "close");
  await record.stop("SIGTERM");
  expect(record.stdout).toContain(
    "0 exchanges: 0 to 1.1, 0 to 2.0\n1 request was refused: for another host, or not HTTP\n",
  );
});

test("an earlier recording is replaced, and keeps its permissions", async () => {
  const first = new Started(["record", mock.url, "--har", "again.har"]);
  await ask(await first.listening(), "GET", "/scim/v1/Users");
  await expect.poll(() => recorded("again.har").length).toBe(1);
  await first.stop("SIGTERM");
  const second = new Started(["record", mock.url, "--har", "again.har"]);
  await second.listening();
  await second.stop("SIGTERM");
  expect(recorded("again.har")).toEqual([]);
  expect(second.stdout).toContain("0 exchanges");
  expect(second.stdout).not.toContain("migrate");
  expect(readdirSync(folder).filter((name) => /^again.*tmp/.test(name))).toEqual([]);
});

describe("bad usage: exit 2, one line, and nothing is changed", () => {
  const wrong: [what: string, args: string[], says: RegExp][] = [
    ["no recording", ["http://127.0.0.1:1"], /--har <file>/],
    ["no URL", ["--har", "x.har"], /url/],
    ["not a URL", ["nonsense", "--har", "x.har"], /nonsense.*not an http or https URL/],
    ["http on another host", ["http://scim.example", "--har", "x.har"], /use https/],
    ["a password", ["https://a:pw@scim.example", "--har", "x.har"], /credentials/],
    ["not a port", ["https://scim.example", "--har", "x.har", "--port", "x"], /--port/],
    ["a port too large", ["https://scim.example", "--har", "x.har", "--port", "70000"], /65535/],
    ["another file", ["https://scim.example", "--har", "mine.har"], /mine\.har: exists and is not/],
    ["a recording of the mock", ["https://scim.example", "--har", "mock.har"], /mock\.har: exists/],
    ["a link", ["https://scim.example", "--har", "link.har"], /link\.har: is a link/],
    ["a folder", ["https://scim.example", "--har", "."], /--har \.: is a folder/],
    ["a device", ["https://scim.example", "--har", "/dev/null"], /\/dev\/null: is not a regular/],
  ];
  let said: Said[];
  beforeAll(async () => {
    writeFileSync(at("mine.har"), "mine");
    writeFileSync(
      at("mock.har"),
      '{"log":{"version":"1.2","creator":{"name":"slack-scim-conformance mock","version":"1"},"entries":[\n]}}\n',
    );
    symlinkSync(at("mine.har"), at("link.har"));
    said = await inOneProcess(
      wrong.map(([, args]) => ["record", ...args]),
      { cwd: folder, env },
    );
  });

  test.each(wrong)("%s", (_what, args, says) => {
    const index = wrong.findIndex(([, others]) => others === args);
    const { code, stdout, stderr } = said[index] ?? { code: -1, stdout: "", stderr: "" };
    expect(code, stderr).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain("pw@");
    expect(stderr.split("\n").filter((line) => line.trim() !== "")).toHaveLength(1);
    expect(readFileSync(at("mine.har"), "utf8")).toBe("mine");
    expect(readdirSync(folder)).not.toContain("x.har");
  });

  test("a port in use keeps the earlier recording", async () => {
    const { port } = new URL(mock.url);
    const first = new Started(["record", mock.url, "--har", "kept.har"]);
    await ask(await first.listening(), "GET", "/scim/v1/Users");
    await expect.poll(() => recorded("kept.har").length).toBe(1);
    await first.stop("SIGTERM");
    const second = new Started(["record", mock.url, "--har", "kept.har", "--port", port]);
    expect(await second.ended).toBe(2);
    expect(second.stderr).toBe(`error: --port ${port}: already in use\n`);
    expect(recorded("kept.har")).toHaveLength(1);
  });
});
