import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { verifyForm } from "../commands/migrate/verify/verifier.ts";
import { type Migration, violations } from "../schemas/index.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";
import { Organisations } from "../testing/migrate/organisations.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const warm = new WarmCommand();
afterAll(() => warm.close());

const core = "urn:scim:schemas:core:1.0";
const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** Calls the command with a recording of these requests. */
async function migrate(requests: readonly object[], ...args: string[]) {
  const lines = requests.map((one) => `${JSON.stringify(one)}\n`).join("");
  writeFileSync(join(folder, "traffic.jsonl"), lines);
  const said = await warm.run(["migrate", "traffic.jsonl", "--out", "out", ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const read = (name: string) => readFileSync(join(folder, "out", name), "utf8");
  return { ...said, read, migration: (): Migration => JSON.parse(read("migration.json")) };
}

const title = {
  method: "PATCH",
  url: "/scim/v1/Users/U0001",
  body: { schemas: [core], title: "Lead" },
  status: 200,
};

test("the examples leave the same state in both versions", async () => {
  const file = new URL("../commands/migrate/fixtures/examples.json", import.meta.url);
  const examples: { v1: { method: string; path: string; body?: unknown; headers?: unknown } }[] =
    JSON.parse(readFileSync(file, "utf8"));
  const requests = examples.map(({ v1: { path, ...rest } }) => ({ ...rest, url: path }));
  const { migration, stdout } = await migrate(requests, "--verify");
  const result = migration();
  expect(violations("suite/migration", result)).toEqual([]);
  const certain = result.forms.filter(({ status }) => status === "same" || status === "rewritten");
  expect(certain.filter(({ verified }) => verified?.outcome === "other")).toEqual([]);
  const same = result.forms.filter(({ verified }) => verified?.outcome === "same").length;
  expect(same).toBeGreaterThan(result.forms.length / 2);
  expect(stdout).toContain(`${same} of ${result.forms.length} forms leave the same state`);
});

test("the result is in every output", async () => {
  const { code, read, migration } = await migrate([title], "--verify");
  expect(code).toBe(0);
  expect(migration().verification).toEqual({ settings: {} });
  expect(migration().forms[0]?.verified).toMatchObject({ outcome: "same" });
  for (const name of ["migration.md", "index.html"]) {
    expect(read(name)).toContain("the same state");
  }
});

test("--set changes an outcome", async () => {
  const { migration } = await migrate([title], "--verify", "--set", "plan=free");
  expect(migration().verification).toEqual({ settings: { plan: "free" } });
  const [form] = migration().forms;
  expect(form?.verified?.outcome).toBe("both-rejected");
  expect(form?.verified?.replays[0]?.why).toMatch(/plus_teams_only.*plus_teams_only/);
});

test("an outcome that depends on a reading of Slack is shown by --set", async () => {
  const cleared = { ...title, body: { schemas: [core], title: null, userType: "staff" } };
  const usual = await migrate([cleared], "--verify");
  expect(usual.migration().forms[0]?.verified).toMatchObject({ outcome: "same" });
  const other = await migrate([cleared], "--verify", "--set", "v1NullValues=clear");
  expect(other.migration().forms[0]?.verified).toMatchObject({
    outcome: "other",
    replays: [
      { outcome: "other", differing: [{ attribute: "title", v2: "Title before" }] },
      { outcome: "same" },
    ],
  });
  expect(other.stdout).toContain("0 of 1 form leave the same state; 1 another");
  expect(other.code).toBe(1);
});

test("a filter that one version ignores is seen in the answer", async () => {
  const search = { method: "GET", url: "/scim/v1/Users?filter=userName%20eq%20ada" };
  const usual = await migrate([search], "--verify");
  expect(usual.code).toBe(0);
  expect(usual.stdout).toContain("(1 of them read: the same answer)");
  const other = await migrate([search], "--verify", "--set", "v2Filter=off");
  expect(other.code).toBe(1);
  expect(other.migration().forms[0]?.verified?.replays[0]).toMatchObject({
    outcome: "other",
    differing: [
      { resource: "answer", attribute: "ids" },
      { attribute: "totalResults", v1: "1" },
      {},
    ],
  });
  expect(other.stdout).toContain("v2Filter=off; the usual ones for the rest");
  expect(other.stdout).toMatch(/The replay contradicts\n.*userName eq\n +another answer/);
  for (const name of ["migration.md", "index.html"]) {
    expect(other.read(name)).toContain("another answer");
    expect(other.read(name)).toMatch(/v2Filter\\?=off/);
  }
});

test("what both versions reject, and what only 2.0 carries out, is not called the same", async () => {
  const rejected = { ...title, body: { schemas: [core], name: "Ada" }, status: 400 };
  const override = {
    ...{ method: "POST", url: "/scim/v1/Users/U1", status: 405 },
    ...{ headers: { "x-http-method-override": "PATCH" }, body: { schemas: [core], active: false } },
  };
  const { migration, read, stdout } = await migrate([rejected, override], "--verify");
  const { forms } = migration();
  expect(forms.map(({ status }) => status)).toEqual(["never-worked", "never-worked"]);
  const outcomes = forms.map(({ verified }) => verified?.outcome);
  expect(outcomes.sort()).toEqual(["both-rejected", "only-2.0"]);
  expect(stdout).toContain(
    "0 of 2 forms leave the same state; 1 only 2.0 carries out; 1 both reject",
  );
  for (const name of ["migration.md", "index.html"]) {
    expect(read(name)).toContain("1.1 answers 405 (method_not_allowed), 2.0 200");
    expect(read(name)).toContain("nothing is shown of the effect");
  }
});

test.each([
  [["--verify", "--set", "plam=free"], "no such setting; nearest: plan"],
  [["--verify", "--set", "v2Filter=of"], "must be full, eq-only or off"],
  [["--verify", "--set", "v2Filter"], "must have the form NAME=VALUE"],
  [["--verify", "--set", "maxPageSize=5", "--set", "maxPageSize=6"], "given twice"],
  [["--verify", "--set", "maxPageSize=many"], "must be"],
  [["--set", "maxPageSize=5"], "is for --verify"],
])("usage: %j", async (args, message) => {
  const { code, stderr } = await migrate([title], ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

describe("one form", () => {
  let both: Organisations;
  beforeAll(async () => {
    both = await Organisations.start();
  });
  afterAll(() => both.close());
  const example = { method: "PATCH", path: "/scim/v1/Users/U1", body: title.body };
  const replaced = (path: string, value: string) => ({
    method: "PATCH",
    path: "/scim/v2/Users/U1",
    body: { schemas: [patchOp], Operations: [{ op: "replace", path, value }] },
  });

  test("a wrong translation leaves another state, told by attribute", async () => {
    const right = { form: "", example, v2: [replaced("title", "Lead")] };
    expect(await verifyForm(both, right)).toMatchObject({ outcome: "same" });
    const wrong = { form: "", example, v2: [replaced("userType", "Lead")] };
    const { outcome, replays } = await verifyForm(both, wrong);
    expect(outcome).toBe("other");
    expect(replays[0]?.differing?.map(({ attribute }) => attribute)).toEqual(
      expect.arrayContaining(["title", "userType"]),
    );
  });

  test("a path cannot lead to another host", async () => {
    let visits = 0;
    const trap = createServer((_, response) => {
      visits += 1;
      response.end("{}");
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void trap.close());
    const address = trap.address();
    const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const paths = [
      ...[`@${host}/scim/v1/Users`, `//${host}/Users`, `http://${host}/scim/v1/Users`],
      ...["", ".evil.example/", "/scim/v1/Users/../../..", "/scim/v1/Users/%2e%2e/%2E%2e", "/\\\\"],
      ...[
        `/scim/v1/Users?filter=http://${host}`,
        "/scim/v1/Users\r\nHost: x\r\n\r\nGET /",
        "/\u0000\u{1f600}",
      ],
    ];
    for (const path of paths) {
      const request = { method: "GET", path };
      const { outcome, replays } = await verifyForm(both, {
        ...{ form: "", example: request },
        v2: [request],
      });
      expect(["same", "both-rejected"]).toContain(outcome);
      expect(replays[0]?.statuses?.v1).toBeLessThan(500);
    }
    expect(visits).toBe(0);
  });
});
