import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { command } from "../testing/commands/built-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-proxy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs against a host that only a proxy could find. */
async function run(more: Record<string, string>): Promise<{ code: number; said: string }> {
  const args = ["run", "--v2", "https://scim.invalid/scim/v2", "--no-report", "--out", "results"];
  const env = { PATH: process.env.PATH, NO_COLOR: "1", SLACK_SCIM_TOKEN: "x", ...more };
  const { code, stdout, stderr } = await command(args, { cwd: folder, env });
  return { code, said: stdout + stderr };
}

test("a proxy variable that is not the URL of a proxy is bad configuration: exit 2", async () => {
  const { code, said } = await run({ HTTPS_PROXY: "proxy with secret" });
  expect(code).toBe(2);
  expect(said).toMatch(/^error: HTTPS_PROXY is not the URL of a proxy; .*http:\/\/host:port.*\n$/);
  expect(said).not.toContain("secret");
});

test("a proxy that cannot be reached is exit 3, and is named without its password", async () => {
  const { code, said } = await run({ https_proxy: "http://ada:secret@127.0.0.1:1" });
  expect(code).toBe(3);
  expect(said).toContain("cannot connect to the proxy http://127.0.0.1:1 (ECONNREFUSED)");
  expect(said).not.toContain("secret");
});

test("a proxy that rejects the credentials is exit 3", async () => {
  const proxy = createServer();
  proxy.on("connect", (_request, socket) =>
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
  );
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  const { code, said } = await run({ HTTPS_PROXY: `http://ada:secret@127.0.0.1:${port}` });
  proxy.close();
  expect(code).toBe(3);
  expect(said).toContain(`the proxy http://127.0.0.1:${port} returns HTTP 407`);
  expect(said).not.toContain("secret");
});
