import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startMock } from "../mock/index.ts";
import { violations } from "../schemas/index.ts";
import { canaryIds } from "../suites/canary.ts";
import { command } from "../testing/commands/built-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-canary-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, NO_COLOR: "1" };
const cli = (...args: string[]) => command(["run", "--canary", ...args], { cwd: folder, env });

const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

test("an organisation that keeps Slack's limits passes the twelve rules, with one user", async () => {
  const mock = await startMock({ rateLimits: "real" });
  const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
  const { code, stdout, stderr } = await cli(...urls, "--no-report", "--json", "canary.json");
  await mock.close();
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toContain("No finding in 24 checks of the selected rules");
  const results = json("canary.json");
  expect(violations("suite/results", results)).toEqual([]);
  expect(results.selection).toEqual({ areas: [], requirements: canaryIds });
  expect(results.created).toEqual({ users: 1, groups: 2 });
  expect(results.leftBehind).toEqual([]);
  const ids: string[] = results.checks.map(({ id }: { id: string }) => id);
  expect([...new Set(ids)].sort()).toEqual([...canaryIds].sort());
});

test("a dry run plans the twelve rules and their changes of users", async () => {
  const { code, stdout } = await cli("--dry-run", "--json", "plan.json");
  expect(code).toBe(0);
  expect(stdout).toContain("at most 1 user and 2 groups");
  const plan = json("plan.json");
  expect(violations("suite/plan", plan)).toEqual([]);
  expect(plan.checks).toHaveLength(24);
  expect(plan.userChanges.create).toBe(1);
  expect(plan.userChanges.total).toBeLessThan(50);
  expect(plan.leastMs).toBeLessThan(45_000);
});

test.each([
  [["--area", "users"], /--canary contradicts --area/],
  [["--requirement", "SLACK-PUT-17"], /--canary contradicts --requirement/],
  [["--profile", "rfc"], /--canary contradicts profile rfc/],
])("%j is rejected before the first request", async (args, says) => {
  const { code, stderr } = await cli(...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
});
