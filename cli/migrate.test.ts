import { type ChildProcess, execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { Migration, MigrationLine } from "../schemas/index.ts";
import { violations } from "../schemas/index.ts";
import { command, main } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";

const recordings = fileURLToPath(new URL("../commands/migrate/fixtures", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scim-migrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(recordings, folder, { recursive: true });

const surroundings = { cwd: folder, env: { ...process.env, NO_COLOR: "1" } };
const warm = new WarmCommand();
afterAll(() => warm.close());

const migrate = (args: readonly string[]) => warm.run(["migrate", ...args], surroundings);

/** In a process of its own: it is about input, a signal or secrets. */
const migrateAlone = (args: readonly string[], started?: (child: ChildProcess) => void) =>
  command(["migrate", ...args], surroundings, started);

const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const lines = (out: string): MigrationLine[] =>
  readFileSync(join(folder, out, "requests.v2.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const migration = (out: string): Migration =>
  JSON.parse(readFileSync(join(folder, out, "migration.json"), "utf8"));
const outputs = (out: string) =>
  readdirSync(join(folder, out))
    .filter((name) => !name.startsWith("."))
    .map((name) => readFileSync(join(folder, out, name), "utf8"));

const core = "urn:scim:schemas:core:1.0";
const deactivate = {
  method: "PATCH",
  url: "/scim/v1/Users/U0001",
  body: { schemas: [core], active: false },
  status: 200,
};
const jsonLines = (...records: readonly unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

test("each 1.1 request gives one line, in order; others are counted", async () => {
  const said = await migrate([
    "mitmproxy.har",
    "postman.json",
    "--out",
    "both",
    "--json",
    "copy.json",
  ]);
  expect(lines("both").map(({ source, v1 }) => [source.file, source.entry, v1.method])).toEqual([
    ["mitmproxy.har", 1, "POST"],
    ["mitmproxy.har", 2, "GET"],
    ["mitmproxy.har", 3, "PATCH"],
    ["postman.json", 1, "POST"],
    ["postman.json", 2, "PATCH"],
    ["postman.json", 3, "POST"],
    ["postman.json", 4, "GET"],
    ["postman.json", 6, "PUT"],
  ]);
  for (const line of lines("both")) expect(violations("suite/migration-line", line)).toEqual([]);
  const result = migration("both");
  expect(violations("suite/migration", result)).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, "copy.json"), "utf8"))).toEqual(result);
  expect(result.inputs).toEqual([
    { file: "mitmproxy.har", format: "har", entries: 4, v1: 3, v2: 0, other: 1 },
    { file: "postman.json", format: "postman", entries: 6, v1: 5, v2: 0, other: 1 },
  ]);
  expect(result.findings).toEqual([
    {
      file: "postman.json",
      entry: 3,
      kind: "unreadable",
      text: "the body is a form or a file, not JSON",
    },
    { file: "postman.json", entry: 6, kind: "unreadable", text: "the body is not JSON" },
  ]);
  expect(said.stdout).toContain("postman.json:3: the body is a form or a file, not JSON");
  expect(said.code).toBe(1);
});

test.each(["chromium.har", "mock.har"])("%s is translated without a finding", async (name) => {
  const said = await migrate([name, "--out", `of-${name}`]);
  expect(migration(`of-${name}`).findings).toEqual([]);
  expect(lines(`of-${name}`).map(({ status }) => status)).not.toContain("unreadable");
  expect(said.code).toBe(0);
});

test("the codes: 0, 1 with --strict, 1 without an equivalent", async () => {
  file("good.jsonl", jsonLines(deactivate));
  file(
    "none.jsonl",
    jsonLines({ method: "GET", url: "/scim/v1/Users?filter=restricted%20eq%20'1'" }),
  );
  expect((await migrate(["good.jsonl", "--out", "code"])).code).toBe(0);
  expect((await migrate(["good.jsonl", "--out", "code", "--strict"])).code).toBe(1);
  expect((await migrate(["none.jsonl", "--out", "code"])).code).toBe(1);
  expect(lines("code")).toMatchObject([{ status: "no-equivalent", v2: null }]);
});

test("gzip'd files and standard input", async () => {
  file("day.har.gz", gzipSync(readFileSync(join(folder, "mitmproxy.har"))));
  await migrate(["day.har.gz", "--out", "packed"]);
  expect(lines("packed")).toHaveLength(3);
  const packed = gzipSync(jsonLines(deactivate));
  await migrateAlone(["-", "--out", "stdin"], ({ stdin }) => stdin?.end(packed));
  expect(lines("stdin")).toMatchObject([{ source: { file: "-", entry: 1 }, status: "rewritten" }]);
});

test("--base-path and --map", async () => {
  file(
    "log.jsonl",
    jsonLines(
      { req: { m: "GET", u: "/proxy/one/Users/U0001" } },
      { req: { m: "GET", u: "/scim/v1/Users" } },
    ),
  );
  await migrate([
    ...[
      "log.jsonl",
      "--map",
      "method=req.m,url=req.u",
      "--base-path",
      "/proxy/one",
      "--out",
      "mapped",
    ],
  ]);
  expect(lines("mapped").map(({ v1 }) => v1.path)).toEqual(["/proxy/one/Users/U0001"]);
});

test("2.0 requests are checked, not translated", async () => {
  file(
    "two.jsonl",
    jsonLines(
      { method: "POST", url: "/scim/v2/Users", body: { schemas: [core], userName: "jane.doe" } },
      { method: "GET", url: "/scim/v2/Users" },
      { method: "PATCH", url: "/scim/v2/Users/U1", body: { active: false } },
    ),
  );
  await migrate(["two.jsonl", "--out", "two"]);
  expect(lines("two")).toEqual([]);
  const { findings, inputs } = migration("two");
  expect(inputs).toMatchObject([{ v1: 0, v2: 3 }]);
  expect(findings.map(({ entry, kind }) => [entry, kind])).toEqual([
    [1, "v2"],
    [3, "v2"],
  ]);
  expect(JSON.stringify(findings)).not.toContain("jane.doe");
});

describe("usage", () => {
  test.each([
    [["missing.har"], "missing.har: cannot be read (ENOENT)"],
    [["."], ".: is a folder; give a file"],
    [["good.jsonl", "--map", "nonsense"], "--map"],
    [["good.jsonl", "--base-path", "scim"], "--base-path scim: expected a path"],
    [["good.jsonl", "--format", "saz"], "--format"],
    [["-", "-"], "standard input (-) can be read only once"],
    [["flows"], "mitmdump -n -r flows --set hardump=flows.har"],
  ])("%s", async (args, message) => {
    file("flows", "2190:9:websocket;0:~8:response;1059:");
    file("good.jsonl", jsonLines(deactivate));
    const said = await migrate([...args, "--out", "usage"]);
    expect(said.code).toBe(2);
    expect(said.stderr).toContain(message);
    expect(existsSync(join(folder, "usage"))).toBe(false);
  });

  test("a folder of someone else, and a copy over another file, stay as they are", async () => {
    mkdirSync(join(folder, "mine"));
    file("mine/notes.txt", "notes");
    expect((await migrate(["good.jsonl", "--out", "mine"])).code).toBe(2);
    expect((await migrate(["good.jsonl", "--out", "u1", "--json", "good.jsonl"])).code).toBe(2);
    expect(readFileSync(join(folder, "mine/notes.txt"), "utf8")).toBe("notes");
  });
});

describe("broken, empty and hostile files: a finding with its place, never an abort", () => {
  const whole = readFileSync(join(recordings, "mitmproxy.har"), "utf8");
  const deep = `{"method":"PATCH","url":"/scim/v1/Users/U1","body":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  test.each<[string, string | Buffer, number, RegExp]>([
    ["empty", "", 0, /the file is empty/],
    ["blank", " \n\n", 0, /the file is empty/],
    ["noise", Buffer.from([1, 2, 3, 0, 255, 254, 7]), 0, /is neither HAR/],
    ["archive.saz", "PK\u0003\u0004zip", 0, /export a HAR/],
    ["cut.har", whole.slice(0, whole.length - 900), 3, /cut off/],
    ["cut.har.gz", gzipSync(whole).subarray(0, 300), 0, /cannot be read any further/],
    ["no-entries.har", '{"log":{"version":"1.2"}}', 0, /no log\.entries|holds no request/],
    [
      "rubbish.jsonl",
      `${jsonLines(deactivate)}{"method":"PUT","url":"/scim/v1/Users/U2","body":{"userName":"jane.d`,
      2,
      /rubbish\.jsonl:2: the line is not JSON/,
    ],
    ["other.jsonl", jsonLines({ message: "started" }), 0, /--map/],
    ["deep.jsonl", deep, 1, /nested too deeply/],
    [
      "proto.jsonl",
      '{"method":"POST","url":"/scim/v1/Users","body":{"__proto__":{"x":"jane.doe"},"constructor":"jane.doe"}}',
      1,
      /./,
    ],
    [
      "long.jsonl",
      `{"method":"PUT","url":"/scim/v1/Users/U1","body":"${"x".repeat(34 * 1024 * 1024)}"}\n${jsonLines(deactivate)}`,
      2,
      /long\.jsonl:1: the line is too long/,
    ],
    [
      "script.sh",
      `curl -X PATCH https://api.slack.com/scim/v1/Users/U1 -d '{`,
      1,
      /script\.sh:1: the command is cut off/,
    ],
  ])("%s", async (name, content, count, message) => {
    const said = await migrate([file(name, content), "mitmproxy.har", "--out", `broken-${name}`]);
    expect(said.stdout).toMatch(message);
    expect(lines(`broken-${name}`).filter(({ source }) => source.file === name)).toHaveLength(
      count,
    );
    // The next file is read all the same.
    expect(lines(`broken-${name}`).filter(({ source }) => source.file !== name)).toHaveLength(3);
    expect([0, 1]).toContain(said.code);
    for (const text of outputs(`broken-${name}`)) expect(text).not.toMatch(/jane\.d/);
  });
});

describe("secrets and people", () => {
  const token = "xoxp-8675309-secret-Token/with+signs";
  const password = 'pass"word\\of jane';
  const address = "jane.doe@corp.example";
  const name = "Zebulon";
  const user = {
    schemas: [core],
    userName: "zebulon.q",
    password,
    title: `my token is ${token}`,
    nickName: Buffer.from(`token ${token}`).toString("base64"),
    displayName: encodeURIComponent(token),
    name: { givenName: name, familyName: `<b>${name}</b>` },
    emails: [{ value: address, primary: true }],
    [`custom-${address}`]: "x",
  };
  const authorization = { authorization: `Bearer ${token}` };
  const har = {
    log: {
      entries: [
        // The first entry shows what only a later one tells to be a credential.
        {
          request: {
            method: "POST",
            url: "https://api.slack.com/scim/v1/Users",
            headers: [],
            postData: { text: JSON.stringify(user) },
          },
          response: { status: 201, content: { text: JSON.stringify({ ...user, id: "U0001" }) } },
        },
        {
          request: {
            method: "GET",
            url: `https://jane:${encodeURIComponent(password)}@api.slack.com/scim/v1/Users/${address}?token=${encodeURIComponent(token)}&filter=${encodeURIComponent(`email eq "${address}"`)}`,
            headers: [
              { name: "Authorization", value: `Bearer ${token}` },
              { name: "Cookie", value: `d=${token}` },
            ],
          },
          response: { status: 200, content: { text: "{" } },
        },
        {
          request: {
            method: "PATCH",
            url: `https://api.slack.com/scim/v1/Users/U1`,
            headers: [],
            postData: { text: `{"broken ${address} ${token}` },
          },
          response: {
            status: 400,
            content: { text: `{"Errors":{"description":"${name}","code":400}}` },
          },
        },
        {
          request: { method: `${token} x`, url: `/scim/v1/Users/${name}/${address}`, headers: [] },
        },
      ],
    },
  };
  const spellings = (secret: string) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").slice(0, -4),
  ];
  const recordingsOf: Record<string, string> = {
    "people.har": JSON.stringify(har),
    "people.jsonl": jsonLines(
      { method: "POST", url: "/scim/v1/Users", body: user, status: 201 },
      {
        method: "PUT",
        url: `/scim/v1/Users/${address}`,
        body: JSON.stringify(user),
        headers: authorization,
      },
      `{"method":"PUT","url":"/scim/v1/Users/${address}","body":"${token}`,
    ),
    "people.json": JSON.stringify({
      info: { schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
      auth: { type: "bearer", bearer: [{ key: "token", value: token }] },
      item: [
        {
          name,
          request: {
            method: "POST",
            url: `https://api.slack.com/scim/v1/Users?x=${address}`,
            body: { mode: "raw", raw: JSON.stringify(user) },
          },
        },
      ],
    }),
    "people.sh": `curl -u 'jane:${password}' https://api.slack.com/scim/v1/Users -d '${JSON.stringify(user)}'\ncurl -H 'Authorization: Bearer ${token}' 'https://api.slack.com/scim/v1/Users?filter=email eq ${address}'\n`,
  };

  test.each(Object.keys(recordingsOf))(
    "%s: nothing of them is in any output",
    async (recording) => {
      const out = `out-${recording}`;
      const said = await migrateAlone([
        file(recording, recordingsOf[recording] ?? ""),
        "--out",
        out,
      ]);
      expect(lines(out).length).toBeGreaterThan(0);
      for (const text of [...outputs(out), said.stdout, said.stderr]) {
        for (const secret of [
          ...spellings(token),
          ...spellings(password),
          address,
          name,
          "zebulon.q",
        ]) {
          expect(text).not.toContain(secret);
        }
      }
    },
  );

  test.each(Object.keys(recordingsOf))(
    "%s: --show-values shows people, never secrets",
    async (recording) => {
      const out = `shown-${recording}`;
      const args = [file(recording, recordingsOf[recording] ?? ""), "--out", out, "--show-values"];
      const said = await migrateAlone(args);
      expect(readFileSync(join(folder, out, "requests.v2.jsonl"), "utf8")).toContain("zebulon.q");
      for (const text of [...outputs(out), said.stdout, said.stderr]) {
        for (const secret of [...spellings(token), ...spellings(password)]) {
          expect(text).not.toContain(secret);
        }
      }
    },
  );

  test("the warning names requests that show a credential", async () => {
    await migrate(["people.jsonl", "--out", "warned"]);
    const codes = lines("warned").map(({ warnings }) =>
      warnings.some(({ code }) => code === "secret-in-recording"),
    );
    expect(codes[1]).toBe(true);
  });

  test("a script brings in no file from elsewhere", async () => {
    file("outside.json", '{"userName":"not-yours"}');
    mkdirSync(join(folder, "scripts"));
    file("scripts/inside.json", '{"userName":"mine"}');
    symlinkSync("../outside.json", join(folder, "scripts/link.json"));
    const calls = ["inside.json", "../outside.json", join(folder, "outside.json"), "link.json"];
    file(
      "scripts/all.sh",
      calls.map((name) => `curl https://api.slack.com/scim/v1/Users -d @${name}\n`).join(""),
    );
    await migrate(["scripts/all.sh", "--out", "files", "--show-values"]);
    expect(lines("files").map(({ v1 }) => v1.body)).toEqual([
      { userName: "mine" },
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("a signal ends the reading, and what was read is kept", async () => {
  const said = await migrateAlone(["-", "--out", "stopped"], (child) => {
    // It waits for more, until the signal: the first lines are translated by then.
    child.stdin?.on("error", () => undefined);
    child.stdin?.write(jsonLines(deactivate).repeat(20_000));
    const timer = setInterval(() => {
      if (!existsSync(join(folder, "stopped/requests.v2.jsonl"))) return;
      if (readFileSync(join(folder, "stopped/requests.v2.jsonl")).length === 0) return;
      clearInterval(timer);
      child.kill("SIGINT");
    }, 50);
  });
  expect(said.code).toBe(3);
  expect(migration("stopped").stopped).toBe("SIGINT");
  expect(lines("stopped").length).toBeGreaterThan(0);
});

test("memory does not grow with the lines", async () => {
  const peak = async (count: number) => {
    const many = Array.from({ length: count }, (_, at) => ({
      ...{ method: "POST", url: "/scim/v1/Users", status: 201 },
      body: {
        schemas: [core],
        userName: `user.${at}`,
        emails: [{ value: `user.${at}@corp.example` }],
      },
    }));
    file("many.jsonl", jsonLines(...many));
    const probe = fileURLToPath(new URL("../dist/cli/bench/memory-probe.js", import.meta.url));
    await new Promise((resolve) => {
      execFile(
        process.execPath,
        ["--import", probe, main, "migrate", "many.jsonl", "--out", "many"],
        { cwd: folder, env: { ...process.env, SCIM_BENCH_PROBE: join(folder, "probe.json") } },
        resolve,
      );
    });
    expect(lines("many")).toHaveLength(count);
    return JSON.parse(readFileSync(join(folder, "probe.json"), "utf8")).peakMb as number;
  };
  const few = await peak(10_000);
  // The input is ten times as large: 2 MB and 20 MB, its output 200 MB.
  expect((await peak(100_000)) - few).toBeLessThan(150);
}, 120_000);
