import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { baselineText } from "../../commands/baseline/write.ts";
import type { Baseline } from "../../schemas/index.ts";
import { main } from "../../testing/commands/built-command.ts";
import { inOneProcess } from "../../testing/commands/warm-command.ts";

/** Neighbours in the catalogue: what two branches add here stands at the same place. */
const [first, second, third] = [
  "SCIM20-7644-3.4.2.2-02",
  "SCIM20-7644-3.4.2.2-03",
  "SCIM20-7644-3.4.2.2-04",
] as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-git-merge-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): { code: number | null; said: string } {
  const names = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  const { status, stdout, stderr } = spawnSync("git", [...names, ...args], {
    ...{ cwd: folder, encoding: "utf8" },
  });
  return { code: status, said: stdout + stderr };
}

function baselineOf(...known: { id: string; reason?: string; lastSeen?: string }[]): Baseline {
  return {
    ...{ baseline: 1, target: "Acme", profile: "slack", suite: "0.2.0" },
    known: known.map(({ id, reason = "", lastSeen = "2026-01-01" }) => ({
      ...{ id, version: "2.0", verdict: "fail", saw: '{"status":200}', status: "accepted" },
      ...{ reason, firstSeen: "2026-01-01", lastSeen },
    })),
  };
}

const write = (baseline: Baseline, name = "known.json") =>
  writeFileSync(join(folder, name), baselineText(baseline));
const ids = (name = "known.json") =>
  (JSON.parse(readFileSync(join(folder, name), "utf8")) as Baseline).known.map(({ id }) => id);

describe("with the merge driver that docs/baseline.md sets up", () => {
  beforeEach(() => {
    git("init", "--quiet", "--initial-branch=main");
    writeFileSync(join(folder, ".gitattributes"), "known.json merge=scim-baseline\n");
    const driver = `"${process.execPath}" "${main}" baseline merge %O %A %B`;
    git("config", "merge.scim-baseline.driver", driver);
  });

  function branches(base: Baseline, ours: Baseline, theirs: Baseline) {
    for (const [branch, baseline] of [
      ["", base],
      ["theirs", theirs],
      ["main", ours],
    ] as const) {
      if (branch === "theirs") git("checkout", "--quiet", "-b", branch);
      if (branch === "main") git("checkout", "--quiet", branch);
      write(baseline);
      git("add", ".");
      git("commit", "--quiet", "-m", "c");
    }
    return git("merge", "--quiet", "theirs");
  }

  test("what two branches add side by side is merged, and days do not conflict", () => {
    const { code, said } = branches(
      baselineOf({ id: first }),
      baselineOf({ id: first, lastSeen: "2026-02-01" }, { id: second }),
      baselineOf({ id: first, lastSeen: "2026-03-01" }, { id: third }),
    );
    expect(code, said).toBe(0);
    expect(ids()).toEqual([first, second, third]);
    expect(readFileSync(join(folder, "known.json"), "utf8")).toContain('"lastSeen": "2026-03-01"');
  });

  test("into an empty baseline, too", () => {
    const empty = baselineOf();
    const merged = branches(empty, baselineOf({ id: second }), baselineOf({ id: third }));
    expect(merged.code, merged.said).toBe(0);
    expect(ids()).toEqual([second, third]);
  });

  test("two explanations of one entry are a conflict that is named", () => {
    const { code, said } = branches(
      baselineOf({ id: first }),
      baselineOf({ id: first, reason: "ours" }),
      baselineOf({ id: first, reason: "theirs" }),
    );
    expect(code).not.toBe(0);
    expect(said).toContain(`conflict: ${first}: reason: both branches changed it`);
  });
});

test("files that are wrong, of something else, or links are rejected, and nothing is changed", async () => {
  write(baselineOf({ id: first }), "ours.json");
  write({ ...baselineOf(), target: "Other" }, "other.json");
  writeFileSync(join(folder, "empty.json"), "");
  writeFileSync(join(folder, "wrong.json"), '{ "baseline": 1 }');
  symlinkSync("ours.json", join(folder, "link.json"));
  const before = readFileSync(join(folder, "ours.json"), "utf8");
  const said = await inOneProcess(
    [
      ["baseline", "merge", "empty.json", "ours.json", "other.json"],
      ["baseline", "merge", "empty.json", "ours.json", "wrong.json"],
      ["baseline", "merge", "empty.json", "ours.json", "missing.json"],
      ["baseline", "merge", "/dev/null", "ours.json", "ours.json"],
      ["baseline", "merge", "empty.json", "link.json", "ours.json"],
    ],
    { cwd: folder, env: { ...process.env, NO_COLOR: "1" } },
  );
  expect(said.map(({ code, stderr }) => `${code} ${stderr.trim()}`)).toEqual([
    "2 error: other.json: is of Other, profile slack, and ours.json of Acme, profile slack",
    expect.stringMatching(/^2 error: wrong\.json:1:1: /),
    "2 error: missing.json: no such file",
    expect.stringMatching(/^2 error: \/dev\/null: is not a regular file/),
    expect.stringMatching(/^2 error: baseline merge link\.json: is a link/),
  ]);
  expect(readFileSync(join(folder, "ours.json"), "utf8")).toBe(before);
});
