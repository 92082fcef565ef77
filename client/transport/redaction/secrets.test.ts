import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.ts";
import { hide } from "./hide.ts";

interface Vectors {
  secret: string;
  forms: { form: string; text: string }[];
}
const vectors: Vectors[] = JSON.parse(
  readFileSync(new URL("../../../testing/redaction-vectors.json", import.meta.url), "utf8"),
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
    // Neighbouring text in Base64 may stay.
    expect(left.length).toBeLessThan("before  after".length + "[redacted]".length + 24);
    expect(clean(left)).toBe(left);
  });
});

describe("text that is not a secret stays", () => {
  test.each([
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"user_not_found"}',
    "100% of &amp; and \\u0041 and C:\\new\\table",
    "xoxp-mock-admin and xoxp-not-a-token are words",
    Buffer.from("nothing to see here, at all").toString("base64"),
  ])("%s", (text) => {
    expect(without(["hunter2-Hunter2"], ["scim"])(text)).toBe(text);
  });

  test("a secret of three characters is removed only where it stands alone", () => {
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
])("a token of Slack is recognised by its form: %s", (token) => {
  const clean = without([]);
  expect(clean(`see ${token}.`)).toBe("see [redacted].");
  expect(clean(encodeURIComponent(token).replace("x", "%78"))).toBe("[redacted]");
});

test("nothing is left of overlapping secrets", () => {
  const clean = without(["password1", "name:password1", "word1234"]);
  expect(clean("name:password1 password1234")).toBe("[redacted] [redacted]");
});

test("replacements are not searched: a password may be a part of one", () => {
  const clean = without(["dacted", "person"]);
  expect(clean("[redacted] dacted [personal] person")).toBe(
    "[redacted] [redacted] [personal] [redacted]",
  );
});

describe("the secrets that are searched for", () => {
  test.each<[string, string[], string, string]>([
    ["an empty one is ignored", [""], "a b", "a b"],
    ["of three characters, alone", ["a+b"], "a+b xa+bx", "[redacted] xa+bx"],
    ["of four anywhere", ["a+bc"], "xa+bcx a+b", "x[redacted]x a+b"],
    ["with signs of patterns", ["a.*(b"], "a.*(b axx(b", "[redacted] axx(b"],
    ["with a space, as in a form too", ["ab cd"], "ab cd ab+cd", "[redacted] [redacted]"],
    ["that looks like an escape", ["50%25"], "50%25 50% 50%2525", "[redacted] 50% [redacted]"],
    ["that looks like an escape twice", ["ab%2525"], "ab%25 ab%", "[redacted] ab%"],
    ["that is short when it is undone", ["a%41b"], "aAb a%41b", "aAb [redacted]"],
    ["of which one begins with the other", ["abcd", "abcdef"], "abcdefg", "[redacted]g"],
    ["that overlap", ["abcd", "cdef"], "xabcdefx", "x[redacted]x"],
  ])("%s", (_, secrets, text, left) => {
    expect(without(secrets)(text)).toBe(left);
  });

  test("an empty account is ignored; so are duplicates", () => {
    expect(without([], ["", "ada", "ada"])("ada a, xada")).toBe("[redacted] a, xada");
  });

  test("in both alphabets of Base64, at each offset, with non-ASCII characters", () => {
    // Its Base64 holds a plus sign and a slash.
    for (const secret of ["\u00fb\u00ef\u00be~~??>>", "~~~~????>>>>"]) {
      const clean = without([secret]);
      for (const before of ["", "a", "ab"]) {
        for (const after of ["", "a", "ab"]) {
          const bytes = Buffer.from(`${before}${secret}${after}`, "utf8");
          for (const text of [bytes.toString("base64"), bytes.toString("base64url")]) {
            const left = clean(`"${text}"`);
            expect(left).toContain("[redacted]");
            expect(left.replace("[redacted]", "").length).toBeLessThanOrEqual(
              2 + Math.ceil((before.length * 8) / 6) + Math.ceil((after.length * 8) / 6) + 2,
            );
          }
        }
      }
    }
  });

  test("a text that only begins like one in Base64 stays", () => {
    const clean = without(["hunter2-Hunter2"]);
    const base64 = Buffer.from("hunter2-Hunter3").toString("base64");
    expect(clean(base64)).toBe(base64);
  });

  test("so does the Base64 of a short one, and one whose last bits are of another byte", () => {
    expect(without(["abc"])("YWJj YWJjZA==")).toBe("YWJj YWJjZA==");
    expect(without(["abcd"])("YWJjZA== YWJjZP YWJjZt==")).toBe("[redacted] [redacted] YWJjZt==");
  });

  test("a token of Slack that contains others is searched once", () => {
    // Quadratic work on this would take minutes, and the test's time limit ends it.
    expect(without([])("xoxb-1-".repeat(100_000))).toBe("[redacted]");
  });

  test("a token of Slack ends at its last possible character", () => {
    expect(without([])("axoxb-1234567890 xoxb-1234567890_x")).toBe("axoxb-1234567890 [redacted]_x");
  });
});
