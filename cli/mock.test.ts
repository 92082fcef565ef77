import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { facts } from "../facts/index.ts";
import { command, main, type Said } from "../testing/commands/built-command.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-mock-"));
const at = (name: string) => join(folder, name);
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, NO_COLOR: "1" };
const vectors: { secret: string; forms: { text: string }[] }[] = JSON.parse(
  readFileSync(new URL("../testing/redaction-vectors.json", import.meta.url), "utf8"),
);

/** A mock that a user started. */
class Served {
  url = "";
  stdout = "";
  stderr = "";
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { cwd: folder, env });
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

  async listening(): Promise<this> {
    await expect.poll(() => this.stdout).toContain("\n");
    const [line = ""] = this.stdout.split("\n");
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
    this.url = line.slice("listening on ".length);
    return this;
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }
}

const serve = (...args: string[]) =>
  new Served(process.execPath, [main, "mock", ...args]).listening();

async function ask(
  mock: Served,
  method: string,
  path: string,
  body?: unknown,
  token = "xoxp-mock-admin",
) {
  const answer = await fetch(mock.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

const mockCommand = (...args: string[]) => command(["mock", ...args], { cwd: folder, env });

interface Recorded {
  request: { method: string; url: string };
  response: { status: number };
}

const recorded = (name: string): Recorded[] =>
  JSON.parse(readFileSync(at(name), "utf8")).log.entries;

const file = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
};

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

describe("bad usage: exit 2, and one line with the right values", () => {
  const wrong: [what: string, args: string[], says: RegExp][] = [
    [
      "a wrong value",
      ["--set", "plan=gold"],
      /--set plan=gold: must be enterprise, business-plus or free$/,
    ],
    ["an empty value", ["--set", "plan="], /--set plan=: must be/],
    ["a number that is too large", ["--set", "photoDelayMs=1e400"], /from 0 to 600000$/],
    ["a number as text", ["--set", 'maxPageSize="10"'], /must be a whole number/],
    ["no JSON", ["--set", "wwwAuthenticate=True"], /must be true or false$/],
    [
      "a prototype in a value",
      ["--set", 'errorStatusOverrides={"__proto__":400}'],
      /must be an object/,
    ],
    ["a prototype as a name", ["--set", "__proto__={}"], /__proto__: no such setting; nearest: /],
    [
      "an unknown name, with three nearest ones",
      ["--set", "removeMemberWithValue=all"],
      /no such setting; nearest: removeMembersWithValue, \w+, \w+ \(mock --list-settings has all\)$/,
    ],
    ["no value", ["--set", "plan"], /--set plan: must have the form NAME=VALUE$/],
    ["no name", ["--set", "=free"], /--set =free: must have the form NAME=VALUE$/],
    [
      "line breaks in a value",
      ["--set", "plan=a\nb\u001b[31m"],
      /^error: --set plan=a\S*b.*: must be/,
    ],
    ["a name twice", ["--set", "plan=free", "--set", "plan=free"], /--set plan: given twice$/],
    ["an empty token", ["--token", ""], /--token: must not be empty$/],
    ["limits twice", ["--rate-limits", "off", "--set", "rateLimits=off"], /give one$/],
    [
      "an unknown fault",
      ["--fault", "user-create-answer-200"],
      /nearest: user-create-answers-200, /,
    ],
    ["an unknown format", ["--list-settings", "--format", "xml"], /must be text or json$/],
    ["a format without a list", ["--format", "json"], /--list-settings, --list-faults$/],
    ["a HAR that is a folder", ["--har", "."], /--har .*is a folder/],
    ["a HAR that is a device", ["--har", "/dev/null"], /--har \/dev\/null: is not a regular file$/],
    [
      "a HAR over another file",
      ["--har", file("notes.txt", "mine")],
      /exists and is not a recording/,
    ],
    [
      "a HAR over another HAR",
      ["--har", file("other.har", { log: { entries: [] } })],
      /not a recording/,
    ],
    ["an empty name of a HAR", ["--har", ""], /--har : the path is empty$/],
    [
      "no file of users",
      ["--users-file", "nowhere.json"],
      /nowhere\.json: cannot be read \(ENOENT\)$/,
    ],
    [
      "users that are not JSON",
      ["--users-file", file("broken.json", '[\n  {"userName": "ada",}\n]')],
      /--users-file broken\.json:2:22: not JSON$/,
    ],
    [
      "a file of users that ends",
      ["--users-file", file("cut.json", "[{")],
      /cut\.json:1:3: not JSON$/,
    ],
    ["no list of users", ["--users-file", file("one.json", {})], /one\.json: must be an array/],
    [
      "a user with a wrong member",
      ["--users-file", file("wrong.json", [{ userName: "ada" }, { userName: 5 }])],
      /wrong\.json: \/1\/userName must be a string or null, but is 5$/,
    ],
    [
      "a user whom the organisation cannot have",
      [
        "--users-file",
        file("taken.json", [{ userName: "everyone", emails: [{ value: "a@b.example" }] }]),
      ],
      /taken\.json: \/0\/userName: username_not_allowed$/,
    ],
  ];
  let said: Said[];
  beforeAll(async () => {
    const commandLines = wrong.map(([, args]) => ["mock", ...args]);
    said = await inOneProcess(commandLines, { cwd: folder, env });
  });

  test.each(wrong)("%s", (_what, args, says) => {
    const index = wrong.findIndex(([, others]) => others === args);
    const { code, stdout, stderr } = said[index] ?? { code: -1, stdout: "", stderr: "" };
    expect(lines(stderr)).toHaveLength(1);
    expect(lines(stderr)[0]).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("a HAR that is a link: what it points to is unchanged", async () => {
    symlinkSync(at(file("target.har", "")), at("link.har"));
    const { code, stderr } = await mockCommand("--har", "link.har");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: --har link.har: is a link; give the file itself\n",
    });
  });

  test("a port in use: an earlier recording stays, and no folder is left", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = String((server.address() as AddressInfo).port);
    const earlier = await serve("--har", "earlier.har");
    await ask(earlier, "GET", "/scim/v2/Users");
    await earlier.stop("SIGTERM");
    const said = await mockCommand("--port", port, "--har", "earlier.har");
    const folders = await mockCommand("--port", port, "--har", "new/folder/x.har");
    server.close();
    expect(said.code).toBe(2);
    expect(said.stderr).toBe(`error: --port ${port}: already in use\n`);
    expect(recorded("earlier.har")).toHaveLength(1);
    expect(folders.code).toBe(2);
    expect(existsSync(at("new"))).toBe(false);
  });
});

describe("settings", () => {
  test("each is listed in one line: name, values, default, facts", async () => {
    const { code, stdout } = await mockCommand("--list-settings");
    expect(code).toBe(0);
    expect(lines(stdout).length).toBeGreaterThan(70);
    for (const line of lines(stdout)) expect(line).toMatch(/^\w+ +\S.*; default .*\[FACT-.*\] \S/);
    expect(stdout).toMatch(
      /^removeMembersWithValue +all or selected; default all \[FACT-GROUP-53\]/m,
    );
  });

  test("as JSON, with facts that exist", async () => {
    const { stdout } = await mockCommand("--list-settings", "--format", "json");
    const known = new Set<string>(facts.map(({ id }) => id));
    for (const { name, facts: ids } of JSON.parse(stdout)) {
      expect(
        ids.filter((id: string) => !known.has(id)),
        name,
      ).toEqual([]);
    }
    const faults = await mockCommand("--list-faults", "--format", "json");
    expect(JSON.parse(faults.stdout).length).toBeGreaterThan(100);
  });

  test("of every kind change what the mock does", async () => {
    const mock = await serve(
      ...[
        "--set",
        "locationHeader=true",
        "--set",
        "defaultPageSize=3",
        "--set",
        "v2AuthError=2023",
      ],
      ...["--set", 'reservedUserNames=["ada=x","\\"q\\""]', "--set", 'forbiddenNameCharacters=="'],
      ...["--set", 'errorStatusOverrides={"username_not_allowed":422}', "--set", "rateLimits=off"],
      ...["--set", 'plan="business-plus"', "--control"],
    );
    expect((await ask(mock, "GET", "/scim/v2/Users")).body.itemsPerPage).toBe(3);
    expect((await ask(mock, "GET", "/scim/v2/Users", undefined, "wrong")).status).toBe(400);
    expect((await ask(mock, "GET", "/control")).body.settings).toMatchObject({
      locationHeader: true,
      reservedUserNames: ["ada=x", '"q"'],
      forbiddenNameCharacters: '="',
      errorStatusOverrides: { username_not_allowed: 422 },
      rateLimits: "off",
      plan: "business-plus",
    });
    expect(await mock.stop("SIGTERM")).toBe(0);
  });

  test("change at /control while it runs, and only with --control and the token", async () => {
    const mock = await serve("--control");
    const changed = await ask(mock, "PATCH", "/control", {
      settings: { plan: "free" },
      faults: ["config-missing"],
    });
    expect(changed.body).toMatchObject({ settings: { plan: "free" }, faults: ["config-missing"] });
    const half = { settings: { plan: "gold" }, faults: [] };
    const refused = await ask(mock, "PATCH", "/control", half);
    expect(refused).toEqual({
      status: 400,
      body: { error: "setting plan: must be enterprise, business-plus or free" },
    });
    expect((await ask(mock, "GET", "/control")).body.faults).toEqual(["config-missing"]);
    expect((await ask(mock, "GET", "/control/settings")).body.length).toBeGreaterThan(70);
    expect((await ask(mock, "GET", "/control", undefined, "wrong")).status).toBe(401);
    const closed = await serve();
    expect((await ask(closed, "GET", "/control")).status).toBe(404);
  });

  test("the help says how to set them, and what /control serves", async () => {
    const { stdout } = await mockCommand("--help");
    expect(stdout).toContain("--set <NAME=VALUE>");
    for (const path of ["/control ", "/control/faults", "/control/settings", "/control/reset"]) {
      expect(stdout).toContain(path);
    }
  });
});

describe("recordings", () => {
  test("the log has one line for each request on stderr; stdout has the address only", async () => {
    const mock = await serve("--log");
    await ask(mock, "GET", "/scim/v2/Users?count=1");
    await ask(mock, "POST", "/scim/v1/Users", {});
    await ask(mock, "GET", "/scim/v2/Users/%1b%5b31m", undefined, "wrong");
    expect(await mock.stop("SIGINT")).toBe(0);
    expect(lines(mock.stderr)).toEqual([
      "GET /scim/v2/Users 200",
      "POST /scim/v1/Users 400 missing_schema_element",
      "GET /scim/v2/Users/%1b%5b31m 401 invalid_authentication",
    ]);
    expect(mock.stdout).toBe(`listening on ${mock.url}\n`);
  });

  test.each(vectors)(
    "a secret such as $secret is in no recording, in any form",
    async ({ secret, forms }) => {
      const mock = await serve("--token", secret, "--har", "secret.har", "--log");
      for (const { text } of forms) {
        const headers = { authorization: `Bearer ${secret}`, "x-said": encodeURI(text) };
        await fetch(
          `${mock.url}/scim/v2/Users/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`,
          {
            method: "PUT",
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify({ title: text, password: "open sesame" }),
          },
        );
      }
      await ask(mock, "GET", `/scim/v2/${encodeURIComponent("jane@company.com")}`);
      expect(await mock.stop("SIGTERM")).toBe(0);
      expect(recorded("secret.har")).toHaveLength(forms.length + 1);
      expect(lines(mock.stderr)).toHaveLength(forms.length + 1);
      for (const written of [readFileSync(at("secret.har"), "utf8"), mock.stderr]) {
        for (const { text } of forms) expect(written).not.toContain(text);
        expect(written).not.toMatch(/open sesame|jane|company\.com/);
      }
    },
    120_000,
  );

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends with 0 and a complete HAR", async (signal) => {
    const mock = await serve("--har", "recordings/signal.har");
    await ask(mock, "GET", "/scim/v2/Users");
    expect(await mock.stop(signal)).toBe(0);
    expect(recorded("recordings/signal.har")).toHaveLength(1);
  });

  test("a killed mock leaves a valid HAR with every request that was answered", async () => {
    const mock = await serve("--har", "killed.har", "--rate-limits", "off");
    let answered = 0;
    const client = async () => {
      for (;;) {
        await ask(mock, "GET", "/scim/v2/Users?count=20");
        answered += 1;
      }
    };
    const clients = Promise.allSettled(Array.from({ length: 8 }, client));
    await expect.poll(() => answered).toBeGreaterThan(50);
    await mock.stop("SIGKILL");
    await clients;
    expect(recorded("killed.har").length).toBeGreaterThanOrEqual(answered);
  }, 120_000);

  test("a disk that is full ends the recording with a warning: it stays valid, and the mock serves", async () => {
    const command = `ulimit -f 16; exec "${process.execPath}" "${main}" mock --har full.har`;
    const mock = await new Served("bash", ["-c", command]).listening();
    for (let count = 0; count < 10; count += 1) {
      expect((await ask(mock, "GET", "/scim/v2/Users")).status).toBe(200);
    }
    expect(await mock.stop("SIGTERM")).toBe(3);
    expect(lines(mock.stderr)).toHaveLength(1);
    expect(mock.stderr).toMatch(/^warning: the recording .*full\.har ends here: /);
    expect(recorded("full.har").length).toBeGreaterThan(0);
    expect(recorded("full.har").length).toBeLessThan(10);
  });

  test("a recording is replaced by the next one", async () => {
    mkdirSync(at("again"));
    for (const path of ["/scim/v2/Users", "/scim/v1/Groups"]) {
      const mock = await serve("--har", "again/traffic.har");
      await ask(mock, "GET", path);
      await mock.stop("SIGTERM");
      expect(recorded("again/traffic.har")).toMatchObject([
        { request: { method: "GET", url: mock.url + path }, response: { status: 200 } },
      ]);
    }
  });
});

test("users of a file are there, beside the generated ones", async () => {
  const emails = [{ value: "grace@people.example" }];
  const users = file("people.json", [{ id: "UGRACE00001", userName: "grace", emails }]);
  const mock = await serve("--users", "8", "--users-file", users);
  expect((await ask(mock, "GET", "/scim/v1/Users/UGRACE00001")).body.userName).toBe("grace");
  expect((await ask(mock, "GET", "/scim/v1/Users")).body.totalResults).toBe(9);
});
