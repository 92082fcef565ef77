import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type Migration, violations } from "../schemas/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scim-verify-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const core = "urn:scim:schemas:core:1.0";
const token = "xoxp-8675309-secret-Token";
const people = ["zebulon.quux@corp.example", "Zebulon", "Quuxington"];
const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** Lines of a log, as text where a JavaScript object cannot hold them. */
const hostile: readonly (object | string)[] = [
  // Keys of prototypes, and keys that occur twice.
  `{"method":"PATCH","url":"/scim/v1/Users/U1","body":{"__proto__":{"title":"Zebulon"},"constructor":{"prototype":{}},"toString":"Zebulon","title":"Zebulon"}}`,
  `{"method":"PATCH","url":"/scim/v1/Users/__proto__","body":{"title":"a","title":"Zebulon","TITLE":"Quuxington"}}`,
  `{"method":"PATCH","url":"/scim/v1/Users/constructor","body":{"meta":{"attributes":["__proto__","constructor","toString"]}}}`,
  `{"method":"PATCH","url":"/scim/v1/Groups/__proto__","body":{"members":[{"value":"__proto__","operation":"delete"},{"value":"constructor"}]}}`,
  // Ids that lead elsewhere.
  ...[
    ...["../../../etc/passwd", "..%2f..%2fcontrol", "%2e%2e/%2e%2e/control", "U1/../../../control"],
    ...[
      "U1;DROP TABLE",
      "U1%00",
      "U1%0d%0aHost:%20evil.example",
      "@evil.example",
      "//evil.example",
    ],
    ...["U1#x", "%", "%zz", "🦑", "x".repeat(20_000)],
  ].map((id) => ({ method: "PATCH", url: `/scim/v1/Users/${id}`, body: { title: "Zebulon" } })),
  // Addresses of other hosts.
  ...[
    "http://evil.example",
    "https://evil.example:1",
    "//evil.example",
    "http://evil.example@127.0.0.1",
  ].map((host) => ({ method: "GET", url: `${host}/scim/v1/Users/U1` })),
  {
    method: "PATCH",
    url: "/scim/v1/Users/U1",
    body: { photos: [{ value: "http://evil.example/x.png" }] },
  },
  // Filters.
  ...[
    ...[
      'userName eq "a" or 1 eq 1',
      'userName eq "\\"',
      "(((((",
      'emails[value eq "',
      "userName eq __proto__",
    ],
    ...[
      "__proto__ eq 1",
      `userName eq "${people[0]}" or active eq true`,
      "id eq U1",
      'title sw "\\u0000"',
    ],
    ...[
      "userName eq 'O\\'Brien'",
      `userName eq "${"x".repeat(20_000)}"`,
      "filter=filter=userName eq a",
    ],
  ].map((filter) => ({
    ...{ method: "GET", url: `/scim/v1/Users?filter=${encodeURIComponent(filter)}` },
  })),
  { method: "GET", url: "/scim/v1/Users?filter=%&count=%zz&startIndex=1e9&sortOrder=sideways" },
  { method: "GET", url: "/scim/v1/Users?count=99999999999999999999&startIndex=-5" },
  // Methods and paths that SCIM does not have.
  ...["TRACE", "CONNECT", "OPTIONS", "HEAD", "patch", "GET / HTTP/1.1\r\nX: y", "", "🦑"].map(
    (method) => ({ method, url: "/scim/v1/Users/U1", body: { title: "Zebulon" } }),
  ),
  ...["/scim/v1", "/scim/v1/", "/scim/v1/Me", "/scim/v1/.search", "/scim/v1/Users/U1/emails/0"].map(
    (url) => ({ method: "POST", url, body: { title: "Zebulon" } }),
  ),
  {
    method: "POST",
    url: "/scim/v1/Users/U1",
    headers: { "x-http-method-override": "PATCH" },
    body: {},
  },
  // Bodies.
  { method: "PATCH", url: "/scim/v1/Users/U1", body: { title: "x".repeat(40_000) } },
  { method: "PATCH", url: "/scim/v1/Users/U1", body: { userType: "x".repeat(5_000_000) } },
  {
    method: "PATCH",
    url: "/scim/v1/Groups/S1",
    body: { members: Array.from({ length: 900 }, (_, at) => ({ value: `U${at}` })) },
  },
  {
    method: "PATCH",
    url: "/scim/v1/Users/U1",
    body: {
      emails: Array.from({ length: 500 }, (_, at) => ({
        value: `p${at}@corp.example`,
        operation: "delete",
      })),
    },
  },
  {
    method: "PATCH",
    url: "/scim/v1/Users/U1",
    body: { emails: { operation: "delete" }, phoneNumbers: "x", roles: [[]], addresses: [5] },
  },
  {
    method: "PATCH",
    url: "/scim/v1/Users/U1",
    body: { emails: [{ value: {}, operation: "delete" }], members: 7, meta: 5 },
  },
  {
    method: "PUT",
    url: "/scim/v1/Users/U1",
    body: { userName: null, emails: null, name: "Zebulon", active: "False" },
  },
  {
    method: "POST",
    url: "/scim/v1/Users",
    body: { schemas: [core], userName: "\ud800", emails: [{ value: people[0] }] },
  },
  {
    method: "POST",
    url: "/scim/v1/Users",
    body: {
      schemas: [core],
      userName: people[1],
      password: token,
      emails: [{ value: people[0] }],
      name: { familyName: people[2] },
    },
  },
  {
    method: "POST",
    url: `/scim/v1/Users?token=${token}`,
    body: { schemas: [core], userName: "u", title: `my ${token}`, emails: [{ value: people[0] }] },
  },
  { method: "POST", url: "/scim/v1/Bulk", body: { Operations: [] } },
  // PatchOps.
  ...[
    [{ op: "remove", path: "members", value: [{ value: "U1" }] }],
    [
      {
        op: "replace",
        path: 'emails[value eq "zebulon.quux@corp.example"].value',
        value: people[0],
      },
    ],
    [
      { op: "replace", path: "__proto__", value: 1 },
      { op: "add", value: { __proto__: null } },
    ],
    [{ op: {}, path: [], value: null }, null, 5],
    [
      { op: "remove", path: "[[[[" },
      { op: "remove", path: `title[${"(".repeat(500)}` },
    ],
  ].map((operations) => ({
    ...{ method: "PATCH", url: "/scim/v1/Groups/S1" },
    body: { schemas: [patchOp], Operations: operations },
  })),
];

/** Notes each connection, so that one to another host is seen. */
const watch = (file: string) => `
  import net from "node:net";
  import { appendFileSync } from "node:fs";
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const [first] = args.flat();
    appendFileSync(${JSON.stringify(file)}, (first?.host ?? first?.hostname ?? first?.path ?? String(first)) + "\\n");
    return connect.apply(this, args);
  };`;

function migrate(args: readonly string[], connections: string) {
  const preload = `data:text/javascript,${encodeURIComponent(watch(connections))}`;
  const all = ["--import", preload, main, "migrate", ...args, "--verify"];
  // A proxy of the environment must not get what is replayed.
  const proxy = "http://proxy.evil.example:9";
  const env = {
    ...process.env,
    NO_COLOR: "1",
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    NODE_USE_ENV_PROXY: "1",
  };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, all, { cwd: folder, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test("hostile requests: each form has a verdict, nothing leaks, and nothing leaves the machine", async () => {
  const lines = hostile.map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  writeFileSync(join(folder, "hostile.jsonl"), `${lines.join("\n")}\n`);
  const connections = join(folder, "connections.txt");
  const said = await migrate(["hostile.jsonl", "--out", "out"], connections);
  expect(said.code).toBe(1);
  const migration: Migration = JSON.parse(readFileSync(join(folder, "out/migration.json"), "utf8"));
  expect(violations("suite/migration", migration)).toEqual([]);
  expect(migration.verification?.problem).toBeUndefined();
  expect(migration.forms.length).toBeGreaterThan(30);
  const untold = migration.forms.filter(({ verified: one }) => {
    return (
      one === undefined ||
      (one.outcome === "not-replayed" && one.why === undefined && one.replays.length === 0)
    );
  });
  expect(untold).toEqual([]);
  const replayed = migration.forms.filter(({ verified }) => (verified?.replays.length ?? 0) > 0);
  expect(replayed.length).toBeGreaterThan(20);
  expect(said.stderr).not.toMatch(/\n\s+at /);
  const texts = ["migration.json", "migration.md", "index.html", "requests.v2.jsonl"].map((name) =>
    readFileSync(join(folder, "out", name), "utf8"),
  );
  for (const text of [...texts, said.stdout, said.stderr]) {
    for (const secret of [token, ...people]) expect(text).not.toContain(secret);
  }
  expect(existsSync(connections)).toBe(true);
  const hosts = new Set(readFileSync(connections, "utf8").trim().split("\n"));
  expect([...hosts]).toEqual(["127.0.0.1"]);
}, 120_000);
