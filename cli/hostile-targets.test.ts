import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { violations } from "../schemas/index.ts";
import { hostileServer, hostilities } from "../testing/servers/hostile-server.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scim-hostile-"));
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command to its end. */
function run(url: string, out: string): Promise<{ code: number | null; stderr: string }> {
  const args = [main, "run", "--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];
  const child = spawn(
    process.execPath,
    [...args, "--out", out, "--no-report", "--cases", "3", "--seed", "1"],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, NO_COLOR: "1" } },
  );
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
}

/** Every kind on demand; a test run keeps those that once did harm. */
const all = process.env.SCIM_ALL_HOSTILE === "1";
const kept = ["mutated JSON", "random bytes", "deeply nested JSON"];

describe("a run against a hostile target ends, with valid results and no stack trace", () => {
  test.each(Object.entries(hostilities).filter(([name]) => all || kept.includes(name)))(
    "%s",
    async (name, hostility) => {
      mock.reset();
      const server = await hostileServer(mock.url, hostility);
      const out = join(folder, name.replaceAll(" ", "-"));
      try {
        const { code, stderr } = await run(server.url, out);
        const results: unknown = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
        expect(violations("suite/results", results)).toEqual([]);
        expect([1, 3]).toContain(code);
        expect(stderr).not.toMatch(/^\s+at /m);
      } finally {
        await server.close();
      }
    },
    240_000,
  );
});
