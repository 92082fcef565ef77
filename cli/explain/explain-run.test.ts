import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inQuotes } from "../../schemas/shell.ts";
import { main } from "../../testing/commands/built-command.ts";
import { WarmCommand } from "../../testing/commands/warm-command.ts";

const folder = mkdtempSync(join(tmpdir(), "scim explain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: "" };

const warm = new WarmCommand();
afterAll(() => warm.close());
const cli = (...args: string[]) => warm.run(args, { cwd: folder, env });

/** A command as it was printed, for a shell, with this build in place of npx. */
const line = (command: string) =>
  command
    .trim()
    .replace(
      "npx slack-scim-conformance",
      `exec ${[process.execPath, main].map(inQuotes).join(" ")}`,
    );

test("the two commands that explain names show the fault, and explain shows the result", async () => {
  const id = "SCIM20-7644-3.3-04";
  const { stdout } = await cli("explain", id);
  const [start = "", run = ""] = stdout.match(/^ +npx slack-scim-conformance .*--.*$/gm) ?? [];
  const mock = spawn("sh", ["-c", line(start.replace("8080", "0"))], { cwd: folder, env });
  try {
    const url = await new Promise<string>((listening) => {
      mock.stdout.on("data", (data) => listening(/http:\S+/.exec(String(data))?.[0] ?? ""));
    });
    const again = line(run.replaceAll("http://127.0.0.1:8080", url));
    expect(() => execFileSync("sh", ["-c", again], { cwd: folder, env, stdio: "pipe" })).toThrow();
  } finally {
    mock.kill();
  }
  const after = await cli("explain", id, "--out", "scim-fault");
  expect(after.stdout).toContain("  SCIM 2.0: fail: user: expected 201, saw 200");
  expect(after.stdout).toContain("    2.0  POST /scim/v2/Users → 200");
  // What a run used explains its result, whatever this version says.
  const file = join(folder, "scim-fault", "catalogue.json");
  const used = readFileSync(file, "utf8").replaceAll("POST of a user or group", "Another title");
  writeFileSync(file, used);
  expect((await cli("explain", id, "--out", "scim-fault")).stdout).toContain("Another title");
  writeFileSync(file, "{");
  const broken = await cli("explain", id, "--out", "scim-fault");
  expect(broken).toMatchObject({ code: 0, stderr: expect.stringContaining("not shown") });
});

test("a run takes what scim-conformance.json says, and says so", async () => {
  const config = { out: "my results", area: ["authentication"], cases: 2 };
  writeFileSync(join(folder, "scim-conformance.json"), JSON.stringify(config));
  const run = await cli("run", "--no-report", "--cases", "1");
  expect(run.stderr).toContain(
    "read scim-conformance.json: area authentication, out my results; flags replace cases\n",
  );
  expect(run.code).toBe(0);
  const results = JSON.parse(readFileSync(join(folder, "my results", "results.json"), "utf8"));
  expect(results).toMatchObject({ cases: 1, selection: { areas: ["authentication"] } });
  expect(await cli("cleanup")).toMatchObject({ code: 0, stdout: "nothing to clean up\n" });
  expect((await cli("explain", "FACT-AUTH-14", "SCIM20-7644-2-01")).stdout).toContain("my results");
  writeFileSync(join(folder, "scim-conformance.json"), '{"outt":"x"}');
  const wrong = await cli("run");
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toMatch(/^error: scim-conformance\.json: unknown key "outt"; nearest: out;/);
});
