import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "../client/transport/digest.ts";
import { type CheckResult, type Exchange, type Results, violations } from "../schemas/index.ts";
import { differentials } from "../suites/differences/generated/differentials.ts";
import { main, type Said } from "../testing/commands/built-command.ts";
import { WarmCommand } from "../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-merge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { cwd: folder, env: { ...process.env, NO_COLOR: "1" } };
const warm = new WarmCommand();
afterAll(() => warm.close());
const cli = (...args: string[]) => warm.run(args, options);

const text = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
const resultsIn = (name: string): Results => JSON.parse(text(name, "results.json"));
const exchangesIn = (name: string): Exchange[] =>
  text(name, "exchanges.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Without what differs between any two runs: ids that a server gave, names with the tag of a run. */
const neutral = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/scimct-[a-z0-9]{5}\w{3}/g, "NAME")
      .replace(/\b[UWS]0[0-9A-Z]{9}\b/g, "ID"),
  );

/** The evidence of a verdict: which request is quoted depends on what other rules sent before. */
const withoutEvidence = (message = "") => message.replace(/ \([^()]*(\([^()]*\)[^()]*)*\)$/, "");

function comparable({ checks, differences, ...rest }: Results) {
  const { durationMs: _, startedAt: __, requests: ___, created: ____, shard: _____, ...run } = rest;
  return {
    run,
    checks: checks.map(({ durationMs: _, exchanges: __, message, ...check }) => ({
      ...(neutral(check) as CheckResult),
      message: withoutEvidence(message),
    })),
    differences: differences.map(({ exchanges: _, captions: __, ...rest }) => neutral(rest)),
  };
}

/** A baseline of what no run has: of rules of two shards, and of values that both versions generate. */
function writeBaseline(name: string): string {
  const [generated] = differentials;
  if (!generated) throw new Error("no properties of both versions");
  const entry = { version: "2.0", verdict: "fail", saw: "{}", status: "accepted" };
  const known = {
    ...{ baseline: 1, target: "embedded mock", profile: "slack", suite: "0.2.0" },
    known: ["SCIM20-7644-3.3-04", "SCIM20-7644-3.4.2.2-03", "SCIM20-7643-3.1-03"].map((id) => ({
      ...{ id, ...entry },
    })),
    // Only a whole run can miss it.
    differences: [{ id: generated.id, status: "otherwise", v1: "a", v2: "b" }],
    rules: ["SCIM20-7644-3.3-04 2.0"],
  };
  writeFileSync(join(folder, name), JSON.stringify(known));
  return generated.id;
}

describe("three shards of the embedded organisation, merged", () => {
  const args = ["--seed", "5", "--cases", "1", "--baseline", "known.json"];
  let generated: string;
  let codes: number[];
  let merged: Said;
  beforeAll(async () => {
    generated = writeBaseline("known.json");
    const whole = await cli("run", ...args, "--out", "whole", "--no-report");
    const shards = [];
    for (const index of [1, 2, 3]) {
      const part = ["--shard", `${index}/3`, "--out", `s${index}`, "--no-report"];
      shards.push(await cli("run", ...args, ...part));
    }
    codes = [whole, ...shards].map(({ code }) => code);
    merged = await cli("merge", "s3", "s1", "s2", "--out", "merged", "--json", "copy.json");
  }, 300_000);

  test("give the exit code, the verdicts, the observations and the order of the whole run", () => {
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(merged.code, merged.stderr).toBe(0);
    const results = resultsIn("merged");
    expect(violations("suite/results", results)).toEqual([]);
    expect(comparable(results)).toEqual(comparable(resultsIn("whole")));
    expect(JSON.parse(text("copy.json"))).toEqual(results);
  });

  test("compare with the baseline as the whole run does, with what is gone", () => {
    const { baseline } = resultsIn("merged");
    expect(baseline).toEqual(resultsIn("whole").baseline);
    expect(baseline?.gone.map(({ id }) => id)).toContain(generated);
    expect(baseline?.notObserved).toBe(0);
  });

  test("one without a baseline is refused beside others that have it", async () => {
    cpSync(join(folder, "s2"), join(folder, "bare"), { recursive: true });
    const { baseline: _, ...bare } = resultsIn("bare");
    writeFileSync(join(folder, "bare", "results.json"), JSON.stringify(bare));
    const mixed = await cli("merge", "s1", "bare", "s3", "--out", "mixed", "--no-report");
    expect(mixed.code).toBe(2);
    expect(mixed.stderr).toContain("bare: was run without --baseline, and s1 with it");
  });

  test("a shard says which it is, and holds its part alone", () => {
    const parts = [1, 2, 3].map((index) => resultsIn(`s${index}`));
    expect(parts.map(({ shard }) => shard)).toEqual(
      [1, 2, 3].map((index) => ({ index, count: 3 })),
    );
    for (const { checks, differences } of parts) {
      expect(checks.length).toBeGreaterThan(200);
      expect(differences.length).toBeGreaterThan(20);
    }
  });

  test("have every exchange once, unaltered, with what its check refers to", () => {
    const exchanges = exchangesIn("merged");
    expect(exchanges).toHaveLength(resultsIn("merged").requests.total);
    const ids = new Set(exchanges.map(({ id }) => id));
    expect(ids.size).toBe(exchanges.length);
    for (const { sha256, ...exchange } of exchanges) expect(digestOf(exchange)).toBe(sha256);
    const { checks, differences } = resultsIn("merged");
    for (const { exchanges: cited } of [...checks, ...differences]) {
      for (const id of cited) expect(ids).toContain(id);
    }
  });

  test("have the other files and the report of a run", async () => {
    expect(text("merged", "catalogue.json")).toBe(text("whole", "catalogue.json"));
    expect(JSON.parse(text("merged", ".slack-scim-conformance.json"))).toEqual({
      format: 1,
      command: "merge",
    });
    for (const name of ["coverage.json", "differences.md", "journal.jsonl"]) {
      expect(existsSync(join(folder, "merged", name)), name).toBe(true);
    }
    const tests = (name: string) =>
      readdirSync(join(folder, name, "allure-results")).filter((one) =>
        one.endsWith("-result.json"),
      );
    expect(tests("merged")).toHaveLength(tests("whole").length);
    expect(text("merged", "report", "index.html")).toContain("37");
    expect(await cli("cleanup", "--out", "merged")).toMatchObject({
      code: 0,
      stdout: "nothing to clean up\n",
    });
  }, 120_000);

  test("a rule alone generates the values that the whole run generates", async () => {
    const ids = ["01", "02", "03", "05"].map((number) => `SLACK-PROPERTY-${number}`);
    await cli("run", ...args, "--out", "alone", "--no-report", "--requirement", ...ids);
    const sent = (name: string) =>
      exchangesIn(name)
        .filter(({ request: { method } }) => method === "PUT" || method === "PATCH")
        .map(({ request: { body } }) => neutral(body));
    const whole = sent("whole");
    const alone = sent("alone");
    expect(alone.length).toBeGreaterThan(12);
    expect(alone.filter((body) => !whole.includes(body))).toEqual([]);
  });

  describe("are refused where", () => {
    const cases: [what: string, args: string[], says: RegExp][] = [
      ["one is missing", ["s1", "s3"], /shard 2\/3 is missing/],
      ["one is given twice", ["s1", "s2", "s2"], /s2 and s2 are both shard 2\/3/],
      ["one is a whole run", ["s1", "s2", "whole"], /whole: is a whole run/],
      ["one is merged", ["s1", "s2", "merged"], /"merge"/],
      ["a folder does not exist", ["s1", "s2", "nowhere"], /nowhere: no such folder/],
      [
        "the output is one of them",
        ["s1", "s2", "s3", "--out", "s3"],
        /--out s3: .*choose another/,
      ],
      ["the output is within one", ["s1", "s2", "s3", "--out", "s3/all"], /--out s3\/all: /],
      ["the output belongs to a run", ["s1", "s2", "s3", "--out", "whole"], /output of "run"/],
      [
        "--json is not of this tool",
        ["s1", "s2", "s3", "--json", "mine.json"],
        /--json .*mine\.json/,
      ],
    ];
    test.each(cases)("%s", async (_, given, says) => {
      writeFileSync(join(folder, "mine.json"), "{}");
      const { code, stderr } = await cli("merge", "--out", "new", ...given);
      expect(stderr).toMatch(says);
      expect(code).toBe(2);
      expect(existsSync(join(folder, "new"))).toBe(false);
    });

    test("one was made by 0.1.0, has no mark, is a link, or was altered", async () => {
      const copy = (name: string, change: (results: Partial<Results>) => void, mark: boolean) => {
        cpSync(join(folder, "s2"), join(folder, name), { recursive: true });
        const results = resultsIn(name);
        change(results);
        writeFileSync(join(folder, name, "results.json"), JSON.stringify(results));
        if (!mark) rmSync(join(folder, name, ".slack-scim-conformance.json"));
      };
      copy("old", (results) => delete results.resultsVersion, false);
      copy("unmarked", () => undefined, false);
      copy("invalid", (results) => delete results.checks, true);
      const altered = (checks: CheckResult[] = []) => {
        const [first] = checks.filter(({ verdict }) => verdict === "fail" || verdict === "skip");
        if (first) first.verdict = "pass";
      };
      copy("verdict", ({ checks }) => altered(checks), true);
      copy("exchange", () => undefined, true);
      const file = join(folder, "exchange", "exchanges.jsonl");
      writeFileSync(file, text("s2", "exchanges.jsonl").replace(/"status":2\d\d/, '"status":299'));
      copy("evidence", () => undefined, true);
      rmSync(join(folder, "evidence", "exchanges.jsonl"));
      copy("sixth", (results) => Object.assign(results, { shard: { index: 6, count: 3 } }), true);
      symlinkSync(join(folder, "s2"), join(folder, "link"));
      for (const [name, says] of [
        ["old", /old.results\.json: made by 0\.1\.0; run again/],
        ["unmarked", /unmarked: .*no mark/],
        ["invalid", /invalid.results\.json: .*checks/],
        ["link", /link: no such folder/],
        ["verdict", /verdict.results\.json: was altered: it has \d+ checks with pass/],
        ["exchange", /exchange.exchanges\.jsonl:1: was altered/],
        ["evidence", /evidence.exchanges\.jsonl: exchange \S+ is missing, which \S+ cites/],
        ["sixth", /sixth: is shard 6 of 3, which does not exist/],
      ] as const) {
        const { code, stderr } = await cli("merge", "s1", name, "s3", "--out", "new");
        expect(stderr).toMatch(says);
        expect(code).toBe(2);
      }
    });
  });

  test("with --partial, shards may be missing, and the results say so", async () => {
    const { code, stdout } = await cli(
      ...["merge", "s1", "s3", "--partial", "--out", "partial", "--no-report"],
    );
    expect(code).toBe(0);
    expect(stdout).toContain("The results lack shard 2 of 3.");
    const results = resultsIn("partial");
    expect(violations("suite/results", results)).toEqual([]);
    expect(results).toMatchObject({ shard: null, partial: { count: 3, missing: [2] } });
    expect(results.checks).toHaveLength(
      resultsIn("s1").checks.length + resultsIn("s3").checks.length,
    );
  });

  test("a signal ends a merge without a folder that looks like a run", async () => {
    const child = spawn(
      process.execPath,
      [main, "merge", "s1", "s2", "s3", "--out", "ended"],
      options,
    );
    const journal = join(folder, "ended", "journal.jsonl");
    const code = await new Promise<number | null>((done) => {
      const waiting = setInterval(() => {
        if (!existsSync(journal)) return;
        clearInterval(waiting);
        child.kill("SIGINT");
      }, 5);
      child.on("exit", (status) => {
        clearInterval(waiting);
        done(status);
      });
    });
    expect(code).toBe(3);
    expect(existsSync(join(folder, "ended"))).toBe(false);
    expect(await cli("merge", "s1", "s2", "s3", "--out", "ended", "--no-report")).toMatchObject({
      code: 0,
    });
  });
});

describe("shards of a few rules", () => {
  const some = [
    "--requirement",
    "SLACK-AUTH-02",
    "SLACK-CONFIG-01",
    "SLACK-REPR-07",
    "--seed",
    "3",
  ];
  const parts = [1, 2, 3, 4, 5, 6, 7];

  test("an empty one exits with 0, and all are the whole", async () => {
    const counts: number[] = [];
    for (const index of parts) {
      const out = `few${index}`;
      const { code, stderr } = await cli(
        ...["run", ...some, "--shard", `${index}/7`, "--out", out, "--no-report"],
      );
      expect(code, stderr).toBe(0);
      const { length } = resultsIn(out).checks;
      counts.push(length);
      if (length === 0) expect(stderr).toContain("this shard is empty");
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThanOrEqual(4);
    const empty = `${counts.indexOf(0) + 1}/7`;
    const { code: reported, stdout } = await cli(
      ...["run", ...some, "--shard", empty, "--out", "empty"],
    );
    expect(reported).toBe(0);
    expect(stdout).toContain("empty/report/index.html");
    const { code } = await cli(
      "merge",
      ...parts.map((at) => `few${at}`),
      "--out",
      "few",
      "--no-report",
    );
    expect(code).toBe(0);
    expect(resultsIn("few").checks).toHaveLength(6);
    await cli("run", ...some, "--out", "all", "--no-report");
    expect(comparable(resultsIn("few"))).toEqual(comparable(resultsIn("all")));
    expect(await cli("report", "few")).toMatchObject({ code: 0 });
  }, 120_000);

  test("of another seed they are refused", async () => {
    await cli("run", ...some, "--seed", "4", "--shard", "2/7", "--out", "other", "--no-report");
    const { code, stderr } = await cli(
      ...["merge", "few1", "other", "--partial", "--out", "mixed", "--no-report"],
    );
    expect(stderr).toMatch(/other: another seed than few1: 4, not 3/);
    expect(code).toBe(2);
  });

  test("a stopped one stops the whole: exit 3", async () => {
    const results = resultsIn("few1");
    results.stopped = { at: "2026-01-02T00:00:00.000Z", why: "interrupted by SIGTERM" };
    writeFileSync(join(folder, "few1", "results.json"), JSON.stringify(results));
    const { code, stderr } = await cli(
      ...["merge", ...parts.map((at) => `few${at}`), "--out", "few", "--no-report"],
    );
    expect(code).toBe(3);
    expect(stderr).toContain("shard 1/7: interrupted by SIGTERM");
  });
});
