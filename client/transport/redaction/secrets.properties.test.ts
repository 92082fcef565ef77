import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.ts";
import { hide } from "./hide.ts";

const without = (secrets: readonly string[], accounts: readonly string[] = []) => {
  const find = findSecrets(secrets, accounts);
  return (text: string) => hide(text, find);
};

/** Encodings of a character, each for some place of the tested texts. */
const spellings: readonly ((character: string) => string)[] = [
  (character) => JSON.stringify(character).slice(1, -1),
  (character) => units(character, (hex) => `\\u${hex}`),
  (character) => units(character, (hex) => `\\u${hex.toUpperCase()}`),
  (character) => bytes(character, (hex) => `%${hex}`),
  (character) => bytes(character, (hex) => `%${hex.toUpperCase()}`),
  (character) => bytes(character, (hex) => `%25${hex}`),
  (character) => `&#${character.codePointAt(0)};`,
  (character) => `&#x${character.codePointAt(0)?.toString(16)};`,
  (character) => units(character, (hex) => `\\\\u${hex}`),
  (character) => encodeURIComponent(`&#${character.codePointAt(0)};`),
];

function units(text: string, write: (hex: string) => string): string {
  return text
    .split("")
    .map((unit) => write(unit.charCodeAt(0).toString(16).padStart(4, "0")))
    .join("");
}

function bytes(text: string, write: (hex: string) => string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) => write(byte.toString(16).padStart(2, "0")))
    .join("");
}

const slackToken = fc.stringMatching(/^[A-Za-z0-9-]{12,40}$/).map((rest) => `xoxp-${rest}`);
/** Not the placeholder itself, and long enough to be searched for everywhere. */
const password = fc
  .string({ unit: "grapheme-ascii", minLength: 6, maxLength: 24 })
  .filter((text) => !"[redacted][personal]".includes(text) && text.trim() === text);
const unicodePassword = fc
  .array(fc.constantFrom(..."aZ9ßéж漢😀$ /"), { minLength: 6, maxLength: 16 })
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() === text);
const secrets = fc.oneof(slackToken, password, unicodePassword);
/** Surroundings that do not begin or end inside an escape. */
const around = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\\%&#;]/g, "."));

/** Whether a secret is readable in a text with all escapes decoded, or in its Base64. */
function readable(text: string, secret: string): boolean {
  let plain = text;
  for (let layer = 0; layer < 5; layer += 1) {
    if (plain.includes(secret)) return true;
    plain = plain
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\(["\\/])/g, "$1")
      .replace(/(?:%[0-9a-f]{2})+/gi, (all) =>
        Buffer.from(all.replaceAll("%", ""), "hex").toString("utf8"),
      )
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  }
  return false;
}

describe("generated secrets", () => {
  test("are not readable afterwards, in any encoding of each character", () => {
    fc.assert(
      fc.property(
        secrets,
        fc.array(fc.nat(), { minLength: 1, maxLength: 24 }),
        around,
        around,
        (secret, ways, before, after) => {
          // A backslash that is escaped once, before a character that is escaped twice, is another text.
          fc.pre(!secret.includes("\\") || ways.every((way) => way % spellings.length !== 8));
          const written = [...secret]
            .map((character, index) => {
              const way = ways[index % ways.length] ?? 0;
              return (spellings[way % spellings.length] ?? String)(character);
            })
            .join("");
          const left = without([secret])(`${before} ${written} ${after}`);
          expect(readable(left, secret)).toBe(false);
          expect(left).toContain("[redacted]");
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("in Base64, at any offset and with any neighbours, none of their characters is left", () => {
    fc.assert(
      fc.property(
        secrets,
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.boolean(),
        (secret, before, after, url) => {
          const all = Buffer.concat([before, Buffer.from(secret, "utf8"), after]);
          const left = without([secret])(`"${all.toString(url ? "base64url" : "base64")}"`);
          expect(left).toContain("[redacted]");
          const rest = left.replace("[redacted]", "").length - 2;
          // Only the neighbouring text stays, in whole characters of Base64.
          expect(rest).toBeLessThanOrEqual(
            Math.ceil((before.length * 8) / 6) + Math.ceil((after.length * 8) / 6) + 2,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("a text without them is unchanged", () => {
    fc.assert(
      fc.property(secrets, fc.string({ unit: "grapheme", maxLength: 200 }), (secret, text) => {
        fc.pre(!readable(text, secret));
        expect(without([secret])(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(["%", "\\", "&", "A", "%25", "\\\\u00", "&amp;", "&#4", "x", "xox", "é", "@", "a@"])(
  "a megabyte of %j takes no noticeable time",
  (part) => {
    // Quadratic work on this would take hours, and the test's time limit ends it.
    const text = part.repeat(1_000_000 / part.length);
    const clean = without(["xoxp-1-abcd-9", "%%%%&&&&", "AAAAAAAB"], ["scim"]);
    expect(clean(text).length).toBeGreaterThan(0);
  },
);
