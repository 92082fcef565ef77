import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** What a user reads: README and the pages of docs/. */
export const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** The blocks of a language, in the order of the documents. */
const blocksOf = (language: string) =>
  documents.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(
      ([, block = ""]) => ({ path, block }),
    ),
  );

const commands = blocksOf("sh").flatMap(({ path, block }) =>
  block
    .split("\n")
    .filter((line) => line !== "")
    .map((command) => ({ path, command })),
);
const isOwn = (command: string) => command.startsWith("npx slack-scim-conformance ");
/** Each command once, wherever it is repeated. */
export const own = [...new Set(commands.map(({ command }) => command).filter(isOwn))];
/** Runs into a folder that they name: no other command needs what they leave. */
export const ownFolder = own.filter((command) => /^npx \S+ run .*--out /.test(command));
export const examples = commands
  .map(({ command }) => command)
  .filter((one) => one.includes(" examples"));
export const others = commands
  .filter(({ path }) => path === "README.md")
  .map(({ command }) => command)
  .filter((command) => !own.includes(command) && !examples.includes(command));
export const targets = blocksOf("json").filter(({ block }) => block.includes('"versions"'));
const people = blocksOf("json").filter(
  ({ path, block }) => path === "docs/mock.md" && block.startsWith("["),
);

/** The lines of output that a document shows below a command, the last of its block. */
export const shownAfter = (command: string) =>
  documents.flatMap(({ text }) => {
    const [, after = ""] = text.split(`\n${command}\n\`\`\`\n`);
    const start = "\n```text\n";
    if (!after.startsWith(start)) return [];
    const [block = ""] = after.slice(start.length).split("\n```");
    return block.split("\n").filter((line) => line !== "");
  });

/** Counts, times and ports differ from run to run. */
const withoutNumbers = (line: string) => line.replaceAll(/\d+/g, "0").trim();

/**
 * Tests that these commands succeed, in their order and in one folder, and print what the documents show.
 */
export function everyCommandWorks(ofDocuments: readonly string[]): void {
  let mock: Mock;
  const folder = mkdtempSync(join(tmpdir(), "scim-readme-"));
  beforeAll(async () => {
    mock = await startMock({ rateLimits: "off" });
    const sandbox = targets.find(({ path }) => path === "docs/live-organisation.md");
    writeFileSync(join(folder, "sandbox.json"), here(sandbox?.block ?? ""));
    writeFileSync(join(folder, "people.json"), people[0]?.block ?? "");
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Replaces the URLs of Slack and fixed ports in a document by the mock of this test. */
  function here(text: string): string {
    return text
      .replaceAll("https://api.slack.com", mock.url)
      .replaceAll("http://127.0.0.1:8080", mock.url)
      .replace("--port 8080", "--port 0");
  }

  /** Runs a command as a shell does; a server is stopped once it listens. */
  function execute(command: string): Promise<{ code: number | null; output: string }> {
    const line = here(command).replace("npx slack-scim-conformance", '"$NODE" "$MAIN"');
    const env = { ...process.env, NODE: process.execPath, MAIN: join(root, "dist/cli/main.js") };
    return new Promise((resolve) => {
      const child = spawn("sh", ["-c", `exec ${line}`], {
        cwd: folder,
        env: { ...env, NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token },
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

  test.each([...ofDocuments])(
    "%s",
    async (command) => {
      const { code, output } = await execute(command);
      // Slack departs from the standards, so judged by them alone it has findings.
      expect(command.includes("--profile rfc") ? [0, 1] : [0], output).toContain(code);
      const lines = output.split("\n").map(withoutNumbers);
      for (const line of shownAfter(command)) expect(lines).toContain(withoutNumbers(line));
    },
    180_000,
  );
}
