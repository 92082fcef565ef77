import { expect, test } from "vitest";
import { factItems, linked } from "./links.ts";

const statement = '<a class="id" href="../facts/index.html#FACT-GROUP-53">FACT-GROUP-53</a>';

test("the id of a fact is a link to its statement, with its public source beside it", () => {
  const html = linked("removes all members (FACT-GROUP-53, OBS)");
  expect(html).toContain(`removes all members (<span class="fact">${statement} <small>[<a href="`);
  expect(html).toMatch(/href="https:\/\/learn\.microsoft\.com\/[^"]+" title="[^"]+">entra-compat/);
  expect(html).toMatch(/<\/small><\/span>, OBS\)$/);
});

test("an id that no fact has stays text, whatever it begins with", () => {
  const known = "FACT-GROUP-53";
  for (const text of [`${known}0`, known.toLowerCase()]) {
    expect(linked(text)).toBe(text);
  }
});

test("no text becomes markup, and invisible characters are shown", () => {
  const html = linked('<img src=x onerror="alert(1)"> FACT-DELETE-15 pay\u200Bpal');
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  expect(html).toContain("⟨U+200B⟩");
});

test("the facts of a difference are listed with what they state, for each version", () => {
  const html = factItems(["FACT-GROUP-53", "<img src=x>"]);
  expect(html).toContain(statement);
  expect(html).toMatch(/OBS: <b>SCIM 2\.0:<\/b> <code>\{&quot;op&quot;:&quot;Remove&quot;/);
  expect(html).toContain("&lt;img src=x&gt;");
});
