import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { violations } from "../schemas/index.ts";
import { command, type Said } from "../testing/commands/built-command.ts";
import { hostileServer, hostilities } from "../testing/servers/hostile-server.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-hostile-"));
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(url: string, out: string): Promise<Said> {
  const urls = ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];
  const few = ["--no-report", "--cases", "3", "--seed", "1"];
  const env = { ...process.env, NO_COLOR: "1" };
  return command(["run", ...urls, "--out", out, ...few], { cwd: folder, env });
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
