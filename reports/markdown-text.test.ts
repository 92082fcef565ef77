import { expect, test } from "vitest";
import { cell } from "./markdown-text.ts";

test("plain words stay as they are", () => {
  const text = "Rewrite the update layer: each change becomes an operation (see §, no).";
  expect(cell(text.replace("§, ", ""))).toBe(text.replace("§, ", ""));
});

test.each([
  ["HTML", "<img src=x onerror=alert(1)>", "`<img src=x onerror=alert(1)>`"],
  ["a link", "[click](javascript:alert(1))", "`[click](javascript:alert(1))`"],
  ["an address", "see https://attacker.example", "`see https://attacker.example`"],
  ["an address without a scheme", "www.attacker.example", "`www.attacker.example`"],
  ["a mention", "@everybody", "`@everybody`"],
  ["an issue", "closes #1", "`closes #1`"],
  ["emphasis", "**bold** _it_", "`**bold** _it_`"],
  ["an entity", "&lt;b&gt;", "`&lt;b&gt;`"],
])("%s is code", (_, text, expected) => {
  expect(cell(text)).toBe(expected);
});

test.each([
  ["a pipe", "a | b", "`a \\| b`"],
  ["a backslash before a pipe", "a\\| b", "`a⟨U+005C⟩\\| b`"],
  ["a line end", "a\n| b", "`a⏎\\| b`"],
])("%s does not end the cell", (_, text, expected) => {
  expect(cell(text)).toBe(expected);
});

test.each([
  ["one backtick", "a`<b>", "``a`<b>``"],
  ["many backticks", "``` x ````", "````` ``` x ```` `````"],
  ["a backtick at the end", "<b>`", "`` <b>` ``"],
])("%s does not end the code", (_, text, expected) => {
  expect(cell(text)).toBe(expected);
});

test("invisible characters are escaped", () => {
  expect(cell("a\u202Eb")).toBe("`a⟨U+202E⟩b`");
});

test("a long text is cut between characters, and says so", () => {
  const text = cell("😀".repeat(400));
  expect([...text.replaceAll("`", "")]).toHaveLength(301);
  expect(text).toMatch(/…`$/);
});
