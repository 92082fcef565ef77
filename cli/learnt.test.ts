import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { type CheckResult, type DifferenceResult, violations } from "../schemas/index.ts";
import { mockHeader } from "../schemas/mock-header.ts";
import { command, type Said } from "../testing/commands/built-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-learnt-"));
const token = "xoxp-learnt-secret-1";

/** Runs the command in its own folder. */
function run(out: string, ...args: string[]): Promise<Said> {
  const env = { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: token };
  return command(["run", "--seed", "7", "--cases", "3", "--out", out, ...args], {
    cwd: folder,
    env,
  });
}

const textOf = (path: string) => readFileSync(join(folder, path), "utf8");

/** Passes every request on, whatever its path: no response says that it is the mock's, as in Slack. */
function asSlack(origin: string): Promise<Server> {
  const { hostname, port } = new URL(origin);
  const front = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      const { [mockHeader]: _, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  return new Promise((resolve) => front.listen(0, "127.0.0.1", () => resolve(front)));
}

describe("a run against a target that is not the mock", () => {
  let mock: Mock;
  let front: Server;
  let stdout: string;
  let code: number;

  beforeAll(async () => {
    mock = await startMock({
      token,
      settings: {
        ...{ deactivationDelayMs: 5, photoDelayMs: 5 },
        ...{ attributesParameter: "honour", locationHeader: true },
      },
    });
    front = await asSlack(mock.url);
    const { port } = front.address() as AddressInfo;
    const [v1, v2] = [1, 2].map((version) => `http://127.0.0.1:${port}/scim/v${version}`);
    ({ stdout, code } = await run("live", "--strict", "--v1", `${v1}`, "--v2", `${v2}`));
  }, 180_000);
  afterAll(async () => {
    front.closeAllConnections();
    front.close();
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("--strict ignores what is not known, and the terminal counts it apart", () => {
    expect(code).toBe(0);
    expect(stdout).toMatch(/Checks .* 0 warn, \d+ not known,/);
    expect(stdout).toContain("--strict ignores it");
    expect(stdout).toMatch(
      /Learnt +live\/learnt\.md: \d+ questions about Slack answered, 2 not as/,
    );
  });

  test("every page shows the same numbers, and says what they mean", () => {
    const results = JSON.parse(textOf("live/results.json"));
    expect(violations("suite/results", results)).toEqual([]);
    const isNotKnown = ({ reason }: CheckResult) => reason?.code === "not-known";
    const checks: number = results.checks.filter(isNotKnown).length;
    const isAssumed = ({ kind }: DifferenceResult) => kind === "assumed";
    const differences: number = results.differences.filter(isAssumed).length;
    expect(checks).toBeGreaterThan(20);
    expect(differences).toBeGreaterThan(10);

    expect(stdout).toContain(` ${checks} not known,`);
    expect(stdout).toContain(` ${differences} not known of Slack`);

    const summary = textOf("live/report/index.html");
    const rows = [...summary.matchAll(/<tr><td>SCIM [\d.]+<\/td>(.*?)<\/tr>/g)];
    const cells = rows.map(([, row = ""]) =>
      [...row.matchAll(/>(\d+)</g)].map(([, n]) => Number(n)),
    );
    expect(cells.reduce((sum, row) => sum + (row[3] ?? 0), 0)).toBe(checks);
    expect(summary).toContain(`>${differences}</b>not known`);

    const coverage = textOf("live/report/coverage/index.html");
    const totals = [...coverage.matchAll(/<th>All<\/th>.*?<th class="number">(\d+)<\/th><\/tr>/g)];
    expect(totals.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(checks);

    const page = textOf("live/report/differences/index.html");
    expect(page).toContain(`Not known of Slack (<span class="count">${differences}</span>)`);
    expect(textOf("live/differences.md")).toContain(`| Not known of Slack | ${differences} |`);
    for (const text of [summary, coverage, page]) expect(text).toMatch(/Not known of Slack: \w+/);
    expect(textOf("live/report/awesome/index.html")).toContain("SCIM conformance");
  });

  test("learnt.md has the answers that contradict, in a form to send in", () => {
    const text = textOf("live/learnt.md");
    const [before = "", agreeing = ""] = text.split("## Agrees with the assumption");
    expect([...before.matchAll(/^### (.+)$/gm)].map(([, id]) => id).sort()).toEqual([
      "FACT-FORMAT-14",
      "FACT-FORMAT-19",
    ]);
    expect(before).toMatch(/`\{"location":"as meta.location".*\}` \| contradicts/);
    expect(before).toContain("This run observed otherwise");
    expect(agreeing).toContain("### FACT-AUTH-17");
    expect(text).toContain("open an issue");
  });

  test("no token, host, name or id of the run is in it", () => {
    const text = textOf("live/learnt.md");
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|scimct-|@|xox/);
    const journal = textOf("live/journal.jsonl").split("\n").filter(Boolean);
    const ids = journal.flatMap((line) => JSON.parse(line).id ?? []);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id: string) => text.includes(id))).toEqual([]);
  });

  test("the summary page shows what contradicts, and the way to the file", () => {
    const summary = textOf("live/report/index.html");
    expect(summary).toContain("What this run learnt about Slack");
    expect(summary).toContain('href="../learnt.md"');
    expect(summary).toMatch(/#FACT-FORMAT-19">FACT-FORMAT-19<\/a>.*Seen otherwise/);
  });

  test("a later run into the folder that learns nothing removes the file: the mock says what it is", async () => {
    const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
    await run("live", "--no-report", "--requirement", "SCIM20-7644-3.3-06", ...urls);
    expect(existsSync(join(folder, "live/learnt.md"))).toBe(false);
  });
});
