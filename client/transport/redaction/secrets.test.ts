import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.ts";
import { hide } from "./hide.ts";

interface Vectors {
  secret: string;
  forms: { form: string; text: string }[];
}
const vectors: Vectors[] = JSON.parse(
  readFileSync(new URL("../../../schemas/testing/redaction-vectors.json", import.meta.url), "utf8"),
);

const without = (secrets: readonly string[], accounts: readonly string[] = []) => {
  const find = findSecrets(secrets, accounts);
  return (text: string) => hide(text, find);
};

describe.each(vectors)("of the secret $secret", ({ secret, forms }) => {
  const clean = without([secret]);
  test.each(forms)("no trace is left of the form $form", ({ text }) => {
    const left = clean(`before ${text} after`);
    expect(left).toMatch(/^before .*\[redacted\].* after$/);
    // What stood beside it in Base64 may stay.
    expect(left.length).toBeLessThan("before  after".length + "[redacted]".length + 24);
    expect(clean(left)).toBe(left);
  });
});

/** The ways in which a character is written, each for some place of the texts that are tried. */
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
/** Not the placeholder itself, and long enough to be looked for everywhere. */
const password = fc
  .string({ unit: "grapheme-ascii", minLength: 6, maxLength: 24 })
  .filter((text) => !"[redacted][personal]".includes(text) && text.trim() === text);
const unicodePassword = fc
  .array(fc.constantFrom(..."aZ9ßéж漢😀$ /"), { minLength: 6, maxLength: 16 })
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() === text);
const secrets = fc.oneof(slackToken, password, unicodePassword);
/** Surroundings that end and begin where no escape is begun. */
const around = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\\%&#;]/g, "."));

/** Whether a secret can be read in a text when all its escapes are undone, or in its Base64. */
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
  test("in any spelling of each character they are not readable afterwards", () => {
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

  test("inside of Base64, wherever they begin and whatever follows, none of their characters is left", () => {
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
          // Only what stands beside it stays, in whole characters of Base64.
          expect(rest).toBeLessThanOrEqual(
            Math.ceil((before.length * 8) / 6) + Math.ceil((after.length * 8) / 6) + 2,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("a text that does not hold them stays as it is", () => {
    fc.assert(
      fc.property(secrets, fc.string({ unit: "grapheme", maxLength: 200 }), (secret, text) => {
        fc.pre(!readable(text, secret));
        expect(without([secret])(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is no secret stays", () => {
  test.each([
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"user_not_found"}',
    "100% of &amp; and \\u0041 and C:\\new\\table",
    "xoxp-mock-admin and xoxp-not-a-token are words",
    Buffer.from("nothing to see here, at all").toString("base64"),
  ])("%s", (text) => {
    expect(without(["hunter2-Hunter2"], ["scim"])(text)).toBe(text);
  });

  test("a secret of three characters goes only where it stands by itself", () => {
    const clean = without(["abc"]);
    expect(clean("abc, abcd, xabc, urn:abc:d, (abc)")).toBe(
      "[redacted], abcd, xabc, urn:abc:d, ([redacted])",
    );
    expect(clean("p=%61bc")).toBe("p=[redacted]");
    expect(without(["abcd"])("xabcdx")).toBe("x[redacted]x");
  });
});

test.each([
  ["xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy"],
  ["xoxe.xoxp-1-Mi0yLTE5ODc0Njk4MzIz"],
  ["xapp-1-A02ABCDEF-1234567890-abcdef"],
])("a token of Slack is told by its shape: %s", (token) => {
  const clean = without([]);
  expect(clean(`see ${token}.`)).toBe("see [redacted].");
  expect(clean(encodeURIComponent(token).replace("x", "%78"))).toBe("[redacted]");
});

test("overlapping secrets leave nothing, whichever is longer", () => {
  const clean = without(["password1", "name:password1", "word1234"]);
  expect(clean("name:password1 password1234")).toBe("[redacted] [redacted]");
});

test("what was put in the place of a secret is not looked into: a password may be a part of it", () => {
  const clean = without(["dacted", "person"]);
  expect(clean("[redacted] dacted [personal] person")).toBe(
    "[redacted] [redacted] [personal] [redacted]",
  );
});

test.each(["%", "\\", "&", "A", "%25", "\\\\u00", "&amp;", "&#4", "x", "xox", "é", "@", "a@"])(
  "a megabyte of %j takes no time that one would notice",
  (part) => {
    // Quadratic work on this would take hours, and the test's time limit ends it.
    const text = part.repeat(1_000_000 / part.length);
    const clean = without(["xoxp-1-abcd-9", "%%%%&&&&", "AAAAAAAB"], ["scim"]);
    expect(clean(text).length).toBeGreaterThan(0);
  },
);
