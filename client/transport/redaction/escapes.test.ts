import { describe, expect, test } from "vitest";
import { unescaped } from "./escapes.ts";

describe("one layer of escapes", () => {
  test.each([
    ["\\u0041b", "Ab"],
    ['\\"\\\\\\/', '"\\/'],
    ["%41%62", "Ab"],
    ["%C3%a9%E6%bc%A2%F0%9F%98%80", "é漢😀"],
    ["&#65;&#98", "Ab"],
    ["&#x41;&#X62", "Ab"],
    ["&amp;&AMP;&lt;&commat;&lsqb;", "&&<@["],
    ["&#x10ffff;", "\u{10ffff}"],
    // Each is decoded once.
    ["%2541", "%41"],
    ["a%41b%42c", "aAbBc"],
  ])("%j is %j", (text, plain) => {
    expect(unescaped(text)?.text).toBe(plain);
  });

  test.each([
    "",
    "plain",
    "100%",
    "%4",
    "%zz",
    "\\n",
    "\\u004",
    "&unknown;",
    "&amp",
    "&#x110000;",
    "&#1114112;",
    // No UTF-8: an overlong form, a surrogate.
    "%C0%80",
    "%ED%A0%80",
    "%C3",
    "%80",
  ])("%j holds none", (text) => {
    expect(unescaped(text)).toBeUndefined();
  });

  test("text beside an escape is unchanged", () => {
    expect(unescaped("&unknown; %41 %C0%80 &#x110000;")?.text).toBe(
      "&unknown; A %C0%80 &#x110000;",
    );
  });
});

test.each(["a%41b", "%41%42", "x&amp;y%F0%9F%98%80z", "%41", "abc%41def\\u0042ghi", "&#65;"])(
  "each part of %j maps to its place in the source",
  (text) => {
    const layer = unescaped(text);
    const plain = layer?.text ?? "";
    for (let start = 0; start < plain.length; start += 1) {
      for (let end = start + 1; end <= plain.length; end += 1) {
        const [from, to] = layer?.origin(start, end) ?? [0, 0];
        const source = text.slice(from, to);
        const meant = unescaped(source)?.text ?? source;
        // An escape of two units is one part.
        expect(meant).toContain(plain.slice(start, end));
        const isWhole = !/[\ud800-\udfff]/.test(plain.slice(start, end));
        if (isWhole) expect(meant).toBe(plain.slice(start, end));
      }
    }
  },
);
