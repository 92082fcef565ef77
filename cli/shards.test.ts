import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startMock } from "../mock/index.ts";
import { isFindingOfCheck, type Plan, type Results, violations } from "../schemas/index.ts";
import { command } from "../testing/commands/built-command.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-shards-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { cwd: folder, env: { ...process.env, NO_COLOR: "1" } };
const run = (...args: string[]) => command(["run", ...args], options);
const text = (name: string) => readFileSync(join(folder, name), "utf8");

test("a shard that does not exist is rejected before the first request", async () => {
  const wrong: [given: string[], says: RegExp][] = [
    ...["0/3", "4/3", "x/y", "3", "1/0", "0/0", "-1/3", "1/3/3", "1.5/3", "", "1/1001", " 1/3"].map(
      (shard): [string[], RegExp] => [[`--shard=${shard}`], /--shard/],
    ),
    [["--shard", "1/3", "--canary"], /--canary contradicts --shard/],
  ];
  const said = await inOneProcess(
    wrong.map(([given]) => ["run", ...given]),
    options,
  );
  for (const [index, [given, says]] of wrong.entries()) {
    expect(said[index]?.code, given.join(" ")).toBe(2);
    expect(said[index]?.stderr, given.join(" ")).toMatch(says);
  }
});

test("help says that shards of one organisation are no faster", async () => {
  expect((await run("--help")).stdout).toMatch(/no faster on one organisation/);
});

test("the plans of all shards are the plan of the whole, with its budget", async () => {
  const mock = await startMock();
  const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
  const limits = ["--max-users", "40", "--cases", "3"];
  const planned = async (...more: string[]): Promise<Plan> => {
    const { code, stderr } = await run(
      ...[...urls, ...limits, "--dry-run", "--json", "plan.json", ...more],
    );
    expect(code, stderr).toBe(0);
    const plan = JSON.parse(text("plan.json"));
    expect(violations("suite/plan", plan)).toEqual([]);
    return plan;
  };
  const whole = await planned();
  const parts = [];
  for (const index of [1, 2, 3]) parts.push(await planned("--shard", `${index}/3`));
  const tooFew = await run(...urls, "--max-users", "2", "--shard", "3/3", "--dry-run");
  await mock.close();
  const namesOf = ({ checks, differences }: Plan) => [
    ...checks.map(({ id, version }) => `${id} ${version}`),
    ...differences.map(({ id }) => id),
  ];
  expect(parts.flatMap(namesOf).sort()).toEqual(namesOf(whole).sort());
  expect(parts.map(({ creates }) => creates.users)).toEqual([14, 13, 13]);
  expect(parts.map(({ shard }) => shard)).toEqual([1, 2, 3].map((index) => ({ index, count: 3 })));
  // A third of the requests at a third of the limits.
  for (const { leastMs, requests } of parts) {
    expect(requests.total).toBeLessThan(whole.requests.total / 2);
    expect(leastMs).toBeGreaterThan(whole.leastMs / 2);
    expect(leastMs).toBeLessThan(whole.leastMs * 2);
  }
  expect(tooFew.code).toBe(2);
  expect(tooFew.stderr).toMatch(/--shard 3\/3: 2 users are too few for 3 shards/);
}, 120_000);

test("two shards at once in one organisation that keeps Slack's limits cause no false finding", async () => {
  let limited = 0;
  const others = "startIndex=99";
  const mock = await startMock({
    rateLimits: "real",
    log: (line) => {
      if (line.includes(" 429 ") && !line.includes(others)) limited += 1;
    },
  });
  const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
  const args = [...urls, "--area", "pagination", "delete", "--seed", "5", "--cases", "1"];
  const shards = ["1/2", "2/2"];
  const outs = ["first", "second"];
  // Another app takes all that may be read: the shards meet the limit however slow the machine is.
  let isEnded = false;
  const headers = { authorization: `Bearer ${mock.token}` };
  const anotherApp = async () => {
    while (limited === 0 && !isEnded) {
      const answer = await fetch(`${mock.url}/scim/v1/Users?${others}`, { headers });
      await answer.arrayBuffer();
    }
  };
  const ended = anotherApp();
  const said = await Promise.all(
    shards.map((shard, at) =>
      run(...args, "--shard", shard, "--out", outs[at] ?? "", "--no-report"),
    ),
  );
  isEnded = true;
  await ended;
  await mock.close();
  for (const { code, stdout, stderr } of said) expect(code, stdout + stderr).toBe(0);
  expect(limited).toBeGreaterThan(0);
  const results: Results[] = outs.map((out) => JSON.parse(text(`${out}/results.json`)));
  for (const { checks, leftBehind } of results) {
    const accused = checks.filter(
      (check) => check.verdict === "error" || isFindingOfCheck(check, true),
    );
    expect(accused).toEqual([]);
    expect(leftBehind).toEqual([]);
  }
}, 400_000);
