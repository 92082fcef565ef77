import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { command } from "../testing/commands/built-command.ts";
import { type LeanServer, startLean } from "../testing/servers/lean/server.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-basic-"));
let server: LeanServer;
beforeAll(async () => {
  server = await startLean({ basic: true });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A run of the command against the server, with a password of the environment. */
async function run(password: string): Promise<{ code: number; output: string }> {
  if (typeof server.credentials === "string") throw new Error("no basic authentication");
  const auth = { type: "basic", usernameEnv: "TEST_USER", passwordEnv: "TEST_PASSWORD" };
  const versions = { "2.0": { baseUrl: server.url } };
  const target = join(folder, "target.json");
  writeFileSync(target, JSON.stringify({ name: "lean", profile: "rfc", versions, auth }));
  const env = { ...process.env, TEST_USER: server.credentials.username, TEST_PASSWORD: password };
  const args = ["run", "--target", target, "--area", "discovery", "authentication", "--seed", "1"];
  const { code, stdout, stderr } = await command(args, {
    cwd: folder,
    env: { ...env, NO_COLOR: "1" },
  });
  return { code, output: stdout + stderr };
}

/** All files below a folder. */
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());

test("a run with a user name and a password has no findings and writes neither of them", async () => {
  if (typeof server.credentials === "string") throw new Error("no basic authentication");
  const { username, password } = server.credentials;
  const { code, output } = await run(password);
  expect(code, output).toBe(0);
  const base64 = Buffer.from(`${username}:${password}`).toString("base64");
  const written = filesIn(join(folder, "scim-results"));
  expect(written.length).toBeGreaterThan(5);
  for (const text of [output, ...written.map((file) => readFileSync(file, "utf8"))]) {
    for (const secret of [username, password, base64]) expect(text).not.toContain(secret);
  }
  const results = JSON.parse(readFileSync(join(folder, "scim-results/results.json"), "utf8"));
  expect(results.credentialVariables).toEqual({ username: "TEST_USER", password: "TEST_PASSWORD" });
});

test("a wrong password is reported: exit 3, one line", async () => {
  const { code, output } = await run("wrong");
  expect(code).toBe(3);
  expect(output.trim().split("\n")).toHaveLength(1);
  expect(output).toMatch(/user name or password is rejected \(HTTP 401/);
});
