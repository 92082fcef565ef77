import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { command } from "../testing/commands/built-command.ts";

const document = readFileSync(new URL("../docs/command-line.md", import.meta.url), "utf8");

/** The flags in the code spans of a text. */
const flagsIn = (text: string) =>
  [...text.matchAll(/`[^`\n]*`/g)].flatMap(([span]) => span.match(/--[a-z][a-z\d-]*/g) ?? []);

test("every flag of run that the document names exists", async () => {
  const { stdout: help } = await command(["run", "--help"], { cwd: ".", env: process.env });
  const existing = new Set(help.match(/--[a-z][a-z\d-]*/g));
  const [text = "", table = ""] = document.split("| habit |");
  // The third column has the flags of this tool.
  const here = table.split("\n").map((row) => row.split(" | ")[2] ?? "");
  const named = [text, ...here].flatMap(flagsIn);
  expect(new Set(named).size).toBeGreaterThan(15);
  expect(named.filter((flag) => !existing.has(flag))).toEqual([]);
});
