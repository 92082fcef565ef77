import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { type CheckResult, violations } from "../schemas/index.ts";
import { command, main, type Said } from "../testing/commands/built-command.ts";
import { sampleResults } from "../testing/runs/sample-run.ts";
import { tamperWith } from "../testing/tampering/tampering.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-said-"));
const inFolder = (name: string) => readFileSync(join(folder, name), "utf8");

let mock: Mock;
let urls: string[];
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function execute(program: string, args: readonly string[], env = {}): Promise<Said> {
  return new Promise((done) => {
    const options = { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...env } };
    execFile(program, args, options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
const cli = (args: readonly string[], env = {}) =>
  command(args, { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...env } });

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

describe("a run that ends at its first finding", () => {
  let said: Said;
  beforeAll(async () => {
    mock.setFaults(["user-create-answers-200"]);
    const flags = ["--fail-fast", "--verbose", "--no-report", "--seed", "1", "--out", "first"];
    said = await cli(["run", ...urls, "--area", "users", ...flags]);
  });
  afterAll(() => mock.setFaults([]));

  test("exits with 1, cleans up, and says why it stopped", () => {
    expect(said.code).toBe(1);
    const results = JSON.parse(inFolder("first/results.json"));
    expect(violations("suite/results", results)).toEqual([]);
    expect(results.stopped.why).toMatch(/is a finding \(--fail-fast\)$/);
    const codes = results.checks.map(({ reason }: CheckResult) => reason?.code);
    expect(codes.filter((code: unknown) => code === "stopped").length).toBeGreaterThan(20);
    expect(results.summary).toMatchObject({ error: 0 });
    expect(results.summary.fail).toBeGreaterThan(0);
    expect(results.leftBehind).toEqual([]);
    expect(said.stderr).toMatch(/^stopped: .* checks ran$/m);
  });

  test("the last lines name the finding and where to read on", () => {
    const last = lines(said.stdout);
    expect(last.at(-1)).toBe("Results  first/results.json");
    expect(last.filter((line) => /^fail +SCIM\d\d-/.test(line)).length).toBeGreaterThan(0);
    expect(said.stdout).toMatch(/^\d+ breaking, \d+ silent, \d+ new, 0 fixed$/m);
  });

  test("--verbose shows every exchange in one line, without secrets", () => {
    const exchange =
      /^(?:(preflight|clean-up)\/)?([12]\.\d\/\d+) ([A-Z]+) (\/\S*.*) (\d{3}) \d+ ms$/;
    const shown = lines(said.stderr).flatMap((line) => {
      const [, phase, id] = exchange.exec(line) ?? [];
      return id === undefined ? [] : [phase === undefined ? id : `${phase}/${id}`];
    });
    expect(new Set(shown).size).toBe(shown.length);
    const recorded = lines(inFolder("first/exchanges.jsonl")).map((line) => JSON.parse(line).id);
    expect(shown.filter((id) => !id.includes("-") && !id.startsWith("preflight")).sort()).toEqual(
      recorded.sort(),
    );
    expect(shown).toEqual(expect.arrayContaining(["preflight/1.1/1", "preflight/2.0/1"]));
    expect(shown.filter((id) => id.startsWith("clean-up/")).length).toBeGreaterThan(1);
    expect(said.stderr).not.toContain(mock.token);
  });

  test("pasted into a shell, the steps to reproduce find it again", async () => {
    const texts = readdirSync(join(folder, "first/allure-results"))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => inFolder(`first/allure-results/${name}`));
    const steps = texts.find((text) => text.startsWith("# This requirement alone")) ?? "";
    const [, id = ""] = /--requirement (\S+)/.exec(steps) ?? [];
    // The package is not installed here: `npx` runs the built command.
    const npx = `npx() { shift; "${process.execPath}" "${main}" "$@"; }`;
    const [rerun = ""] = lines(steps).filter((line) => line.startsWith("npx "));
    const { code, stdout } = await execute("sh", ["-c", `${npx}\n${rerun}`]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^fail +${id.replaceAll(".", "\\.")} `, "m"));
    expect(JSON.parse(inFolder("scim-rerun/results.json"))).toMatchObject({ seed: 1 });
  });
});

test("--quiet prints only the last lines, and --open opens the page that they name", async () => {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  const opener = join(programs, process.platform === "darwin" ? "open" : "xdg-open");
  writeFileSync(opener, `#!/bin/sh\nprintf %s "$1" > "${folder}/opened"\n`);
  chmodSync(opener, 0o755);
  const { code, stdout, stderr } = await cli(
    ["run", ...urls, "--area", "authentication", "--quiet", "--open", "--out", "quiet"],
    { PATH: `${programs}:${process.env.PATH}` },
  );
  expect(code).toBe(0);
  // The only line that silence would make dangerous.
  expect(stderr).toMatch(/^(?:if this is interrupted, run: [^\n]+\n)?$/);
  expect(lines(stdout)).toEqual([
    "No finding in 15 checks of the selected rules; no difference was probed.",
    "0 breaking, 0 silent, 0 new, 0 fixed",
    "No earlier run of this target in this folder.",
    "Summary  quiet/report/index.html",
  ]);
  await vi.waitUntil(() => existsSync(join(folder, "opened")), { timeout: 110_000 });
  expect(inFolder("opened")).toBe(join(folder, "quiet/report/index.html"));
  expect(existsSync(inFolder("opened"))).toBe(true);
});

describe("a dry run", () => {
  const dry = ["run", "--dry-run"];

  test("sends the reads of the preflight alone, and writes only the plan", async () => {
    const asked: string[] = [];
    const front = await tamperWith(`${mock.url}/scim`, {
      request: ({ method, path }) => {
        asked.push(`${method} ${path}`);
      },
    });
    writeFileSync(join(folder, "plan.json"), `{"tool":"slack-scim-conformance","planVersion":1}`);
    const before = readdirSync(folder).sort();
    const target = ["--v1", `${front.url}/v1`, "--v2", `${front.url}/v2`];
    const { code, stdout, stderr } = await cli([...dry, ...target, "--json", "plan.json"]);
    await front.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(asked.sort()).toEqual(["GET /v1/Users?count=1", "GET /v2/Users?count=1"]);
    expect(readdirSync(folder).sort()).toEqual(before);
    const plan = JSON.parse(inFolder("plan.json"));
    expect(violations("suite/plan", plan)).toEqual([]);
    expect(stdout).toMatch(/^Creates +at most 1,000 users and 1,000 groups /m);
    expect(stdout).toContain(`about ${plan.requests.total.toLocaleString("en")} requests`);
    expect(stdout).toMatch(/^Takes +at least \d+ min at Slack's rate limits/m);
    expect(stdout).toMatch(/^ +\d+ checks, not-offered: the provider does not support sort$/m);
  });

  test("of the embedded organisation is possible too, and of some areas", async () => {
    const { code } = await cli([...dry, "--area", "put", "--json", "put.json"]);
    expect(code).toBe(0);
    const { checks, embedded } = JSON.parse(inFolder("put.json"));
    expect(embedded).toBe(true);
    expect(new Set(checks.map(({ area }: CheckResult) => area))).toEqual(new Set(["put"]));
  });

  test.each<[string, string[], RegExp, number]>([
    ["a copy of results", ["--json", "copy.json"], /--json copy\.json: exists and is not/, 2],
    ["a folder that is not ours", ["--out", "."], /not an output folder of this tool/, 2],
    ["a plan in a folder that is not created", ["--json", "scim-results/p"], /output folder/, 2],
    ["a target that is gone", ["--v2", "http://127.0.0.1:1/s", "--json", "new/p"], /connect/, 3],
  ])("%s stays as it is: one line", async (_, args, says, expected) => {
    writeFileSync(join(folder, "copy.json"), JSON.stringify(sampleResults([])));
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = await cli([...dry, ...args]);
    expect(stderr).toMatch(says);
    expect({ code, stdout, lines: lines(stderr).length }).toEqual({
      ...{ code: expected, stdout: "", lines: 1 },
    });
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(inFolder("copy.json")).toContain("resultsVersion");
  });
});
