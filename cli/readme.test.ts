import { execSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { violations } from "../schemas/index.ts";
import { inQuotes } from "../schemas/shell.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const commandsIn = (text: string) =>
  [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
    block.split("\n").filter((line) => line !== ""),
  );
const commands = commandsIn(readme);
const documents = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));
const isOwn = (command: string) => command.startsWith("npx slack-scim-conformance ");
const own = [...commands, ...documents.flatMap((file) => commandsIn(read(join("docs", file))))]
  .filter(isOwn)
  .filter((command, index, all) => all.indexOf(command) === index);
const blocks = [...readme.matchAll(/^```json\n(.*?)^```/gms)].map(([, block = ""]) => block);
const targets = blocks.filter((block) => block.startsWith("{"));
const people = blocks.filter((block) => block.startsWith("["));
const examples = commands.filter((command) => command.includes(" examples"));
const others = commands.filter((command) => !own.includes(command) && !examples.includes(command));

let mock: Mock;
const folder = mkdtempSync(join(tmpdir(), "scim-readme-"));
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  writeFileSync(join(folder, "sandbox.json"), here(targets[0] ?? ""));
  writeFileSync(join(folder, "people.json"), people[0] ?? "");
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Replaces the URLs of Slack and fixed ports in the README by the mock of this test. */
function here(text: string): string {
  return text
    .replaceAll("https://api.slack.com", mock.url)
    .replaceAll("http://127.0.0.1:8080", mock.url)
    .replace("--port 8080", "--port 0");
}

/** Runs a command in a shell, as if it were pasted; a server is stopped once it listens. */
function execute(command: string): Promise<{ code: number | null; output: string }> {
  const words = [process.execPath, join(root, "dist/cli/main.js")].map(inQuotes).join(" ");
  const line = here(command).replace("npx slack-scim-conformance", `exec ${words}`);
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", line], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token },
    });
    let output = "";
    const listen = (data: Buffer) => {
      output += String(data);
      if (output.includes("listening on ")) child.kill("SIGTERM");
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("every command of the README and of docs/ works", () => {
  test.each(own)(
    "%s",
    async (command) => {
      const { code, output } = await execute(command);
      // Slack departs from the standards, so judged by them alone it has findings.
      expect(command.includes("--profile rfc") ? [0, 1] : [0], output).toContain(code);
    },
    180_000,
  );

  test.each(examples)(
    "%s",
    (command) => {
      execSync(command, { cwd: root, stdio: "pipe" });
    },
    180_000,
  );

  test("the other commands are run by CI in a clean clone", () => {
    const ci = readFileSync(join(root, ".ci/run"), "utf8");
    const steps = others
      .filter((command) => !command.startsWith("export "))
      .flatMap((command) => command.split(" && "));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(ci).toContain(step);
  });
});

test("the target files of the README are valid", () => {
  expect(targets).toHaveLength(2);
  for (const block of targets) expect(violations("suite/target", JSON.parse(block))).toEqual([]);
});

test("the picture of the README exists", () => {
  const [, picture = ""] = /!\[.*?\]\((.*?)\)/.exec(readme) ?? [];
  expect(readFileSync(join(root, picture)).length).toBeGreaterThan(10_000);
});
