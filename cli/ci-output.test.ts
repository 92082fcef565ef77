import {
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
import { parse as junit2json } from "junit2json";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import type { Said } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";

const root = mkdtempSync(join(tmpdir(), "scim-ci-"));

const warm = new WarmCommand();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  mock.setFaults(["user-create-answers-200"]);
});
afterAll(async () => {
  await warm.close();
  await mock.close();
  rmSync(root, { recursive: true, force: true });
});

let folder: string;
let summary: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  summary = join(folder, "summary.md");
  writeFileSync(summary, "# An earlier step\n");
});
const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** What the runner of GitHub sets. */
const github = () => ({ CI: "true", GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary });
const outside = { CI: "", GITHUB_ACTIONS: "", GITHUB_STEP_SUMMARY: "" };

function cli(args: readonly string[], env: Record<string, string> = outside): Promise<Said> {
  const environment = { ...process.env, ...outside, NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token };
  return warm.run(args, { cwd: folder, env: { ...environment, ...env } });
}

/** A short run with one rule that fails in both versions, against a target of a given name. */
function run(flags: readonly string[], env?: Record<string, string>, name = "sandbox") {
  const versions = Object.fromEntries(
    (["1.1", "2.0"] as const).map((version) => [
      version,
      { baseUrl: `${mock.url}/scim/v${version[0]}` },
    ]),
  );
  const target = { name, profile: "slack", versions };
  writeFileSync(join(folder, "target.json"), JSON.stringify(target));
  const rule = ["--requirement", "SCIM11-API-3.1-01", "SCIM20-7644-3.3-04"];
  const common = ["--target", "target.json", "--no-report", "--seed", "1"];
  return cli(["run", ...common, ...rule, ...flags], env);
}

/** What the runner of GitHub takes for a command: it ignores white space before it. */
const commands = (text: string) => text.split(/[\r\n]/).filter((line) => /^\s*::|##\[/.test(line));

test("JUnit and CTRF of a run have its findings; a second run overwrites them", async () => {
  const flags = ["--junit", "ci/junit.xml", "--ctrf", "ci/ctrf.json"];
  for (const out of ["one", "two"]) {
    const { code, stderr } = await run([...flags, "--out", out]);
    expect(code, stderr).toBe(1);
  }
  expect(readdirSync(join(folder, "ci")).sort()).toEqual(["ctrf.json", "junit.xml"]);
  const suites = await junit2json(read("ci/junit.xml"));
  if (!suites || !("testsuite" in suites)) throw new Error("no suites");
  expect(suites.failures).toBe(2);
  const failing = suites.testsuite?.flatMap(({ testcase = [] }) => testcase);
  expect(failing?.find(({ name }) => name?.startsWith("SCIM20-7644-3.3-04"))).toMatchObject({
    classname: "scim-2.0.users",
    failure: [{ message: expect.stringContaining("200") }],
  });
  const { results } = JSON.parse(read("ci/ctrf.json"));
  expect(results.summary.failed).toBe(2);
  expect(results.summary.start).toBe(Date.parse(JSON.parse(read("two/results.json")).startedAt));
});

test("in GitHub Actions, a run adds to the job summary and annotates its findings", async () => {
  const { code, stdout } = await run([], github());
  expect(code).toBe(1);
  const text = readFileSync(summary, "utf8");
  expect(text).toMatch(/^# An earlier step\n# SCIM conformance: sandbox\n/);
  expect(text).toContain("## Findings (2)");
  expect(text).toContain("SCIM20-7644-3.3-04");
  expect(commands(stdout)).toEqual([
    expect.stringMatching(/^::error title=SCIM11-API-3\.1-01 \[1\.1\] [^:]*::.*200/),
    expect.stringMatching(/^::error title=SCIM20-7644-3\.3-04 \[2\.0\] [^:]*::.*200/),
  ]);
  // The path is still the last line.
  expect(stdout.trim().split("\n").at(-1)).toMatch(/results\.json$/);
});

test("--github off stops both; --github on asks for them elsewhere; neither, and there is nothing", async () => {
  for (const [flags, env, isOn] of [
    [["--github", "off"], github(), false],
    [["--github", "on", "--quiet"], { GITHUB_STEP_SUMMARY: summary }, true],
    [[], { GITHUB_STEP_SUMMARY: summary }, false],
  ] as const) {
    writeFileSync(summary, "");
    const { code, stdout } = await run(flags, env);
    expect(code).toBe(1);
    expect(commands(stdout)).toHaveLength(isOn ? 2 : 0);
    expect(readFileSync(summary, "utf8") !== "").toBe(isOn);
  }
});

test("a summary that cannot be written is a notice, and the exit code stays", async () => {
  const link = join(folder, "link.md");
  symlinkSync(summary, link);
  const full = join(folder, "full.md");
  writeFileSync(full, "x".repeat(1024 * 1024 - 100));
  for (const [file, why] of [
    [folder, /no job summary: .* is not a regular file/],
    [join(folder, "none/summary.md"), /no job summary: .* cannot be written \(ENOENT\)/],
    [full, /no job summary: .* would become larger than 1 MiB/],
    [link, /no job summary: .* is not a regular file/],
  ] as const) {
    const { code, stdout, stderr } = await run([], { ...github(), GITHUB_STEP_SUMMARY: file });
    expect(code).toBe(1);
    expect(stderr).toMatch(why);
    expect(commands(stdout)).toHaveLength(2);
  }
  expect(readFileSync(full, "utf8")).toHaveLength(1024 * 1024 - 100);
});

test("text of a target is no command of GitHub Actions, wherever it is printed", async () => {
  const name = "::error::mine\n::stop-commands::x\r\n  ::add-mask::a ##[error]b";
  for (const flags of [["--verbose"], ["--github", "off"]]) {
    const { code, stdout, stderr } = await run(flags, github(), name);
    expect(code, stderr).toBe(1);
    expect(stdout).toContain("mine");
    const ours = commands(stdout).filter((line) => line.startsWith("::error title=SCIM"));
    expect(commands(stdout)).toEqual(ours);
    expect(commands(stderr)).toEqual([]);
  }
});

describe("a path that cannot be used", () => {
  test("is rejected before the first request", async () => {
    writeFileSync(join(folder, "essay.xml"), "Once upon a time");
    writeFileSync(join(folder, "other.xml"), '<?xml version="1.0"?>\n<testsuites name="vitest"/>');
    symlinkSync(join(folder, "nowhere"), join(folder, "link.xml"));
    mkdirSync(join(folder, "folder"));
    const url = ["run", "--v2", "http://127.0.0.1:1/scim/v2"];
    const lines = [
      [["--junit", "essay.xml"], /--junit essay\.xml: exists and is not a JUnit file written by/],
      [["--junit", "other.xml"], /--junit other\.xml: exists and is not a JUnit file/],
      [["--ctrf", "other.xml"], /--ctrf other\.xml: exists and is not a CTRF file/],
      [["--junit", "link.xml"], /--junit link\.xml: is a link/],
      [["--ctrf", "folder"], /--ctrf folder: is a folder/],
      [["--junit", "/dev/null"], /--junit \/dev\/null: is not a regular file/],
      [["--junit", "a.xml", "--ctrf", "a.xml"], /--ctrf a\.xml: is also the file of --junit/],
      [["--junit", "scim-results/results.json"], /is written by the run itself/],
      [["--dry-run", "--junit", "essay.xml"], /--junit essay\.xml: exists and is not/],
      [["--github", "maybe"], /--github .*maybe/],
    ] as const;
    for (const [flags, says] of lines) {
      const { code, stderr } = await cli([...url, ...flags]);
      expect(code, flags.join(" ")).toBe(2);
      expect(stderr).toMatch(says);
    }
    expect(existsSync(join(folder, "a.xml"))).toBe(false);
  });

  test("a dry run writes neither, and leaves no folder behind", async () => {
    const { code } = await run(["--dry-run", "--junit", "new/junit.xml", "--ctrf", "c.json"]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, "new"))).toBe(false);
    expect(existsSync(join(folder, "c.json"))).toBe(false);
  });
});

test("the configuration file names the files; report writes them of a finished run", async () => {
  const config = { junit: "junit.xml", ctrf: "ctrf.json" };
  writeFileSync(join(folder, "scim-conformance.json"), JSON.stringify(config));
  const { stderr } = await cli(["run", "--area", "authentication", "--seed", "1"]);
  expect(stderr).toContain("junit junit.xml, ctrf ctrf.json");
  const [junit, ctrf] = [read("junit.xml"), read("ctrf.json")];
  const report = await cli(["report", "--junit", "again.xml", "--ctrf", "again.json"]);
  expect(report.code, report.stderr).toBe(0);
  expect(read("again.xml")).toBe(junit);
  expect(read("again.json")).toBe(ctrf);
  const essay = await cli(["report", "--junit", "scim-conformance.json"]);
  expect(essay.code).toBe(2);
});
