import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { type CatalogueRequirement, type CheckResult, violations } from "../schemas/index.ts";
import type { Expectation, Observation } from "../suites/expectation.ts";
import type { Clause } from "../suites/requirement.ts";
import { judge } from "../suites/verdict.ts";
import { command, main, type Said } from "../testing/commands/built-command.ts";
import { type ReadmeRun, readmeRun } from "../testing/documents/readme-run.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user would, in its own folder. */
function cli(args: string[], env: Record<string, string> = {}): Promise<Said> {
  const { SLACK_SCIM_TOKEN: _, ...rest } = process.env;
  return command(args, { cwd: folder, env: { ...rest, NO_COLOR: "1", ...env } });
}

/** Runs a line in bash, which fails where any part of a pipe fails. */
function shell(line: string): Promise<Said> {
  return new Promise((resolve) => {
    execFile("bash", ["-o", "pipefail", "-c", line], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    });
  });
}

interface Judged {
  id: string;
  verdict: CheckResult["verdict"];
  /** The verdict by what the folder of the run says. */
  again: CheckResult["verdict"];
}

/** Judges what a check observed once more, by the requirement in catalogue.json alone. */
function judgedAgain(check: CheckResult, used: readonly CatalogueRequirement[]): Judged[] {
  const { id, version, verdict, observation, notObserved } = check;
  const isOf = ({ versions }: CatalogueRequirement) => versions[version]?.id === id;
  const requirement = used.find(isOf);
  const clause = requirement?.versions[version];
  if (!requirement || !clause || observation === undefined) return [];
  const again = judge(
    "slack",
    clause as Clause,
    requirement.expect as Expectation,
    observation as Observation,
    notObserved,
  );
  return [{ id, verdict, again: again.verdict }];
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

describe("a target that cannot be tested: exit 3, one line, and no finding", () => {
  const servers: Server[] = [];
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ rateLimits: "off" });
  });
  afterAll(async () => {
    await mock.close();
    for (const server of servers) server.close();
  });

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`;
  }

  async function untestable(url: string, says: RegExp, env: Record<string, string> = {}) {
    const out = join(folder, "untestable");
    const { code, stdout, stderr } = await cli(["run", "--v2", url, "--out", out], env);
    expect(stderr).toMatch(says);
    expect(code).toBe(3);
    expect(lines(stderr)).toHaveLength(1);
    expect(stdout).toBe("");
    expect(existsSync(join(out, "results.json"))).toBe(false);
  }

  test("a closed port", () => untestable("http://127.0.0.1:1/scim/v2", /cannot connect/));

  test("a target that answers HTML", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
    });
    await untestable(url, /text\/html/);
  });

  test("a wrong path", () => untestable(`${mock.url}/nothing/here`, /no SCIM service here/));

  test("a wrong token", () =>
    untestable(`${mock.url}/scim/v2`, /token is rejected/, { SLACK_SCIM_TOKEN: "xoxp-wrong" }));

  test("a redirect", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: "https://login.example/" }).end();
    });
    await untestable(url, /redirects/);
  });
});

describe("a run", () => {
  let mock: Mock;
  /** A run of both versions by their URLs, with a report. */
  let two: ReadmeRun;
  beforeAll(async () => {
    mock = await startMock({ rateLimits: "off" });
    two = await readmeRun();
  }, 180_000);
  afterAll(() => mock.close());

  const ofTwo = (file: string) => readFileSync(join(two.folder, file), "utf8");
  const results = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));

  test("against two URLs: no finding, and results as in the contract", () => {
    expect(two.output).toContain("0 fail");
    expect(two.code).toBe(0);
    const found = JSON.parse(ofTwo("results.json"));
    expect(violations("suite/results", found)).toEqual([]);
    expect(found.versions).toEqual(["1.1", "2.0"]);
    expect(existsSync(join(two.folder, "report/index.html"))).toBe(true);
  });

  test("catalogue.json holds what the results name, and enough to judge each observation again", () => {
    const { checks, differences } = JSON.parse(ofTwo("results.json"));
    const used = JSON.parse(ofTwo("catalogue.json"));
    expect(violations("suite/catalogue", used)).toEqual([]);
    const clauses = used.requirements.flatMap(({ versions }: CatalogueRequirement) =>
      Object.entries(versions).map(([version, { id }]) => `${version} ${id}`),
    );
    const checked = checks.map(({ version, id }: CheckResult) => `${version} ${id}`);
    expect(checked.filter((one: string) => !clauses.includes(one))).toEqual([]);
    const judged = checks.flatMap((check: CheckResult) => judgedAgain(check, used.requirements));
    expect(judged.length).toBeGreaterThan(700);
    expect(judged.filter(({ again, verdict }: Judged) => again !== verdict)).toEqual([]);
    const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(idsOf(used.differences)).toEqual(idsOf(differences));
  });

  test("against one URL only, without a report", async () => {
    const { code } = await cli([
      "run",
      "--v1",
      `${mock.url}/scim/v1`,
      "--no-report",
      "--cases",
      "1",
      "--out",
      "one",
    ]);
    expect(code).toBe(0);
    const found = results("one/results.json");
    expect(found.versions).toEqual(["1.1"]);
    expect(found.checks.every(({ version }: { version: string }) => version === "1.1")).toBe(true);
    expect(
      found.differences.every(({ status }: { status: string }) => status === "not-probed"),
    ).toBe(true);
    expect(existsSync(join(folder, "one/report"))).toBe(false);
  });

  test("cleans up what it created", () => {
    const entries = lines(ofTwo("journal.jsonl")).map((line) => JSON.parse(line));
    const calls = (event: string) =>
      entries.flatMap((entry) => (entry.event === event ? [entry.call] : []));
    expect(calls("created").length).toBeGreaterThan(0);
    // Rejected creates were searched for too.
    expect(calls("removed").sort()).toEqual(calls("intent").sort());
  });

  test("only the selected area, and --json writes a copy of the results", async () => {
    const args = ["--v2", `${mock.url}/scim/v2`, "--area", "authentication", "--no-report"];
    await cli(["run", ...args, "--json", "copy.json", "--out", "area"]);
    expect(results("copy.json")).toEqual(results("area/results.json"));
    const areas = new Set(
      results("area/results.json").checks.map(({ area }: { area: string }) => area),
    );
    expect([...areas]).toEqual(["authentication"]);
  });

  test("finding a defect is exit 1, and the finding is named", async () => {
    mock.setFaults(["user-create-answers-200"]);
    const { seed } = JSON.parse(ofTwo("results.json"));
    const args = ["--v2", `${mock.url}/scim/v2`, "--no-report", "--out", "faulty"];
    const { code, stdout } = await cli(["run", "--seed", `${seed}`, "--cases", "1", ...args]);
    mock.setFaults([]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/fail +SCIM20-7644-3\.3-04/);
  });

  test("the same seed gives the same checks in the same order, with both versions too", () => {
    const ids = (text: string) =>
      JSON.parse(text)
        .checks.filter(({ version }: CheckResult) => version === "2.0")
        .map(({ id }: CheckResult) => id);
    const faulty = ids(readFileSync(join(folder, "faulty/results.json"), "utf8"));
    // Neither a fault nor the other version changes more than verdicts.
    expect(ids(ofTwo("results.json"))).toEqual(faulty);
    expect(faulty.length).toBeGreaterThan(300);
  });

  test("no file contains the token", () => {
    for (const file of ["results.json", "exchanges.jsonl", "journal.jsonl"]) {
      expect(ofTwo(file)).not.toContain(two.token);
    }
  });

  test("report writes the pages of a finished run", async () => {
    const { code, stdout } = await cli(["report", "area"]);
    expect(code).toBe(0);
    expect(existsSync(stdout.trim())).toBe(true);
  });

  test("report needs no catalogue.json: version 0.1.0 wrote none", async () => {
    rmSync(join(folder, "area/catalogue.json"));
    const { code, stdout } = await cli(["report", "area"]);
    expect(code).toBe(0);
    const page = readFileSync(join(stdout.trim(), "../differences/index.html"), "utf8");
    expect(page).toContain("the base URL names the version");
    expect(page).toContain("not recorded");
  });
});

describe("Ctrl-C", () => {
  test("stops the run, cleans up, and keeps the results so far", async () => {
    const mock = await startMock();
    const args = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`, "--no-report"];
    const child = spawn(process.execPath, [main, "run", ...args, "--out", "stopped"], {
      cwd: folder,
      stdio: "ignore",
    });
    const journal = join(folder, "stopped/journal.jsonl");
    const entries = () =>
      existsSync(journal)
        ? lines(readFileSync(journal, "utf8")).map((line) => JSON.parse(line))
        : [];
    await vi.waitUntil(() => entries().length > 4, { timeout: 110_000, interval: 20 });
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(3);
    await mock.close();
    const results = JSON.parse(readFileSync(join(folder, "stopped/results.json"), "utf8"));
    expect(violations("suite/results", results)).toEqual([]);
    const calls = (event: string) =>
      entries().flatMap((entry) => (entry.event === event ? [entry.call] : []));
    expect(calls("created").length).toBeGreaterThan(0);
    expect(calls("removed")).toEqual(expect.arrayContaining(calls("created")));
  });
});

describe("mock", () => {
  test("the first line names the address; it serves until it is stopped", async () => {
    const child = spawn(process.execPath, [main, "mock", "--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data) => resolve(String(data))),
    );
    const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(line)?.[1];
    expect(url).toBeDefined();
    const answer = await fetch(`${url}/scim/v1/Users?count=1`, {
      headers: { authorization: "Bearer xoxp-mock-admin" },
    });
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  });

  test("a reader that closes the pipe early is not an error", async () => {
    const { code, stderr } = await shell(
      `"${process.execPath}" "${main}" mock --list-faults | head -n 1`,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("--list-faults names each fault with what it breaks", async () => {
    const { code, stdout } = await cli(["mock", "--list-faults"]);
    expect(code).toBe(0);
    expect(lines(stdout).length).toBeGreaterThanOrEqual(12);
    for (const line of lines(stdout)) expect(line).toMatch(/\[.*(SCIM|SLACK|DIFF|SAME|INF).*\]$/);
  });
});
