import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const document = readFileSync(new URL("../docs/command-line.md", import.meta.url), "utf8");
const commands = [...document.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
  block.split("\n").filter((line) => line !== ""),
);

let mock: Mock;
const folder = mkdtempSync(join(tmpdir(), "scim-docs-"));
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  const target = {
    name: "sandbox",
    versions: {
      "1.1": { baseUrl: `${mock.url}/scim/v1` },
      "2.0": { baseUrl: `${mock.url}/scim/v2` },
    },
  };
  writeFileSync(join(folder, "sandbox.json"), JSON.stringify(target));
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(commands)("%s", async (command) => {
  // A shell reads the line; the built command takes the place of the package.
  const line = command.replace(/^npx slack-scim-conformance /, `"${process.execPath}" "${main}" `);
  expect(line).not.toBe(command);
  const env = { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: mock.token };
  const ended = await new Promise((done) => {
    execFile("sh", ["-c", line], { cwd: folder, env }, (error, _, stderr) =>
      done(error ? `${error.code}: ${stderr}` : "0"),
    );
  });
  expect(ended).toBe("0");
});

test("every flag that the document names exists", async () => {
  const help = await new Promise<string>((done) => {
    execFile(process.execPath, [main, "run", "--help"], (_, stdout) => done(stdout));
  });
  const table = document.slice(document.indexOf("| habit |")).split("\n").slice(2);
  const here = table.map((row) => row.split(" | ")[2] ?? "");
  const flags = [document.slice(0, document.indexOf("## What people expect")), ...here].flatMap(
    (text) => [...text.matchAll(/`[^`\n]*?(--[a-z][a-z-]+)/g)].map(([, flag = ""]) => flag),
  );
  const known = ["--profile", "--help"];
  expect(flags.length).toBeGreaterThan(20);
  expect(flags.filter((flag) => !known.includes(flag) && !help.includes(`${flag} `))).toEqual([]);
});
