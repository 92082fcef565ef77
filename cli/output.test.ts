import { spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { compareFiles } from "../commands/compare/state.ts";
import { ownName } from "../reports/output/own-names.ts";
import { runFiles } from "../reports/run-directory.ts";
import { command, main, type Said } from "../testing/commands/built-command.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";
import { sampleResults } from "../testing/runs/sample-run.ts";

const root = mkdtempSync(join(tmpdir(), "scim-output-"));

/** A target that counts what it is asked, and never answers. */
let server: Server;
let asked = 0;
let url: string;
beforeAll(async () => {
  server = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  asked = 0;
});

const cli = (...args: string[]) =>
  command(args, { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });

const tree = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return [name, lstatSync(path).isFile() ? readFileSync(path, "utf8") : null] as const;
    });

function project(): void {
  mkdirSync(join(folder, ".git"));
  writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "mine.json"), "{}");
  mkdirSync(join(folder, "empty"));
  symlinkSync(join(folder, "empty"), join(folder, "link"));
}

describe("a place that cannot be written: exit 2, one line, no request, nothing changed", () => {
  const run = ["run", "--no-report"];
  const compare = ["compare"];

  const wrong: [what: string, command: string[], args: string[], says: RegExp][] = [
    ["a project", run, ["--out", "."], /is not empty and not an output folder of this tool/],
    ["a project", compare, ["--out", "."], /is not empty and not an output folder of this tool/],
    ["a link", run, ["--out", "link"], /link: is a link/],
    ["a file", compare, ["--out", "mine.json"], /mine\.json: is not a folder/],
    ["the root", run, ["--out", "/"], /is the root of the file system/],
    ["nothing", run, ["--out", ""], /name of the output folder is empty/],
    ["a copy over a file", run, ["--json", "mine.json"], /--json mine\.json: exists and is not/],
    ["a copy over a file", compare, ["--json", "mine.json"], /--json mine\.json: exists/],
    ["a copy over a folder", run, ["--json", "empty"], /--json empty: is a folder/],
    ["a copy behind a link", run, ["--json", "link"], /--json link: is a link/],
    ["a copy in a file", run, ["--json", "mine.json/x"], /--json mine\.json\/x: cannot be written/],
    ["a copy over results", run, ["--json", "scim-results/results.json"], /by the run itself/],
    ["a copy over counts", compare, ["--json", "scim-compare/state.json"], /by the run itself/],
  ];
  let said: Said[];
  /** What all of them together did to the target and to the project. */
  let requests: number;
  let before: ReturnType<typeof tree>;
  let after: ReturnType<typeof tree>;
  beforeAll(async () => {
    folder = mkdtempSync(join(root, "wrong-"));
    project();
    before = tree();
    const urls = ["--v1", `${url}/v1`, "--v2", `${url}/v2`];
    const commandLines = wrong.map(([, command, args]) => [...command, ...urls, ...args]);
    const env = { ...process.env, NO_COLOR: "1" };
    said = await inOneProcess(commandLines, { cwd: folder, env });
    requests = asked;
    after = tree();
  });

  test.each(wrong)("%s, for %s", (_, command, args, says) => {
    const index = wrong.findIndex(([, of, others]) => of === command && others === args);
    const { code, stderr } = said[index] ?? { code: -1, stderr: "" };
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
    expect(requests).toBe(0);
    expect(after).toEqual(before);
  });

  test("the embedded organisation gets no request either, and the project is unchanged", async () => {
    project();
    const before = tree();
    expect((await cli("run", "--out", ".")).code).toBe(2);
    expect(tree()).toEqual(before);
  });
});

test("a second run in a folder is rejected while the first is running, and names its process", async () => {
  const args = [main, "run", "--v2", `${url}/v2`, "--out", "out"];
  const first = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
  try {
    await vi.waitUntil(() => asked > 0, { timeout: 110_000, interval: 10 });
    const before = tree();
    for (const words of [["run"], ["report", "out"]]) {
      const out = words[0] === "run" ? ["--v2", `${url}/v2`, "--out", "out"] : [];
      if (words[0] === "report") {
        writeFileSync(join(folder, "out/results.json"), JSON.stringify(sampleResults([])));
        mkdirSync(join(folder, "out/allure-results"));
      }
      const { code, stderr } = await cli(...words, ...out);
      expect(stderr).toMatch(new RegExp(`in use by process ${first.pid} on .*, since 20`));
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(code).toBe(2);
      if (words[0] === "run") expect(tree()).toEqual(before);
    }
    expect(existsSync(join(folder, "out/report"))).toBe(false);
  } finally {
    first.kill("SIGKILL");
    await new Promise((end) => first.once("exit", end));
  }
  // Killed: its lock is of no process any more.
  const { code, stderr } = await cli("run", "--v2", "http://127.0.0.1:1/scim/v2", "--out", "out");
  expect(stderr).toMatch(new RegExp(`taken over from process ${first.pid} on .*, which has ended`));
  expect(code).toBe(3);
});

test("a target that cannot be tested leaves no folder, and an earlier run unchanged", async () => {
  const args = [
    "run",
    "--v2",
    "http://127.0.0.1:1/scim/v2",
    "--out",
    "a/out",
    "--json",
    "b/x.json",
  ];
  expect((await cli(...args)).code).toBe(3);
  expect(tree()).toEqual([]);
  mkdirSync(join(folder, "a/out"), { recursive: true });
  writeFileSync(join(folder, "a/out/.slack-scim-conformance.json"), `{"format":1,"command":"run"}`);
  writeFileSync(join(folder, "a/out/results.json"), "earlier");
  const before = tree();
  expect((await cli(...args)).code).toBe(3);
  expect(tree()).toEqual(before);
});

test("a run replaces an earlier one, and reports what it leaves alone", async () => {
  const args = ["run", "--area", "authentication", "--no-report", "--seed", "1"];
  expect((await cli(...args)).code).toBe(0);
  const out = join(folder, "scim-results");
  writeFileSync(join(out, "notes.txt"), "mine");
  mkdirSync(join(out, "report"));
  writeFileSync(join(out, "report/index.html"), "old");
  mkdirSync(join(out, "history"), { recursive: true });
  writeFileSync(join(out, "history/a.jsonl"), "{}");
  const { code, stderr } = await cli(...args);
  expect(code).toBe(0);
  expect(stderr).toMatch(/scim-results: not written by this tool, left alone: notes\.txt$/m);
  expect(existsSync(join(out, "report"))).toBe(false);
  expect(readFileSync(join(out, "history/a.jsonl"), "utf8")).toBe("{}");
  // Nothing on stdout but the summary; a line at the beginning and one at the end.
  expect(stderr).toMatch(/^checking SCIM 1\.1 and 2\.0…$/m);
  expect(stderr).toMatch(
    /^checking SCIM 1\.1 and 2\.0: (\d+) of \1, 0 findings, ended after \d+ s$/m,
  );
});

test("a report is written into a folder of this tool only", async () => {
  writeFileSync(join(folder, "results.json"), JSON.stringify(sampleResults([])));
  mkdirSync(join(folder, "allure-results"));
  mkdirSync(join(folder, "report"));
  writeFileSync(join(folder, "report/mine"), "");
  writeFileSync(join(folder, "package.json"), "{}");
  const before = tree();
  const { code, stderr } = await cli("report", ".");
  expect(stderr).toMatch(/not an output folder of this tool/);
  expect(code).toBe(2);
  expect(tree()).toEqual(before);
});

test("a run or comparison may remove every file that it writes", () => {
  for (const path of Object.values(runFiles("x"))) {
    expect(ownName("run", basename(path)), path).toBeDefined();
  }
  const { directory: _, ...files } = compareFiles("x");
  for (const path of [...Object.values(files), `${files.state}.new`]) {
    expect(ownName("compare", basename(path)), path).toBeDefined();
  }
});
