import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../mock/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

test("a signal during the loading of the checks stops them all", async () => {
  const mock = await startMock({ rateLimits: "off" });
  onTestFinished(() => mock.close());
  const out = mkdtempSync(join(tmpdir(), "scim-early-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const urls = ["--v1", `${mock.url}/scim/v1`, "--v2", `${mock.url}/scim/v2`];
  const child = spawn(process.execPath, [
    main,
    ...["run", ...urls, "--area", "users", "--cases", "1", "--no-report", "--out", out],
  ]);
  let said = "";
  let isSent = false;
  child.stderr.on("data", (data) => {
    said += String(data);
    // The last line before the checks are loaded.
    if (isSent || !said.includes("checking SCIM")) return;
    isSent = true;
    child.kill("SIGTERM");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(isSent).toBe(true);
  expect(code).toBe(3);
  const { created, stopped, checks } = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  expect(created).toEqual({ users: 0, groups: 0 });
  expect(stopped.why).toBe("interrupted by SIGTERM");
  // On a busy machine the signal may arrive when the first checks are in progress: they are aborted.
  const reasons = checks.map(({ reason }: { reason?: { code: string } }) => reason?.code);
  expect(reasons.filter((code: string) => code === "stopped").length).toBeGreaterThan(
    reasons.length * 0.8,
  );
  expect(reasons).not.toContain(undefined);
}, 120_000);
