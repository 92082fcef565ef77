import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { command, type Said } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-compare-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const warm = new WarmCommand();
afterAll(() => warm.close());
const surroundings = {
  cwd: folder,
  env: { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: "xoxp-mock-admin" },
};

/** Runs `compare`; `started` gets what sends it a signal, and then it has a process of its own. */
function compare(
  url: string,
  args: string[],
  started?: (signal: (name: NodeJS.Signals) => void) => void,
): Promise<Said> {
  const line = ["compare", "--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`, ...args];
  if (!started) return warm.run(line, surroundings);
  return command(line, surroundings, (child) => started((name) => child.kill(name)));
}

interface Line {
  type: string;
  id: string;
  attribute?: string;
  rule?: string;
  v1?: string;
  v2?: string;
}

function findings(out: string): Line[] {
  const text = readFileSync(join(folder, out, "findings.jsonl"), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

const result = (out: string) =>
  JSON.parse(readFileSync(join(folder, out, "comparison.json"), "utf8"));

const users = 2300;
let mock: Mock;
const har = join(folder, "traffic.har");
let people: Record<string, unknown>[];

beforeAll(async () => {
  mock = await startMock({ users, groups: 30, har });
  const headers = { authorization: `Bearer ${mock.token}` };
  const answer = await fetch(`${mock.url}/scim/v1/Users?count=1000`, { headers });
  const page = (await answer.json()) as { Resources: Record<string, unknown>[] };
  people = page.Resources;
});
afterEach(() => mock.setFaults([]));

describe("versions that agree", () => {
  test("no disagreement, every user and group counted, and nothing personal written", async () => {
    const { code, stdout, stderr } = await compare(mock.url, [
      "--out",
      "clean",
      "--json",
      "copy.json",
    ]);
    expect(stderr).not.toContain("error");
    expect(code).toBe(0);
    const counts = result("clean");
    expect(counts).toEqual(JSON.parse(readFileSync(join(folder, "copy.json"), "utf8")));
    expect(counts.disagreements).toBe(0);
    expect(counts.users).toMatchObject({ listed: { "1.1": users, "2.0": users }, agreeing: users });
    expect(counts.groups).toMatchObject({ listed: { "1.1": 30, "2.0": 30 }, agreeing: 30 });
    expect(findings("clean").every(({ rule, attribute }) => rule && !attribute)).toBe(true);
    expect(stdout).toContain("phone-types-swap");

    expect(readdirSync(join(folder, "clean")).sort()).toEqual([
      ".slack-scim-conformance.json",
      "comparison.json",
      "findings.jsonl",
    ]);
    const written = stdout + readFileSync(join(folder, "clean/findings.jsonl"), "utf8");
    for (const { userName } of people) expect(written).not.toContain(`${userName}`);
    expect(written).not.toMatch(/@|\+1 55|xoxp/);
  });

  test("each kind of user that a migration must consider is named", () => {
    const named = (rule: string) =>
      findings("clean").flatMap((found) => (found.rule === rule ? [found.id] : []));
    const ids = (is: (user: Record<string, unknown>) => boolean) =>
      people.filter(is).map(({ id }) => id);
    expect(named("deactivated")).toEqual(ids(({ active }) => active === false));
    expect(named("guest")).toEqual(
      ids((user) => Object.keys(user).some((name) => name.includes(":guest:"))),
    );
  });
});

describe("versions that differ: exit 1, and each user with the attribute", () => {
  test("an extension that 2.0 puts elsewhere", async () => {
    mock.setFaults(["v2-enterprise-under-v1-urn"]);
    const { code, stdout } = await compare(mock.url, ["--out", "enterprise"]);
    expect(code).toBe(1);
    expect(stdout).toContain("enterprise.department");
    const members = people.flatMap((user) =>
      JSON.stringify(user).includes('"employeeNumber":"') ? [user.id] : [],
    );
    const disagreeing = findings("enterprise").filter(({ attribute }) => attribute);
    const found = new Set(disagreeing.map(({ id }) => id));
    for (const id of members) expect(found).toContain(id);
    const { byAttribute, disagreeing: count } = result("enterprise").users;
    expect(byAttribute).toEqual({
      "enterprise.department": count,
      "enterprise.employeeNumber": count,
    });
    expect(found.size).toBe(count);
    expect(disagreeing.some(({ v1, v2 }) => v1 ?? v2)).toBe(false);
  });

  test("values only with --show-values", async () => {
    mock.setFaults(["v2-enterprise-under-v1-urn"]);
    await compare(mock.url, ["--out", "values", "--show-values"]);
    const departments = findings("values").filter((line) => line.attribute?.endsWith("department"));
    expect(departments[0]?.v1).toMatch(/Research|Sales|Support|Finance|Legal/);
    expect(departments[0]?.v2).toBeUndefined();
  });

  test("a manager under another name: the one user who has one", async () => {
    const small = await startMock({ faults: ["v2-manager-as-value"] });
    const headers = {
      authorization: `Bearer ${small.token}`,
      "content-type": "application/json",
    };
    const answer = await fetch(`${small.url}/scim/v1/Users?count=6`, { headers });
    const { Resources } = (await answer.json()) as { Resources: { id: string }[] };
    const [boss, , , , , user] = Resources.map(({ id }) => id);
    const urn = "urn:scim:schemas:extension:enterprise:1.0";
    const body = { schemas: [urn], [urn]: { manager: { managerId: boss } } };
    const patched = await fetch(`${small.url}/scim/v1/Users/${user}`, {
      method: "PATCH",
      headers,
      body: JSON.stringify(body),
    });
    expect(patched.status).toBe(200);
    const { code } = await compare(small.url, ["--out", "manager"]);
    await small.close();
    expect(code).toBe(1);
    const lines = findings("manager").filter(({ attribute }) => attribute);
    expect(lines).toEqual([{ type: "user", id: user, attribute: "enterprise.managerId" }]);
  });

  test("different ids: every user is in one version only", async () => {
    mock.setFaults(["v2-user-ids-differ"]);
    const { code } = await compare(mock.url, ["--out", "ids"]);
    expect(code).toBe(1);
    expect(result("ids").users).toMatchObject({
      agreeing: 0,
      disagreeing: 0,
      onlyIn: { "1.1": users, "2.0": users },
    });
  });

  test("overlapping pages: users listed twice, and none reported as missing", async () => {
    mock.setFaults(["v2-page-overlaps"]);
    const { code } = await compare(mock.url, ["--out", "overlap"]);
    expect(code).toBe(1);
    const counts = result("overlap").users;
    expect(counts.listedTwice).toEqual({ "1.1": 0, "2.0": 1 });
    expect(counts.onlyIn).toEqual({ "1.1": 0, "2.0": 0 });
    expect(counts.disagreeing).toBe(0);
  });
});

/** A proxy before the mock that delays pages, from the given one on, until released. */
async function holdingProxy(hold: (path: string) => boolean) {
  const seen: string[] = [];
  let holding = true;
  let onHeld: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    onHeld = resolve;
  });
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? "";
    seen.push(path);
    if (holding && hold(path)) return onHeld();
    const headers = { authorization: request.headers.authorization ?? "" };
    const answer = await fetch(mock.url + path, { headers });
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    held,
    letGo: () => {
      holding = false;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page of one version may arrive before the same page of the other: wait for both. */
async function saved(out: string): Promise<void> {
  while (!existsSync(join(folder, out, "state.json"))) await pause(10);
}

async function closeOnceSaved(
  proxy: Awaited<ReturnType<typeof holdingProxy>>,
  out: string,
): Promise<void> {
  await proxy.held;
  await saved(out);
  proxy.close();
}

describe("an interruption", () => {
  test("loses nothing: --resume continues and finds the same", async () => {
    mock.setFaults(["v2-enterprise-under-v1-urn"]);
    const proxy = await holdingProxy((path) => path.startsWith("/scim/v2/Users?startIndex=2001"));
    const first = await compare(proxy.url, ["--out", "resumed"], async (signal) => {
      await proxy.held;
      signal("SIGINT");
    });
    expect(first.stderr).toContain("--resume");
    expect(first.code).toBe(3);
    expect(existsSync(join(folder, "resumed/comparison.json"))).toBe(false);
    const state = readFileSync(join(folder, "resumed/state.json"), "utf8");
    for (const { userName } of people) expect(state).not.toContain(`"${userName}"`);
    expect(state).not.toMatch(/@|\+1 55|xoxp/);

    const before = proxy.seen.length;
    proxy.letGo();
    const second = await compare(proxy.url, ["--out", "resumed", "--resume"]);
    proxy.close();
    expect(second.code).toBe(1);
    const again = proxy.seen.slice(before);
    expect(again.filter((path) => path.includes("Users?startIndex=1&"))).toEqual([]);
    expect(again.some((path) => path.startsWith("/scim/v2/Users?startIndex=2001"))).toBe(true);

    await compare(mock.url, ["--out", "whole"]);
    const sorted = (out: string) =>
      findings(out)
        .map((line) => JSON.stringify(line))
        .sort();
    expect(sorted("resumed")).toEqual(sorted("whole"));
    expect(result("resumed").users).toEqual(result("whole").users);
    expect(result("resumed").groups).toEqual(result("whole").groups);
    expect(readdirSync(join(folder, "resumed"))).not.toContain("state.json");
  });

  test("a killed process: --resume reads only what it had not saved, and finds the same", async () => {
    mock.setFaults(["v2-enterprise-under-v1-urn"]);
    const proxy = await holdingProxy((path) => path.startsWith("/scim/v2/Users?startIndex=1001"));
    const killed = await compare(proxy.url, ["--out", "killed"], async (signal) => {
      await proxy.held;
      await saved("killed");
      signal("SIGKILL");
    });
    expect(killed.code).toBe(-1);
    const before = proxy.seen.length;
    proxy.letGo();
    const resumed = await compare(proxy.url, ["--out", "killed", "--resume"]);
    proxy.close();
    expect(resumed.code).toBe(1);
    const again = proxy.seen.slice(before);
    expect(again.filter((path) => path.includes("Users?startIndex=1&count=1000"))).toEqual([]);
    await compare(mock.url, ["--out", "unkilled"]);
    const written = (out: string) => readFileSync(join(folder, out, "findings.jsonl"), "utf8");
    expect(written("killed")).toBe(written("unkilled"));
    expect(result("killed").users).toEqual(result("unkilled").users);
    expect(result("killed").groups).toEqual(result("unkilled").groups);
  });

  test("without --resume it starts again, and says that it drops what was read", async () => {
    const proxy = await holdingProxy((path) => path.startsWith("/scim/v1/Users?startIndex=1001"));
    await compare(proxy.url, ["--out", "dropped"], () => closeOnceSaved(proxy, "dropped"));
    const { code, stderr } = await compare(mock.url, ["--out", "dropped"]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "starting again: an interrupted comparison had read 2,000 users and groups; --resume continues one",
    );
    expect(result("dropped").users.agreeing).toBe(users);
    expect((await compare(mock.url, ["--out", "dropped"])).stderr).not.toContain("starting again");
  });

  test("a server that disappears is exit 3, and the comparison can be resumed", async () => {
    const proxy = await holdingProxy((path) => path.startsWith("/scim/v1/Users?startIndex=1001"));
    const { code, stderr } = await compare(proxy.url, ["--out", "gone"], () =>
      closeOnceSaved(proxy, "gone"),
    );
    expect(code).toBe(3);
    expect(stderr).toContain("--resume");
    expect(existsSync(join(folder, "gone/state.json"))).toBe(true);
  });
});

describe("bad usage: exit 2 and one line", () => {
  test.each<[string, string[], RegExp]>([
    ["no target", [], /needs both versions/],
    ["one version", ["--v1", "http://127.0.0.1:1/scim/v1"], /needs both versions/],
    ["nothing to resume", ["--resume", "--out", "nowhere"], /no interrupted comparison.*nowhere/],
  ])("%s", async (what, args, says) => {
    const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
    const all = what === "nothing to resume" ? [...urls, ...args] : args;
    const said = await warm.run(["compare", ...all], { cwd: folder, env: process.env });
    expect(said.code).toBe(2);
    expect(said.stderr).toMatch(says);
    expect(said.stderr.trim().split("\n")).toHaveLength(1);
  });
});

test("only GET was sent", async () => {
  await mock.close();
  const { log } = JSON.parse(readFileSync(har, "utf8")) as {
    log: { entries: { request: { method: string } }[] };
  };
  expect(log.entries.length).toBeGreaterThan(20);
  expect(new Set(log.entries.map(({ request }) => request.method))).toEqual(new Set(["GET"]));
});
