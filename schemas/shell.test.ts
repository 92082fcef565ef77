import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { inQuotes, shellWord } from "./shell.ts";

const words = [
  "scim-results",
  "",
  "my results/$(date) `x`",
  "Zoë's & co.json",
  "a\nb",
  "*?[]{}~!#;|<>",
  "-n",
  "--set=x y",
];

test.each(words)("a shell reads %j as one word, unchanged", (word) => {
  for (const quoted of [shellWord(word), inQuotes(word)]) {
    expect(execFileSync("sh", ["-c", `printf %s ${quoted}`], { encoding: "utf8" })).toBe(word);
  }
});

test("a plain word stays readable", () => {
  expect(shellWord("http://127.0.0.1:8080/scim/v2")).toBe("http://127.0.0.1:8080/scim/v2");
  expect(shellWord("results of today")).toBe("'results of today'");
});
