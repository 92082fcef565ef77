import { expect, test } from "vitest";
import type { Certification } from "../../../schemas/index.ts";
import {
  sampleCertification,
  sampleDeviation,
  sampleDeviations,
} from "../../../testing/runs/sample-certification.ts";
import { declaration } from "../declaration.ts";
import { certificatePage } from "./page.ts";

const hostile = '<img src=x onerror="alert(1)">';
const product = { ...sampleCertification().product };
const finding = {
  ...{ id: "SCIM20-7644-3.3-04", version: "2.0", title: "POST of a user returns 201" },
  ...{ area: "users", level: "SHALL", source: "RFC 7644 §3.3" },
  ...{ message: "status: expected 201, saw 200", exchanges: ["2.0/7"] },
} as const satisfies Certification["failures"][number];

/** The text of the page, without its style. */
function textOf(certification: Certification): string {
  const [, body = ""] = certificatePage(certification).split("<body>");
  return body.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'");
}

test("the first line says whose declaration it is, on paper and in the text to sign", () => {
  const first =
    "This is the vendor's own declaration with evidence. It is not a certification by Slack.";
  expect(textOf(sampleCertification()).trimStart().startsWith(first)).toBe(true);
  expect(declaration(sampleCertification()).split("\n")[0]).toBe(first);
});

test("it says who, what, which version, the class, the texts with their dates, and the numbers", () => {
  const text = textOf(sampleCertification());
  for (const part of [
    ...["Acme Identity GmbH", "Acme Directory, version 7.3.1", "scim@acme.example"],
    ...["slack-2.0: Slack's SCIM API, version 2.0", "20 November 2026", "RFC 7643, SCIM"],
    ...["September 2015", "read in November 2026", "slack-scim-conformance 0.3.0"],
    "All 288 mandatory rules that apply to the product were tested, and it breaks none of them.",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("%");
});

test.each<[string, Partial<Certification>, string]>([
  ["one deviation", { deviations: sampleDeviations(1) }, "In 1 rule it does what Slack"],
  [
    "a broken rule",
    { level: "not conformant", failures: [finding] },
    "1 finding stands against the product.",
  ],
  ["untested rules", { level: "partial" }, "0 of the 288 mandatory rules that apply"],
])("the level is in words: %s", (_, more, expected) => {
  expect(textOf(sampleCertification(more))).toContain(expected);
  expect(declaration(sampleCertification(more))).toContain(expected);
});

test("a broken rule is named with its exchanges, a suppressed one with its reason and last day", () => {
  const accepted: Certification["suppressed"][number] = {
    ...{ id: finding.id, version: finding.version, title: finding.title, mandatory: true },
    ...{ verdict: "fail", reason: "mended in 7.4", owner: "identity", expires: "2027-01-31" },
  };
  const text = textOf(
    sampleCertification({ level: "not conformant", failures: [finding], suppressed: [accepted] }),
  );
  expect(text).toContain(
    "POST of a user returns 201 (RFC 7644 §3.3, SHALL, SCIM 2.0, SCIM20-7644-3.3-04): status: expected 201, saw 200. Exchange 2.0/7.",
  );
  expect(text).toContain("mended in 7.4 (owner identity, until 31 January 2027)");
});

test("a deviation is a sentence with its fact, and the sources stand below", () => {
  const text = textOf(sampleCertification({ deviations: [sampleDeviation()] }));
  expect(text).toContain(
    "RFC 7644 §3.6 requires (MUST) that any operation on a deleted resource returns 404. Instead: Users are deactivated only. Documented: FACT-DELETE-11 [1, 2]. Rule SCIM20-7644-3.6-02.",
  );
  expect(text).toContain(
    "Sources: [1] Slack's SCIM API reference, read in November 2026; [2] tests of Slack's Java SDK that run against Slack, August 2026.",
  );
});

test("a rule without a keyword in its text is not called a requirement", () => {
  const text = textOf(sampleCertification({ deviations: sampleDeviations(1, { level: "MUST*" }) }));
  expect(text).toMatch(/RFC 7644 §\S+ says that /);
  expect(text).not.toContain("MUST*");
});

test("mandatory rules that were not tested are named, and the reasons are in words", () => {
  const rules = [{ id: "SCIM20-7644-3.4-01", version: "2.0" as const }];
  const budget = { code: "budget", reason: "10 users at most", mandatory: true, missing: true };
  const text = textOf(
    sampleCertification({
      level: "partial",
      notTested: [{ ...budget, code: "budget", rules }],
    }),
  );
  expect(text).toContain("SCIM20-7644-3.4-01 (SCIM 2.0): 10 users at most");
  expect(text).toContain("not allowed to create enough users or groups: 10 users at most");
});

test("deviations beyond twenty go to the annex, and their numbers go on", () => {
  const [main = "", annex = ""] = certificatePage(
    sampleCertification({ deviations: sampleDeviations(40) }),
  ).split('<div class="annex">');
  expect(main.match(/Rule <span class="whole">SCIM20/g)).toHaveLength(20);
  expect(annex.match(/Rule <span class="whole">SCIM20/g)).toHaveLength(20);
  expect(annex).toContain('<ol start="21">');
  const twenty = certificatePage(sampleCertification({ deviations: sampleDeviations(20) }));
  expect(twenty).not.toContain('<div class="annex">');
});

test("only a specimen says so, on each page and where it would be signed", () => {
  const specimen = certificatePage(sampleCertification({ specimen: true }));
  expect(specimen).toContain("<title>SPECIMEN: ");
  expect(specimen).toContain('<p class="specimen">SPECIMEN: ');
  expect(specimen).toContain('content: "SPECIMEN" / ""; position: fixed');
  expect(specimen).toContain("Declaration (specimen: must not be signed)");
  expect(certificatePage(sampleCertification())).not.toMatch(/specimen/i);
  expect(declaration(sampleCertification({ specimen: true }))).toContain("**SPECIMEN: ");
  expect(declaration(sampleCertification())).not.toMatch(/specimen/i);
});

test("every text is escaped, and the page loads nothing", () => {
  const names = { organization: hostile, product: hostile, version: hostile, contact: hostile };
  const page = certificatePage(
    sampleCertification({
      product: { ...product, ...names, role: hostile, plan: hostile, url: "https://a.example/<x>" },
      run: { ...sampleCertification().run, target: hostile, baseUrls: { "2.0": hostile } },
      texts: [{ name: hostile, date: hostile, url: "javascript:alert(1)" }],
      deviations: sampleDeviations(1, { title: hostile, sentence: hostile, source: hostile }),
      failures: [{ ...finding, title: hostile, message: hostile, exchanges: [hostile] }],
      suppressed: [
        { id: hostile, title: hostile, mandatory: true, verdict: "fail", reason: hostile },
      ],
      notTested: [
        { code: "budget", reason: hostile, mandatory: true, missing: true, rules: [finding] },
      ],
      evidence: {
        ...sampleCertification().evidence,
        files: [{ name: "results.json", sha256: `";} * { color: red; } "`, bytes: 1 }],
      },
    }),
  );
  expect(page).not.toMatch(/<img|<script|href="javascript/);
  const [style = ""] = /<style>.*?<\/style>/s.exec(page) ?? [];
  expect(style).not.toContain("color: red");
  expect(page.replace(/<a href="https:[^>]*>/g, "")).not.toMatch(
    /<[^>]* (?:src|href)=|url\(|@import/,
  );
});

test("a name in any script stays as it is, is isolated, and has no hidden characters", () => {
  const names = { product: "ספריית הזהויות בע״מ", organization: "شرکت نرم\u200cافزاری" };
  const page = certificatePage(
    sampleCertification({ product: { ...product, ...names, version: "7\u200b.3" } }),
  );
  expect(page).toContain(`<b><bdi>${names.product}</bdi></b>`);
  expect(page).toContain(`On behalf of <bdi>${names.organization}</bdi>`);
  expect(page).toContain("7⟨U+200B⟩.3");
});

test("the text to sign has every deviation, and no name is markup in it", () => {
  const text = declaration(
    sampleCertification({
      deviations: sampleDeviations(40),
      product: { ...product, product: "**Acme** <b> ![x](y)" },
    }),
  );
  expect(text.match(/Rule SCIM20/g)).toHaveLength(40);
  expect(text).not.toContain("**Acme**");
  expect(text).not.toContain("<b>");
});

test("the same certification gives the same documents", () => {
  const of = () => sampleCertification({ deviations: sampleDeviations(25) });
  expect(certificatePage(of())).toBe(certificatePage(of()));
  expect(declaration(of())).toBe(declaration(of()));
});
