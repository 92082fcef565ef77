import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../mock/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

test("a run whose results cannot be written still cleans up", async () => {
  const mock = await startMock({ rateLimits: "off", users: 2 });
  onTestFinished(() => mock.close());
  const out = mkdtempSync(join(tmpdir(), "scim-unwritable-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
  const child = spawn(process.execPath, [
    main,
    ...["run", ...urls, "--area", "users", "--cases", "1", "--no-report", "--out", out],
  ]);
  let said = "";
  child.stderr.on("data", (data) => {
    said += String(data);
  });
  const spoil = setInterval(() => {
    const journal = join(out, "journal.jsonl");
    if (!existsSync(journal) || !readFileSync(journal, "utf8").includes('"created"')) return;
    clearInterval(spoil);
    // As a full disk does, and on every system.
    rmSync(join(out, "allure-results"), { recursive: true, force: true });
    writeFileSync(join(out, "allure-results"), "");
  }, 5);
  onTestFinished(() => clearInterval(spoil));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(said).toMatch(/error: the run could not finish: .*; what it created was removed/);
  expect(code).toBe(3);
  const answer = await fetch(`${mock.url}/scim/v1/Users?count=1000`, {
    headers: { authorization: `Bearer ${mock.token}` },
  });
  const { Resources } = (await answer.json()) as { Resources: Record<string, unknown>[] };
  const mine = Resources.filter((user) => JSON.stringify(user).includes("scimct-"));
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.filter(({ active }) => active !== false)).toEqual([]);
}, 120_000);
