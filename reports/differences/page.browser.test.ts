import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DifferenceResult, Exchange } from "../../schemas/index.ts";
import { executable, launch, openPage, type WatchedPage } from "../../testing/browser.ts";
import { firstRun } from "../../testing/runs/first-run.ts";
import {
  sampleCatalogue,
  sampleDifference,
  sampleExchange,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import { ownValues } from "./own-values.ts";
import { differencesPage } from "./page.ts";

/** A displayName that any user can set. */
const hostile = {
  element: '<img src=x onerror="globalThis.pwned = 1; alert(1)">',
  script: "</script><script>globalThis.pwned = 2</script>",
  comment: "<!--<script>",
  template: "<%= it.results.target %>",
  link: "javascript:globalThis.pwned=3",
  remote: '"><img src="https://attacker.example/x.png"><a href="https://attacker.example">',
  turned: "invoice\u202Efdp.exe",
  unseen: "pay\u200Bpal",
};
const hostileText = Object.values(hostile).join(" ");

const differences: DifferenceResult[] = [
  sampleDifference({ id: "DIFF-URL-01", exchanges: ["1.1/1", "2.0/1"] }),
  sampleDifference({
    id: "DIFF-PATCH-01",
    title: "the body of a PATCH",
    area: "patch",
    topic: "PATCH",
    v2: "an array of Operations",
  }),
  sampleDifference({ id: "DIFF-PATCH-06", area: "patch", topic: "PATCH", impact: "silent" }),
  sampleDifference({ id: "DIFF-ERR-04", area: "errors", topic: "errors", impact: "cosmetic" }),
  sampleDifference({ id: "DIFF-ERR-01", area: "errors", topic: "errors", status: "otherwise" }),
  sampleDifference({ id: "DIFF-ERR-02", area: "errors", topic: "errors", status: "not-seen" }),
  sampleDifference({
    id: "SAME-01",
    area: "users",
    topic: "users",
    same: true,
  }),
  sampleDifference({
    id: "DIFF-BULK-01",
    area: "users",
    topic: "bulk",
    status: "not-probed",
    note: "no bulk",
  }),
  sampleDifference({
    id: "DIFF-OBS-A+B=1",
    area: "users",
    topic: hostileText,
    kind: "undocumented",
    status: "otherwise",
    impact: "silent",
    v1: `seen: ${hostileText}`,
    v2: hostileText,
    clientMustChange: hostileText,
    exchanges: ["1.1/2", "2.0/2"],
  }),
];
const areas = [
  "discovery",
  "authentication",
  "representation",
  "pagination",
  "filters",
  "users",
  "groups",
  "patch",
  "put",
  "delete",
] as const;
const long = Array.from({ length: 30 }, (_, index) => index);
const exchanges: Exchange[] = [
  sampleExchange("1.1/1", { id: "U1", title: "Analyst", long }),
  sampleExchange("2.0/1", { id: "U2", title: "Countess", long, nickName: "ada" }),
  sampleExchange("1.1/2", { displayName: hostileText, [hostileText]: hostile }),
  sampleExchange("2.0/2", hostileText, { method: hostileText, url: hostile.link }),
];

describe.skipIf(executable === undefined)("the page of differences in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "scim-page-"));
  let browser: Browser;
  let opened: WatchedPage[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page of these differences, at an address within it. */
  async function open(hash = "", rows = differences, options = {}) {
    const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
    const file = join(folder, `${rows.length}.html`);
    const results = sampleResults(rows, { target: hostileText });
    writeFileSync(
      file,
      differencesPage(results, sampleCatalogue, byId, ownValues([], ["U1", "U2"]), firstRun),
    );
    const watched = await openPage(browser, options);
    opened.push(watched);
    await watched.page.goto(`${pathToFileURL(file).href}${hash}`);
    return watched.page;
  }
  type Page = Awaited<ReturnType<typeof open>>;
  /** For tests that leave it as it was. */
  let shared: Page | undefined;

  const shownIds = (page: Page) =>
    page
      .locator("article.row:visible")
      .evaluateAll((rows: { id: string }[]) => rows.map(({ id }) => id));
  const said = (page: Page) => page.locator("#shown").innerText();

  test("findings come first, then breaking and silent changes, then what stays", async () => {
    const page = await open();
    expect(await page.locator("h2").allInnerTexts()).toEqual([
      expect.stringContaining("Findings"),
      "Breaking changes (2)",
      "Silent changes (1)",
      expect.stringContaining("Cosmetic differences"),
      "Same in both versions (1)",
      "Not probed, and why (1)",
    ]);
    await page.getByText("3 findings:").waitFor();
    expect(await page.locator("ul.counts li").allInnerTexts()).toEqual([
      expect.stringMatching(/^3\s+breaking/),
      expect.stringMatching(/^2\s+silent/),
      expect.stringMatching(/^1\s+cosmetic/),
      expect.stringMatching(/^1\s+the same/),
      expect.stringMatching(/^1\s+not probed/),
    ]);
  });

  test.each([
    ["breaking", 3],
    ["silent", 2],
    ["cosmetic", 1],
    ["not in catalogue", 1],
    ["not as documented", 1],
    ["not seen", 1],
    ["as documented", 4],
    ["same in both", 1],
    ["not probed", 1],
  ])("filter %s leaves %i", async (name, count) => {
    shared ??= await open();
    const box = shared.getByRole("checkbox", { name, exact: true });
    await box.check();
    expect(await shownIds(shared)).toHaveLength(count);
    expect(await said(shared)).toBe(`${count} of 9 shown`);
    await box.uncheck();
  });

  test("filters of area, impact, status and text combine, and are in the address", async () => {
    const page = await open();
    await page.getByLabel("Area").selectOption("patch");
    expect(await shownIds(page)).toEqual(["DIFF-PATCH-01", "DIFF-PATCH-06"]);
    await page.getByRole("checkbox", { name: "breaking" }).check();
    await page.getByRole("checkbox", { name: "as documented", exact: true }).check();
    await page.getByLabel("Search").fill("OPERATIONS array");
    expect(await shownIds(page)).toEqual(["DIFF-PATCH-01"]);

    const { hash } = new URL(page.url());
    const other = await open(hash);
    expect(await shownIds(other)).toEqual(["DIFF-PATCH-01"]);
    expect(await other.getByLabel("Search").inputValue()).toBe("OPERATIONS array");
    await other.locator("#filters").getByRole("button", { name: "Clear filters" }).click();
    expect(await said(other)).toBe("9 of 9 shown");
    expect(new URL(other.url()).hash).toBe("");
  });

  test("a search looks through ids, titles, both versions, changes, sources and reasons", async () => {
    const page = await open();
    const search = page.getByLabel("Search");
    for (const [text, id] of [
      ["diff-url", "DIFF-URL-01"],
      ["body of a patch", "DIFF-PATCH-01"],
      ["operations", "DIFF-PATCH-01"],
      ["transition sdks", "DIFF-URL-01"],
      ["no bulk", "DIFF-BULK-01"],
    ] as const) {
      await search.fill(text);
      expect(await shownIds(page), text).toContain(id);
      expect((await shownIds(page)).length, text).toBeLessThan(differences.length);
    }
    await search.fill("nothing has this");
    await page.getByText("No difference matches these filters.").waitFor();
    expect(await page.locator("h2:visible").count()).toBe(0);
  });

  test("an address with any id opens its row and shows it", async () => {
    for (const id of ["DIFF-URL-01", "DIFF-OBS-A+B=1"]) {
      const page = await open(`#${encodeURIComponent(id)}`);
      const row = page.locator(`article[id="${id}"]`);
      await row.locator(".pair").first().waitFor();
      await page.locator(`article[id="${id}"]:focus-within`).waitFor();
    }
  });

  test("a row opens by the keyboard to two exchanges with what differs marked", async () => {
    const page = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("DIFF-URL-01");
    expect(await shownIds(page)).toEqual(["DIFF-URL-01"]);
    await page.locator("#filters .clear").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const row = page.locator("#DIFF-URL-01");
    await row.locator("mark").first().waitFor();
    expect(await row.locator(".captions").innerText()).toMatch(
      /reads the user\s+1\.1\/1 +GET \/scim\/v1\/Users\/U1 → 200\s+reads the user\s+2\.0\/1 +GET \/scim\/v2\/Users\/U1 → 200/,
    );
    expect(await row.locator("mark").allInnerTexts()).toEqual([
      "GET /scim/v1/Users/U1",
      "GET /scim/v2/Users/U1",
      '"Analyst"',
      '"Countess"',
      '"nickName": "ada"',
    ]);
    expect(await row.locator(".sign").allInnerTexts()).toEqual(["≠", "≠", "≈", "≈", "≠", "≠", "+"]);
    expect(await row.locator(".evidence").innerText()).toContain("Source: ");

    await page.keyboard.press("Space");
    expect(await row.locator("mark").first().isVisible()).toBe(false);
  });

  test("equal lines are folded and can be shown", async () => {
    const page = await open("#DIFF-URL-01");
    const row = page.locator("#DIFF-URL-01");
    expect(await row.getByText("15", { exact: false }).count()).toBe(0);
    await row.getByRole("button", { name: /Show \d+ equal lines/ }).click();
    expect(await row.locator("td", { hasText: "15," }).count()).toBe(2);
  });

  test("j and k go from row to row among those that are shown", async () => {
    const page = await open("#area=patch");
    const focused = () =>
      page.locator("article.row:focus-within").evaluate((row: { id: string }) => row.id);
    await page.keyboard.press("j");
    expect(await focused()).toBe("DIFF-PATCH-01");
    await page.keyboard.press("j");
    expect(await focused()).toBe("DIFF-PATCH-06");
    await page.keyboard.press("k");
    expect(await focused()).toBe("DIFF-PATCH-01");
  });

  test("a hostile displayName does nothing, and its invisible characters are shown", async () => {
    const page = await open("#DIFF-OBS-A%2BB%3D1");
    const row = page.locator('article[id="DIFF-OBS-A+B=1"]');
    await row.locator(".pair").first().waitFor();
    for (const summary of await row.locator(".pair:not([open]) > summary").all()) {
      await summary.click();
    }
    const text = await row.innerText();
    for (const part of [hostile.element, hostile.script, hostile.comment, hostile.template]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("invoice⟨U+202E⟩fdp.exe");
    expect(text).toContain("pay⟨U+200B⟩pal");
    expect(await page.content()).not.toMatch(/[\u202E\u200B]/);
    // No element, no address and no script came of it; the sources of facts are our own links.
    expect(
      await page
        .locator("img, iframe, a[href^='http']:not(.fact a), a[href^='javascript']")
        .count(),
    ).toBe(0);
    expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
  });

  test("the page's policy runs no script and makes no markup, even where one gets in", async () => {
    const page = await open();
    const result = await page.evaluate(`(() => {
      const script = document.createElement("script");
      try { script.textContent = "globalThis.pwned = 4"; document.body.append(script); } catch {}
      try { document.body.innerHTML = "<img src=x onerror='globalThis.pwned = 5'>"; return "parsed"; }
      catch (error) { return error.name; }
    })()`);
    expect(result).toBe("TypeError");
    expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
    // That the browser reports the attempt is what is wanted here.
    opened = opened.filter((watched) => watched.page !== page);
  });

  test("5,000 rows are searched, filtered, linked to and opened", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      sampleDifference({
        id: `DIFF-BIG-${index}`,
        area: areas[index % 10] ?? "users",
        impact: index % 2 ? "silent" : "breaking",
        v1: `value ${index}`,
        exchanges: ["1.1/1", "2.0/1"],
      }),
    );
    const page = await open("#DIFF-BIG-4321", rows);
    const linked = page.locator("#DIFF-BIG-4321");
    await linked.locator("mark").first().waitFor();
    expect(await linked.locator("h3").boundingBox()).toMatchObject({ y: expect.any(Number) });
    await page.waitForFunction(
      "(({top}) => top >= 0 && top < innerHeight)(document.querySelector('#DIFF-BIG-4321').getBoundingClientRect())",
    );
    expect(await page.locator("mark").count()).toBe(5);

    await page.getByLabel("Search").fill("value 4999");
    expect(await shownIds(page)).toEqual(["DIFF-BIG-4999"]);
    await page.getByLabel("Search").fill("");
    await page.getByRole("checkbox", { name: "silent" }).check();
    await page.getByLabel("Area").selectOption("pagination");
    expect(await said(page)).toBe("500 of 5000 shown");
  });

  test("the page follows a dark colour scheme", async () => {
    const page = await open("", differences, { colorScheme: "dark" });
    const luminance = async (property: string) => {
      const color = await page.evaluate(`getComputedStyle(document.body).${property}`);
      return (String(color).match(/\d+/g) ?? [])
        .slice(0, 3)
        .reduce((sum, one) => sum + Number(one), 0);
    };
    expect(await luminance("backgroundColor")).toBeLessThan(150);
    expect(await luminance("color")).toBeGreaterThan(600);
  });

  test("without scripts the rows are shown, and the page says what is missing", async () => {
    const page = await open("", differences, { javaScriptEnabled: false });
    expect(await page.locator("noscript").innerText()).toContain("exchanges.jsonl");
    expect(await page.locator("article.row:visible").count()).toBe(differences.length);
    expect(await page.locator("#filters").isVisible()).toBe(false);
  });

  test("no network requests, no foreign scripts, no errors", () => {
    expect(opened.length).toBeGreaterThan(10);
    for (const { asked, complaints, dialogs } of opened) {
      expect({ asked, complaints, dialogs }).toEqual({ asked: [], complaints: [], dialogs: [] });
    }
  });
});
