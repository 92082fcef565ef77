import { expect, test } from "vitest";
import { visible } from "./visible-text.ts";

test.each([
  ["right-to-left override", "invoice\u202Efdp.exe", "invoice⟨U+202E⟩fdp.exe"],
  ["isolates", "a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"],
  ["no width", "pay\u200Bpal", "pay⟨U+200B⟩pal"],
  ["byte order mark", "\uFEFFx", "⟨U+FEFF⟩x"],
  ["control characters", "a\u0000b\u001B[2J\r\n", "a⟨U+0000⟩b⟨U+001B⟩[2J⟨U+000D⟩\n"],
  ["tags", "x\u{E0041}", "x⟨U+E0041⟩"],
  ["a space other than U+0020", "a\u00A0b", "a⟨U+00A0⟩b"],
  ["half a pair", "a\uD800b", "a⟨U+D800⟩b"],
  ["a filler that takes no room", "a\u3164b", "a⟨U+3164⟩b"],
])("%s is escaped", (_, text, expected) => {
  expect(visible(text)).toBe(expected);
});

test("visible text is unchanged", () => {
  const text = 'Ada "the Countess" שלום 山田 é 😀 <b>\n  next line';
  expect(visible(text)).toBe(text);
});
