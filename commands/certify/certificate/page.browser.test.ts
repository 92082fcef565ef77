import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Certification } from "../../../schemas/index.ts";
import { executable, launch, openPage, type WatchedPage } from "../../../testing/browser.ts";
import { beyondTheWindow, faintTexts } from "../../../testing/page-look.ts";
import {
  sampleCertification,
  sampleDeviations,
} from "../../../testing/runs/sample-certification.ts";
import { certificatePage } from "./page.ts";

const { product, notTested } = sampleCertification();
const long = "Enterprise Identity Governance and Lifecycle Administration Suite "
  .repeat(4)
  .slice(0, 199);
const names = { ...product, organization: long, product: long, version: long.slice(0, 80) };
const finding = {
  ...{ id: "SCIM20-7644-3.3-04", version: "2.0", title: "POST of a user returns 201" },
  ...{ area: "users", level: "SHALL", source: "RFC 7644 §3.3", message: "saw ".repeat(80) },
  exchanges: ["2.0/7", "2.0/8", "2.0/9", "2.0/10"],
} as const satisfies Certification["failures"][number];

const twoPages: [string, Partial<Certification>][] = [
  ["no deviation", {}],
  ["one", { deviations: sampleDeviations(1) }],
  ["eight", { deviations: sampleDeviations(8) }],
  ["twelve", { deviations: sampleDeviations(12) }],
  ["twenty", { deviations: sampleDeviations(20) }],
  ["twenty of a specimen", { specimen: true, deviations: sampleDeviations(20) }],
  ["long names", { product: names }],
  ["twenty with long names", { product: names, deviations: sampleDeviations(20) }],
  [
    "twenty of both versions, with all the texts that Slack's API is judged against",
    {
      specimen: true,
      deviations: sampleDeviations(20),
      texts: Array.from({ length: 8 }, (_, index) => ({
        name: `RFC 7643, System for Cross-domain Identity Management: Core Schema ${index}`,
        ...{ date: "read 2026-11", url: "https://www.rfc-editor.org/rfc/rfc7643" },
      })),
    },
  ],
  ["names of wide letters", { product: { ...names, product: "認証基盤製品".repeat(33) } }],
  [
    "names from right to left",
    { specimen: true, product: { ...product, organization: "شرکت نرم‌افزاری", product: "ספרייה" } },
  ],
  ["three broken rules", { level: "not conformant", failures: [finding, finding, finding] }],
];

const annexed: [string, Partial<Certification>][] = [
  ["forty deviations", { deviations: sampleDeviations(40) }],
  [
    "many of everything",
    {
      level: "not conformant",
      product: names,
      deviations: sampleDeviations(40, { sentence: `${long}.` }),
      failures: Array.from({ length: 30 }, () => finding),
      warnings: Array.from({ length: 60 }, () => finding),
      notTested: (
        ["budget", "blocked-by", "read-only", "optional", "not-offered"] as const
      ).flatMap((code) =>
        notTested.map((group) => ({ ...group, code, reason: long, missing: true })),
      ),
    },
  ],
];

/** Needs a Chromium on the machine; nothing downloads one. */
describe.skipIf(executable === undefined)("the certificate in a browser without a network", () => {
  const scratch = mkdtempSync(join(tmpdir(), "scim-certificate-"));
  const file = join(scratch, "certificate.html");
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    watched = await openPage(browser);
    page = watched.page;
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const show = async (more: Partial<Certification>) => {
    writeFileSync(file, certificatePage(sampleCertification(more)));
    await page.goto(pathToFileURL(file).href);
  };
  const printedPages = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // Every page is A4: 595 × 842 points.
    const boxes = pdf.toString("latin1").match(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/g);
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(boxes).toHaveLength(pages.length);
    return pages.length;
  };

  test.each(twoPages)("%s: two printed A4 pages", async (_, more) => {
    await show(more);
    expect(await page.locator(".annex").count()).toBe(0);
    expect(await printedPages()).toBe(2);
  });

  test.each(annexed)("%s: two pages, then the annex", async (_, more) => {
    await show(more);
    const all = await printedPages();
    expect(all).toBeGreaterThan(2);
    await page.evaluate(`document.querySelector(".annex").remove()`);
    expect(await printedPages()).toBe(2);
  });

  test.each(["light", "dark"] as const)(
    "every text has a contrast of 4.5:1 in a %s colour scheme",
    async (colorScheme) => {
      await show({ specimen: true, deviations: sampleDeviations(25) });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(faintTexts)).toEqual([]);
      await page.emulateMedia({ colorScheme: null });
    },
  );

  test("on paper the scheme is light, whatever the screen has", async () => {
    await show({ specimen: true });
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    expect(await page.evaluate(`getComputedStyle(document.body).color`)).toBe("rgb(27, 31, 36)");
    await page.emulateMedia({ colorScheme: null, media: null });
  });

  test("it has one typeface", async () => {
    await show({ specimen: true, deviations: sampleDeviations(25) });
    const families = await page.evaluate(
      `[...new Set([...document.querySelectorAll("body, body *")].map((one) => getComputedStyle(one).fontFamily))]`,
    );
    expect(families).toEqual(["system-ui, sans-serif"]);
  });

  test("has nothing beyond the edge of a phone, and asks for nothing", async () => {
    await show({ product: names, deviations: sampleDeviations(25) });
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate(beyondTheWindow)).toEqual([]);
    expect(watched.asked).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});
