import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { type Baseline, type Results, violations } from "../../schemas/index.ts";
import type { Said } from "../../testing/commands/built-command.ts";
import { WarmCommand } from "../../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-baseline-"));
const { CI: _, ...env }: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1" };

const warm = new WarmCommand();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  writeTarget({});
});
beforeEach(() => {
  mock.setFaults([]);
  rmSync(join(folder, "baseline.json"), { force: true });
});
afterAll(async () => {
  await warm.close();
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeTarget(more: object, name = "target.json"): void {
  const versions = {
    "1.1": { baseUrl: `${mock.url}/scim/v1` },
    "2.0": { baseUrl: `${mock.url}/scim/v2` },
  };
  const auth = { type: "bearer", tokenEnv: "SLACK_SCIM_TOKEN" };
  const target = { name: "Acme sandbox", versions, auth, ...more };
  writeFileSync(join(folder, name), JSON.stringify(target));
}

/** A rule that faults of filters break in two ways, and one of creates. */
const filterRule = "SCIM20-7644-3.4.2.2-03";
/** What it rests on, where malformed filters return 500. */
const operatorRule = "SCIM20-7644-3.4.2.2-23";
const createRule = "SCIM20-7644-3.3-04";
const lists = "filter-malformed-lists-nothing";
const creates = "user-create-answers-200";
/** Another observation of the same rule. */
const otherCreates = "group-create-answers-200";

let runs = 0;

const command = (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Said> =>
  warm.run(args, { cwd: folder, env: { ...env, SLACK_SCIM_TOKEN: mock.token, ...more } });

/** Runs two rules with the baseline, unless the words say otherwise. */
async function run(
  faults: readonly string[],
  words: readonly string[] = [],
  more: NodeJS.ProcessEnv = {},
): Promise<Said & { results: Results }> {
  mock.setFaults(faults);
  runs += 1;
  const out = `run-${runs}`;
  const chosen = words.some((word) => ["--requirement", "--area"].includes(word))
    ? []
    : ["--requirement", filterRule, createRule];
  const named = words.includes("--target") ? [] : ["--target", "target.json"];
  const flags = [...named, "--baseline", "baseline.json", "--no-report", "--out", out];
  const said = await command(["run", ...flags, ...chosen, ...words], more);
  const file = join(folder, out, "results.json");
  const results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  return { ...said, results };
}

const text = () => readFileSync(join(folder, "baseline.json"), "utf8");
const baseline = (): Baseline => JSON.parse(text());
function change(by: (entries: Baseline) => void): void {
  const entries = baseline();
  by(entries);
  writeFileSync(join(folder, "baseline.json"), `${JSON.stringify(entries, null, 2)}\n`);
}
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const known = ({ checks }: Results) => checks.filter((check) => check.known).map(({ id }) => id);

describe("a run with a baseline", () => {
  test("fault A accepted: 0; and fault B: 1, naming only B; A answers otherwise: 1; A gone: 0, named", async () => {
    const first = await run([creates]);
    expect(first.code, first.stdout + first.stderr).toBe(0);
    expect(first.stderr).toContain("wrote baseline.json: 1 entry\n");
    expect(violations("suite/baseline", baseline())).toEqual([]);
    expect(baseline()).toMatchObject({
      ...{ baseline: 1, target: "Acme sandbox", profile: "slack" },
      known: [{ id: createRule, version: "2.0", verdict: "fail", status: "accepted" }],
    });
    const [entry] = baseline().known;
    expect(entry?.saw).toBe('{"user":200}');
    expect(violations("suite/results", first.results)).toEqual([]);
    expect(first.results.baseline).toMatchObject({ written: true, known: 1, new: 0 });
    // Nothing is hidden: the verdict stays.
    expect(first.results.summary.fail).toBe(1);
    expect(known(first.results)).toEqual([createRule]);
    const before = text();

    const same = await run([creates]);
    expect(same.code, same.stdout).toBe(0);
    expect(same.stdout).toContain("0 new, 0 fixed, 1 known against the baseline\n");
    expect(same.stdout).toContain("Baseline baseline.json: as expected.");

    const both = await run([creates, lists]);
    expect(both.code).toBe(1);
    expect(both.stdout).toContain("1 new, 0 fixed, 1 known against the baseline\n");
    expect(both.stdout).toContain("Baseline baseline.json: 1 new finding.");
    expect(both.stdout).toMatch(new RegExp(`^fail  ${filterRule} `, "m"));
    expect(both.stdout).not.toMatch(new RegExp(`^fail  ${createRule} `, "m"));

    const otherwise = await run([otherCreates]);
    expect(otherwise.code, otherwise.stdout).toBe(1);
    expect(otherwise.stdout).toMatch(new RegExp(`^fail  ${createRule} `, "m"));
    expect(otherwise.results.baseline).toMatchObject({ new: 1, known: 0 });

    const gone = await run([]);
    expect(gone.code).toBe(0);
    expect(gone.stdout).toContain("0 new, 1 fixed, 0 known against the baseline\n");
    expect(gone.stdout).toContain(`gone: ${createRule} [2.0] (now pass; `);
    const strict = await run([], ["--strict"]);
    expect(strict.code, strict.stdout).toBe(1);
    expect(strict.stderr).toContain("1 entry of the baseline is gone");
    expect(text()).toBe(before);
  }, 240_000);

  test("expired yesterday: a finding, the entry named; on its last day it holds", async () => {
    await run([lists]);
    const expire = (offset: number) =>
      change(({ known: [entry] }) => {
        Object.assign(entry ?? {}, { expires: day(offset), owner: "identity", reason: "ticket 7" });
      });
    expire(0);
    const last = await run([lists]);
    expect(last.code, last.stdout).toBe(0);
    expect(last.results.checks.find(({ id }) => id === filterRule)?.known).toEqual({
      ...{ status: "accepted", reason: "ticket 7", owner: "identity", expires: day(0) },
    });
    expire(-1);
    const { code, stdout, results } = await run([lists]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `expired: ${filterRule} [2.0] (since ${day(-1)}; ticket 7; owner identity)`,
    );
    expect(results.baseline?.expired).toMatchObject([{ id: filterRule, expires: day(-1) }]);
  }, 120_000);

  test("an update adds what is new, to be explained, and keeps what people wrote", async () => {
    await run([lists]);
    change(({ known: [entry] }) => {
      Object.assign(entry ?? {}, {
        ...{ owner: "anna@corp.example.com", ticket: "https://example.com/1" },
        ...{ reason: 'é "quoted"', firstSeen: "2026-01-01", lastSeen: "2026-01-01" },
      });
    });
    const updated = await run([lists, creates], ["--baseline-update"]);
    expect(updated.code, updated.stdout + updated.stderr).toBe(0);
    expect(updated.stderr).toContain("wrote baseline.json: 2 entries, 1 added, 0 removed");
    expect(baseline().known).toMatchObject([
      { id: createRule, status: "new", reason: "", firstSeen: day(0), lastSeen: day(0) },
      {
        ...{ id: filterRule, status: "accepted", owner: "anna@corp.example.com" },
        ...{ ticket: "https://example.com/1", reason: 'é "quoted"' },
        ...{ firstSeen: "2026-01-01", lastSeen: day(0) },
      },
    ]);
    expect(updated.results.baseline).toMatchObject({ known: 2, unexplained: 1 });
    const written = text();
    await run([lists, creates], ["--baseline-update"]);
    expect(text()).toBe(written);

    const strict = await run([lists, creates], ["--strict"]);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toMatch(new RegExp(`^fail  ${createRule} `, "m"));
    expect(strict.stdout).not.toMatch(new RegExp(`^fail  ${filterRule} `, "m"));
  }, 180_000);

  test("pruning removes only what was tested and not seen again", async () => {
    await run([lists, creates]);
    expect(baseline().known).toHaveLength(2);
    const area = await run([], ["--requirement", filterRule, "--baseline-prune"]);
    expect(area.code, area.stdout).toBe(0);
    expect(area.stderr).toContain("0 added, 1 removed");
    expect(baseline().known.map(({ id }) => id)).toEqual([createRule]);
    expect(area.results.baseline).toMatchObject({ notObserved: 1, gone: [] });

    writeTarget({ safety: { mode: "read-only" } }, "reader.json");
    await run([], ["--target", "reader.json", "--baseline-prune", "--area", "users"]);
    expect(baseline().known.map(({ id }) => id)).toEqual([createRule]);
  }, 180_000);

  test("a pass that became a skip is lost coverage, until the baseline accepts it", async () => {
    writeTarget({ profile: "rfc", offers: { filter: true } }, "rfc.json");
    writeTarget({ profile: "rfc", offers: { filter: false } }, "no-filter.json");
    await run([], ["--target", "rfc.json"]);
    const words = ["--target", "no-filter.json"];
    const lost = await run([], words);
    expect(lost.code, lost.stdout).toBe(1);
    expect(lost.stdout).toMatch(new RegExp(`^lost  ${filterRule} \\[2.0\\] .*not-offered`, "m"));
    expect(lost.results.baseline?.lost).toEqual([
      { id: filterRule, version: "2.0", now: "not-offered" },
    ]);
    change((entries) => {
      entries.skips = [{ id: filterRule, because: "not-offered", reason: "plan without filters" }];
    });
    const accepted = await run([], words);
    expect(accepted.code, accepted.stdout).toBe(0);
    expect(known(accepted.results)).toEqual([filterRule]);
    change((entries) => {
      entries.skips = [{ id: filterRule, because: "not-applicable" }];
    });
    expect((await run([], words)).code).toBe(1);

    // It is judged again: what was accepted is gone.
    const judged = await run([], ["--target", "rfc.json", "--baseline-prune"]);
    expect(judged.code, judged.stdout).toBe(0);
    expect(judged.stderr).toContain("0 added, 1 removed");
    expect(baseline().skips).toEqual([]);
  }, 180_000);

  test("a known finding that became a skip is lost coverage, too", async () => {
    writeTarget({ profile: "rfc", offers: { filter: true } }, "rfc.json");
    writeTarget({ profile: "rfc", offers: { filter: false } }, "no-filter.json");
    const first = await run([lists], ["--target", "rfc.json"]);
    expect(first.results.baseline?.known).toBe(1);
    const { code, stdout, results } = await run([lists], ["--target", "no-filter.json"]);
    expect(code, stdout).toBe(1);
    expect(results.baseline).toMatchObject({ lost: [{ id: filterRule }], notObserved: 1 });
  }, 120_000);

  test("another status of a known rule is new, though the cause is not selected", async () => {
    const alone = ["--requirement", filterRule];
    const first = await run([lists], alone);
    expect(first.stderr).toContain("wrote baseline.json: 1 entry");
    const { code, stdout, results } = await run(["filter-malformed-answers-500"], alone);
    expect(code, stdout).toBe(1);
    expect(stdout).toMatch(new RegExp(`^fail  ${filterRule} `, "m"));
    expect(results.checks[0]?.message).toContain(`${operatorRule} (`);
    expect(results.checks[0]?.cause).toMatchObject({ id: operatorRule, verdict: "fail" });
  }, 120_000);

  test("an entry on a cause covers what rests on it, where that is selected alone", async () => {
    const fault = ["filter-malformed-answers-500"];
    const both = await run(fault, ["--requirement", filterRule, operatorRule]);
    expect(baseline().known.map(({ id }) => id)).toEqual([operatorRule]);
    expect(both.results.checks.map(({ verdict }) => verdict).sort()).toEqual(["fail", "skip"]);
    const alone = await run(fault, ["--requirement", filterRule]);
    expect(alone.code, alone.stdout).toBe(0);
    expect(known(alone.results)).toEqual([filterRule]);
    expect(alone.results.baseline).toMatchObject({ known: 1, notObserved: 0 });
  }, 120_000);

  test("a rule that the suite did not have is a new rule, not a regression", async () => {
    await run([]);
    change((entries) => {
      entries.rules = (entries.rules ?? []).filter((rule) => !rule.startsWith(createRule));
    });
    const { code, stdout, results } = await run([creates]);
    expect(code).toBe(1);
    expect(results.baseline?.newRules).toEqual([{ id: createRule, version: "2.0", now: "fail" }]);
    expect(stdout).toContain("0 new, 0 fixed, 0 known against the baseline\n");
    expect(stdout).toContain(`new rule: ${createRule} [2.0] (fail)`);
  }, 120_000);

  test("another night gives the same entries, also of a property, whose values are generated", async () => {
    const words = ["--requirement", "SLACK-PROPERTY-04", "SLACK-FILTER-12", "SCIM11-API-3.1-02"];
    const faults = ["filter-ignored", lists, "user-create-loses-title"];
    await run(faults, [...words, "--seed", "1"]);
    const first = baseline().known.map(({ id, saw }) => ({ id, saw }));
    expect(first.map(({ id }) => id)).toContain("SLACK-PROPERTY-04");
    expect(first.find(({ id }) => id === "SLACK-PROPERTY-04")?.saw).toBe("{}");
    for (const seed of ["2", "3"]) {
      const { code, stdout } = await run(faults, [...words, "--seed", seed]);
      expect(code, stdout).toBe(0);
    }
  }, 240_000);

  test("a known finding does not end a run with --fail-fast", async () => {
    await run([lists]);
    const { code, results } = await run([lists], ["--fail-fast"]);
    expect(code).toBe(0);
    expect(results.stopped).toBeNull();
  }, 120_000);

  test("a stopped run writes no baseline", async () => {
    const { code } = await run([creates], ["--fail-fast"]);
    expect(code).toBe(1);
    expect(existsSync(join(folder, "baseline.json"))).toBe(false);
  }, 120_000);

  test("a missing file is written in CI only with --baseline-update", async () => {
    const rejected = await run([], [], { CI: "true" });
    expect(rejected.code).toBe(2);
    expect(rejected.stderr).toMatch(/--baseline baseline\.json: does not exist; in CI only/);
    expect(rejected.results).toBeUndefined();
    const written = await run([], ["--baseline-update"], { CI: "true" });
    expect(written.code, written.stderr).toBe(0);
    expect(baseline().known).toEqual([]);
  }, 120_000);
});

describe("a wrong baseline is rejected in one line, before the first request", () => {
  const valid = {
    ...{ baseline: 1, target: "Acme sandbox", profile: "slack", suite: "0.2.0" },
    known: [{ id: filterRule, version: "2.0", verdict: "fail", saw: "{}", status: "accepted" }],
  };
  const [entry] = valid.known;
  const withKnown = (...known: object[]) => ({ ...valid, known });
  const cases: [name: string, content: string | object, says: RegExp][] = [
    ["no JSON", '{\n  "baseline": 1,\n}', /^error: wrong\.json:3:1: not JSON$/],
    [
      "a wrong member",
      withKnown({ ...entry, tickets: "x" }),
      /:13:7: .*undefined member: "tickets"/,
    ],
    ["a bad date", withKnown({ ...entry, expires: "2027-02-30" }), /:13:18: .*a valid date/],
    [
      "an entry twice",
      withKnown({ ...entry }, { ...entry }),
      /:14:5: the same entry a second time/,
    ],
    [
      "an unknown id",
      withKnown({ ...entry, id: "SCIM20-7644-3.4.2.2-3" }),
      /:8:13: SCIM20-7644-3\.4\.2\.2-3: no such rule; nearest: .*SCIM20-7644-3\.4\.2\.2-03/,
    ],
    [
      "another version",
      withKnown({ ...entry, version: "1.1" }),
      /:8:13: .*not a rule of SCIM 1\.1/,
    ],
    ["a verdict without a finding", withKnown({ ...entry, verdict: "error" }), /:10:18: .*"fail"/],
    [
      "an observation that is not JSON",
      withKnown({ ...entry, saw: "{" }),
      /:11:14: saw is not the JSON of an object/,
    ],
    [
      "an observation that no check can have",
      withKnown({ ...entry, saw: "null" }),
      /:11:14: saw is not the JSON of an object/,
    ],
    [
      "a member twice, as git may merge it",
      JSON.stringify(valid, null, 2).replace(
        '"status": "accepted"',
        '"status": "accepted",\n      "status": "new"',
      ),
      /:13:7: "status" a second time/,
    ],
    [
      "all entries twice",
      JSON.stringify(valid, null, 2).replace(/\n\}$/, ',\n  "known": []\n}'),
      /:15:3: "known" a second time/,
    ],
    [
      "a conflict of git",
      '{\n<<<<<<< HEAD\n  "baseline": 1\n=======\n  "baseline": 1\n>>>>>>> other\n}',
      /:2:1: git could not merge it/,
    ],
    ["another target", { ...valid, target: "Other" }, /is of target Other, and the run of target/],
    ["another profile", { ...valid, profile: "rfc" }, /is of profile rfc, and the run of profile/],
    ["another major version", { ...valid, suite: "1.0.0" }, /is of version 1\.0\.0/],
    [
      "results",
      { tool: "slack-scim-conformance", checks: [], resultsVersion: 2 },
      /not a baseline/,
    ],
    ["old results", { tool: "slack-scim-conformance", checks: [] }, /made by 0\.1\.0; run again/],
  ];

  test("each of them", async () => {
    const said = [];
    for (const [, content] of cases) {
      const json = typeof content === "string" ? content : JSON.stringify(content, null, 2);
      writeFileSync(join(folder, "wrong.json"), json);
      const line = ["run", "--target", "target.json", "--baseline", "wrong.json", "--out", "wrong"];
      said.push(await command(line));
    }
    for (const [index, [name, , says]] of cases.entries()) {
      const { code, stderr = "" } = said[index] ?? {};
      expect(code, name).toBe(2);
      expect(stderr.trim(), name).toMatch(says);
      expect(stderr.trim().split("\n"), name).toHaveLength(1);
    }
    expect(existsSync(join(folder, "wrong"))).toBe(false);
  }, 240_000);

  test("a folder, a link, a foreign file, and flags without a file", async () => {
    mkdirSync(join(folder, "directory"));
    writeFileSync(join(folder, "latin.json"), Buffer.from([0x7b, 0xff, 0x7d]));
    symlinkSync("loop.json", join(folder, "loop.json"));
    writeFileSync(join(folder, "real.json"), JSON.stringify(valid));
    symlinkSync("real.json", join(folder, "link.json"));
    const base = ["run", "--target", "target.json", "--out", "wrong"];
    const lines = [
      [...base, "--baseline", "directory"],
      [...base, "--baseline", "link.json", "--baseline-update"],
      [...base, "--baseline", "target.json", "--baseline-update"],
      [...base, "--baseline-update"],
      [...base, "--baseline-prune"],
      [...base, "--baseline", "latin.json"],
      [...base, "--baseline", "loop.json"],
      [...base, "--baseline", "/dev/null"],
      [...base, "--baseline", "real.json/known.json"],
      [...base, "--baseline", `${"x".repeat(300)}.json`],
      ["baseline", "show", "/dev/null"],
    ];
    const said = await Promise.all(lines.map((line) => command(line)));
    expect(said.map(({ code }) => code)).toEqual(Array(11).fill(2));
    expect(said.map(({ stderr }) => stderr.trim())).toEqual([
      expect.stringContaining("directory: is a folder"),
      expect.stringContaining("--baseline link.json: is a link; give the file itself"),
      expect.stringMatching(/target\.json:1:\d+: /),
      expect.stringContaining("--baseline-update needs --baseline FILE"),
      expect.stringContaining("--baseline-prune needs --baseline FILE"),
      expect.stringContaining("latin.json: is not text in UTF-8"),
      expect.stringContaining("loop.json: cannot be read (ELOOP)"),
      expect.stringContaining("/dev/null: is not a regular file"),
      expect.stringContaining("real.json/known.json: cannot be read (ENOTDIR)"),
      expect.stringContaining("cannot be read (ENAMETOOLONG)"),
      expect.stringContaining("/dev/null: is not a regular file"),
    ]);
  }, 120_000);
});

test("show prints a line for each entry", async () => {
  const file = {
    ...{ baseline: 1, target: "Acme sandbox", profile: "slack", suite: "0.2.0" },
    known: [
      {
        ...{ id: filterRule, version: "2.0", verdict: "fail", saw: '{"status":200}' },
        ...{ status: "accepted", reason: "ticket", owner: "identity", expires: "2020-01-01" },
      },
    ],
    differences: [
      { id: "DIFF-URL-01", status: "otherwise", v1: "seen: 1", v2: "seen: 2", acceptance: "new" },
    ],
    skips: [{ id: createRule, because: "not-offered", reason: "plan without guests" }],
  };
  writeFileSync(join(folder, "shown.json"), JSON.stringify(file));
  const { code, stdout, stderr } = await command(["baseline", "show", "shown.json"]);
  expect(code, stderr).toBe(0);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => line.split(/ {2,}/));
  expect(lines).toEqual([
    ["expired", filterRule, "2.0", "2020-01-01", "identity", "ticket", 'fail {"status":200}'],
    ["new", "DIFF-URL-01", "-", "-", "-", "-", "otherwise 1.1: seen: 1; 2.0: seen: 2"],
    ["accepted", createRule, "-", "-", "-", "plan without guests", "skip not-offered"],
  ]);
  expect(stderr).toContain("Acme sandbox, profile slack: 1 accepted, 1 not explained, 1 expired");
});
