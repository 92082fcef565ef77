import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { main } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-cleanup-"));
const warm = new WarmCommand();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 0 } });
});
afterAll(async () => {
  await warm.close();
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) =>
  warm.run(args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token },
  });

const urls = () => ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
const baseUrls = () => ({ "1.1": `${mock.url}/scim/v1`, "2.0": `${mock.url}/scim/v2` });

async function call(method: string, path: string, body?: object) {
  const answer = await fetch(`${mock.url}/scim/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${mock.token}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as { id: string; Resources: Record<string, unknown>[] };
}

const all = async (type: string) => (await call("GET", `${type}?count=1000`)).Resources;

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

/** A folder with the journal of a run that was killed. */
function killedRun(name: string, owner: object, entries: readonly object[]): string {
  mkdirSync(join(folder, name), { recursive: true });
  const lines = [owner, ...entries].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(join(folder, name, "journal.jsonl"), lines.join(""));
  return name;
}

test("cleanup removes what a killed run created, and nothing else", async () => {
  const before = (await all("Users")).filter(({ active }) => active).length;
  const run = spawn(process.execPath, [main, "run", ...urls(), "--out", "killed", "--no-report"], {
    cwd: folder,
    stdio: "ignore",
    env: { ...process.env, SLACK_SCIM_TOKEN: mock.token },
  });
  const journal = join(folder, "killed", "journal.jsonl");
  await vi.waitUntil(
    () => existsSync(journal) && readFileSync(journal, "utf8").split('"created"').length > 6,
    { timeout: 110_000, interval: 5 },
  );
  run.kill("SIGKILL");
  await new Promise((done) => run.once("exit", done));
  const ours = (one: Record<string, unknown>) => String(one.userName).startsWith("scimct-");
  expect((await all("Users")).filter(ours).some(({ active }) => active)).toBe(true);

  const { code, stdout } = await cli("cleanup", "--out", "killed");
  expect(stdout).toMatch(/^deactivated [1-9]\d* users, deleted \d+ groups$/m);
  expect(code).toBe(0);
  const users = await all("Users");
  expect(users.filter(ours).filter(({ active }) => active)).toEqual([]);
  expect(users.filter((user) => !ours(user) && user.active)).toHaveLength(before);
  const groups = await all("Groups");
  expect(groups.filter(({ displayName }) => String(displayName).startsWith("scimct-"))).toEqual([]);

  expect(await cli("cleanup", "--out", "killed")).toMatchObject({
    code: 0,
    stdout: "nothing to clean up\n",
  });
});

test("a create without a response is found by its name, if that name is the suite's", async () => {
  const schemas = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
  const lost = await call("POST", "Groups", { schemas, displayName: "scimct-lost" });
  const theirs = await call("POST", "Groups", { schemas, displayName: "Finance" });
  const intent = { event: "intent", resource: "Group", version: "2.0" };
  const out = killedRun("lost", { baseUrls: baseUrls(), namePrefix: "scimct-" }, [
    { ...intent, name: "scimct-lost" },
    { ...intent, name: "Finance" },
    { ...intent, name: "scimct-never-created" },
  ]);
  const { code, stdout } = await cli("cleanup", ...urls(), "--out", out);
  expect(lines(stdout)).toEqual([
    "deactivated 0 users, deleted 1 groups",
    expect.stringMatching(/^left behind: Group named Finance .*without a mark of the run/),
  ]);
  expect(code).toBe(1);
  const left = (await all("Groups")).map(({ id }) => id);
  expect(left).not.toContain(lost.id);
  expect(left).toContain(theirs.id);
});

const userSchemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
const owner = () => ({ baseUrls: baseUrls(), namePrefix: "scimct-", runTag: "abcde" });

test("a create without a response is found although Slack converts its name", async () => {
  const address = "scimct-abcde2@own.example";
  const { id } = await call("POST", "Users", {
    schemas: userSchemas,
    userName: address,
    emails: [{ value: address }],
  });
  const entry = { event: "intent", resource: "User", version: "2.0", name: address, call: 1 };
  const out = killedRun("converted", owner(), [{ ...entry, addresses: [address] }]);
  expect(await cli("cleanup", "--out", out)).toMatchObject({
    code: 0,
    stdout: "deactivated 1 users, deleted 0 groups\n",
  });
  expect(await call("GET", `Users/${id}`)).toMatchObject({
    userName: "scimct-abcde2",
    active: false,
  });
});

test("a resource of another origin is listed by its id, with exit 1, and stays in the journal", async () => {
  const before = await all("Users");
  const admin = before[4];
  const entry = { resource: "User", version: "2.0", name: "scimct-abcde29", call: 1 };
  const out = killedRun("foreign", owner(), [
    { event: "intent", ...entry },
    { event: "created", ...entry, id: admin?.id },
  ]);
  for (const _ of ["once", "again"]) {
    const { code, stdout } = await cli("cleanup", "--out", out);
    expect(code).toBe(1);
    expect(lines(stdout)[1]).toMatch(
      `left behind: User ${admin?.id} (SCIM 2.0): the resource with this id`,
    );
  }
  expect(await all("Users")).toEqual(before);
});

test("if the target cannot be reached, the journal is kept: exit 3", async () => {
  const gone = { ...owner(), baseUrls: { "2.0": "http://127.0.0.1:9/scim/v2" } };
  const entry = {
    event: "intent",
    resource: "User",
    version: "2.0",
    name: "scimct-abcde21",
    call: 1,
  };
  const out = killedRun("gone", gone, [entry]);
  const { code, stdout, stderr } = await cli("cleanup", "--out", out);
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(
    /cannot connect.*1 users and groups may be left; the journal is kept.*delete .*gone.journal.jsonl/,
  );
  // A new run does not overwrite it, although the target is on this machine.
  const run = await cli("run", ...urls(), "--out", out, "--no-report");
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(
    /--out gone: .*cleanup --v2 http:\/\/127.0.0.1:9\/scim\/v2 --out gone$/m,
  );
  expect((await cli("cleanup", "--out", out)).code).toBe(3);
});

test.each<[string, object, readonly object[]]>([
  [
    "an embedded run, whose organisation is gone",
    {
      baseUrls: { "2.0": "http://127.0.0.1:9/scim/v2" },
      namePrefix: "scimct-",
      runTag: "a",
      embedded: true,
    },
    [{ event: "intent", resource: "User", version: "2.0", name: "a", call: 1 }],
  ],
  [
    "a run that left nothing",
    { baseUrls: { "2.0": "https://scim.example/v2" }, namePrefix: "scimct-" },
    [],
  ],
])(
  "after %s there is nothing to clean up: exit 0 without a request or a token",
  async (what, owner, entries) => {
    const out = killedRun(what.slice(0, 8), owner, entries);
    expect(await cli("cleanup", "--out", out)).toEqual({
      code: 0,
      stdout: "nothing to clean up\n",
      stderr: "",
    });
  },
);

const remote = {
  baseUrls: { "2.0": "https://scim.example/scim/v2" },
  namePrefix: "scimct-",
};
const created = { event: "created", resource: "User", version: "2.0", name: "scimct-a", id: "U1" };

test.each<[string, () => string[], RegExp]>([
  ["no such folder", () => ["cleanup", "--out", "nowhere"], /nowhere.*no such folder/],
  [
    "a folder of something else",
    () => {
      mkdirSync(join(folder, "other"), { recursive: true });
      return ["cleanup", "--out", "other"];
    },
    /--out other: not an output folder of this tool/,
  ],
  [
    "another target than that of the run",
    () => ["cleanup", ...urls(), "--out", killedRun("remote", remote, [created])],
    /that run tested https:\/\/scim\.example.*removes nothing elsewhere/,
  ],
  [
    "a remote target without permission to write",
    () => ["cleanup", "--out", killedRun("remote", remote, [created])],
    /--allow-writes/,
  ],
  [
    "a run that would lose the journal of an earlier one",
    () => ["run", ...urls(), "--out", killedRun("remote", remote, [created])],
    /left 1 users and groups at https:\/\/scim\.example.*cleanup/,
  ],
])("bad usage is exit 2 and one line: %s", async (_, args, says) => {
  const { code, stderr } = await cli(...args());
  expect(stderr).toMatch(says);
  expect(
    stderr
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("creates at most")),
  ).toHaveLength(1);
  expect(code).toBe(2);
});
