import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Baseline } from "../../schemas/index.ts";
import type { KnownEntry } from "./entries.ts";
import { baselineText } from "./write.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-merge-"));
  git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const names = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  return execFileSync("git", [...names, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

const entry = (id: string, more: Partial<KnownEntry> = {}): KnownEntry => ({
  ...{ id, version: "2.0", verdict: "fail", saw: '{"status":200}', status: "accepted" },
  ...{ reason: "", firstSeen: "2026-01-01", lastSeen: "2026-01-01", ...more },
});

function baselineOf(...known: KnownEntry[]): Baseline {
  const rules = known.map(({ id }) => `${id} 2.0`);
  return { baseline: 1, target: "t", profile: "slack", suite: "0.2.0", known, rules };
}

function commit(baseline: Baseline): void {
  writeFileSync(join(folder, "baseline.json"), baselineText(baseline));
  git("add", ".");
  git("commit", "--quiet", "-m", "c");
}

test("git merges what two branches add at different ids, at the end of the list too", () => {
  const [b, d, f] = ["SCIM20-B", "SCIM20-D", "SCIM20-F"].map((id) => entry(id));
  if (!b || !d || !f) throw new Error("no entries");
  commit(baselineOf(b, d, f));
  git("checkout", "--quiet", "-b", "other");
  const [c, g] = [entry("SCIM20-C"), entry("SCIM20-G")];
  const explained = entry("SCIM20-F", { reason: "a ticket", owner: "identity" });
  commit(baselineOf(b, d, f, g));
  git("checkout", "--quiet", "main");
  commit(baselineOf(b, c, d, f));
  git("merge", "--quiet", "other");
  const merged: Baseline = JSON.parse(readFileSync(join(folder, "baseline.json"), "utf8"));
  expect(merged.known.map(({ id }) => id)).toEqual(
    ["B", "C", "D", "F", "G"].map((letter) => `SCIM20-${letter}`),
  );
  // One branch explains an entry, the other removes its neighbour.
  git("checkout", "--quiet", "-b", "explains");
  commit(baselineOf(b, c, d, explained, g));
  git("checkout", "--quiet", "main");
  commit(baselineOf(b, d, f, g));
  git("merge", "--quiet", "explains");
  const after: Baseline = JSON.parse(readFileSync(join(folder, "baseline.json"), "utf8"));
  expect(after.known.map(({ reason }) => reason)).toEqual(["", "", "a ticket", ""]);
});

test("equal baselines give equal bytes, whatever their order", () => {
  const [one, other] = [entry("SCIM20-A"), entry("SCIM20-A", { saw: '{"status":404}' })];
  const { reason, ...rest } = other;
  const reordered = { reason, ...rest } as KnownEntry;
  expect(baselineText(baselineOf(reordered, one))).toBe(baselineText(baselineOf(one, other)));
});
