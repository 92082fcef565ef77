import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withoutSecrets } from "./secret-finder.ts";

interface Vectors {
  secret: string;
  forms: { form: string; text: string }[];
}
const vectors: Vectors[] = JSON.parse(
  readFileSync(new URL("../../testing/redaction-vectors.json", import.meta.url), "utf8"),
);

describe.each(vectors)("of the secret $secret", ({ secret, forms }) => {
  const clean = withoutSecrets([secret]);
  test.each(forms)("no trace is left of the form $form", ({ text }) => {
    const left = clean(`before ${text} after`);
    expect(left).toMatch(/^before .*REDACTED.* after$/);
    // A few letters of neighbouring text in Base64 may stay.
    expect(left.length).toBeLessThan("before  after".length + "REDACTED".length + 24);
  });
});

test("a text without the secret is unchanged, also with a short secret", () => {
  const text = '{"userName":"ada","note":"100% \\u0041 &amp; eG94cA=="}';
  expect(withoutSecrets(["xoxp-1-abc", "a", "ada"])(text)).toBe(text);
});

test.each(["%", "\\", "&", "A", "%25", "\\\\u00", "&amp;", "x"])(
  "a megabyte of %j takes no noticeable time",
  (part) => {
    const text = part.repeat(1_000_000 / part.length);
    // Quadratic work on this would take hours, and the test's time limit ends it.
    expect(withoutSecrets(["xoxp-1-abc", "%%%%&&&&"])(text).length).toBeGreaterThan(0);
  },
);
