import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const document = readFileSync(new URL("../docs/command-line.md", import.meta.url), "utf8");

/** The flags in the code spans of a text. */
const flagsIn = (text: string) =>
  [...text.matchAll(/`[^`\n]*`/g)].flatMap(([span]) => span.match(/--[a-z][a-z\d-]*/g) ?? []);

test("every flag of run that the document names exists", async () => {
  const help = await new Promise<string>((done) => {
    execFile(process.execPath, [main, "run", "--help"], (_, stdout) => done(stdout));
  });
  const existing = new Set(help.match(/--[a-z][a-z\d-]*/g));
  const [text = "", table = ""] = document.split("| habit |");
  // The third column has the flags of this tool.
  const here = table.split("\n").map((row) => row.split(" | ")[2] ?? "");
  const named = [text, ...here].flatMap(flagsIn);
  expect(new Set(named).size).toBeGreaterThan(15);
  expect(named.filter((flag) => !existing.has(flag))).toEqual([]);
});
