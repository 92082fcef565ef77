import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { executable, launch, openPage, type WatchedPage } from "../../testing/browser.ts";
import { firstRun } from "../../testing/runs/first-run.ts";
import { clearTitle } from "../../testing/runs/sample-lesson.ts";
import {
  sampleDifference,
  sampleEntry,
  sampleExchange,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import { ownValues } from "./own-values.ts";
import { differencesPage } from "./page.ts";

const [old] = clearTitle.today;
const [now] = clearTitle.tomorrow;
const user = {
  ...Object.fromEntries("abcdefghijklmnopqrst".split("").map((name) => [name, name])),
  title: "Analyst",
};
const cleared = { ...user, title: "" };

/** What a run sends to find out how each version clears an attribute. */
const exchanges = (["1.1", "2.0"] as const).flatMap((version): Exchange[] => {
  const url = `https://scim.example/scim/v${version[0]}/Users/U1`;
  const step = (number: number, method: string, body: unknown, back: unknown, status = 200) => {
    const exchange = sampleExchange(`${version}/${number}`, back, {
      ...{ method, url },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (exchange.response) exchange.response.status = status;
    return exchange;
  };
  const isOwn = (form: "1.1" | "2.0") => form === version;
  return [
    step(1, "PUT", user, user),
    step(
      2,
      "PATCH",
      old.body,
      isOwn("1.1") ? cleared : { detail: "invalid_syntax" },
      isOwn("1.1") ? 200 : 400,
    ),
    step(3, "GET", undefined, isOwn("1.1") ? cleared : user),
    step(4, "PUT", user, user),
    step(
      5,
      "PATCH",
      now.body,
      isOwn("2.0") ? cleared : { Errors: { description: "bad_request" } },
      isOwn("2.0") ? 200 : 400,
    ),
    step(6, "GET", undefined, isOwn("2.0") ? cleared : user),
    step(7, "PUT", user, user),
  ];
});
const id = "DIFF-PATCH-04";
const difference = sampleDifference({ id, exchanges: exchanges.map((one) => one.id) });
const unmet = sampleDifference({ id: "DIFF-PATCH-05", status: "not-probed", note: "no PATCH" });
const catalogue = {
  differences: [id, unmet.id].map((one) => ({ ...sampleEntry, id: one, lesson: clearTitle })),
};

describe.skipIf(executable === undefined)("a lesson in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "scim-lesson-"));
  const file = join(folder, "index.html");
  let browser: Browser;
  const opened: WatchedPage[] = [];

  beforeAll(async () => {
    browser = await launch();
    const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
    const results = sampleResults([difference, unmet]);
    writeFileSync(file, differencesPage(results, catalogue, byId, ownValues([], []), firstRun));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: BrowserContextOptions = {}) {
    const watched = await openPage(browser, options);
    opened.push(watched);
    const { page } = watched;
    await page.goto(`${pathToFileURL(file).href}#${id}`);
    const row = page.locator(`#${id}`);
    if (options.javaScriptEnabled !== false) await row.locator(".pairs > .pair").first().waitFor();
    return { page, row };
  }

  test("the deciding lines are shown: meta.attributes and the remove operation, in the lesson and in the run", async () => {
    const { row } = await open();
    expect(await row.locator(".lesson").innerText()).toMatch(
      /Today SCIM 1\.1.*PATCH \/scim\/v1\/Users\/U123ABC/s,
    );
    for (const line of ['"attributes": [', '"title"', '"op": "remove",', '"path": "title"']) {
      expect(await row.locator(".http", { hasText: line }).first().isVisible(), line).toBe(true);
      // Both bodies were sent to both versions, so nothing in them differs.
      const cells = row.locator(".pair[open] td", { hasText: line });
      expect(await cells.count(), line).toBeGreaterThanOrEqual(2);
      expect(await cells.first().isVisible(), line).toBe(true);
    }
  });

  test("what came back, and what today's request does in 2.0, are said in words", async () => {
    const { row } = await open();
    const text = await row.locator(".lesson").innerText();
    expect(text).toContain("SCIM 1.1 accepted with 200; read back: title is gone");
    expect(text).toContain("SCIM 2.0 accepted with 200; read back: title is gone");
    expect(text).toContain(
      "Today's request, sent to 2.0 unchanged: rejected with 400 invalid_syntax",
    );
    expect(text).toMatch(/What a client must change\s+Something\./);
  });

  test("each step has a caption, and preparation is behind one line", async () => {
    const { row } = await open();
    const captions = row.locator(".pairs > .pair .caption");
    expect(await captions.allInnerTexts()).toEqual([
      "the 1.1 body sent to 1.1 (clears title): accepted with 200",
      "the 1.1 body sent to 2.0 (clears title): rejected with 400 invalid_syntax",
      "reads the user back: title is gone",
      "reads the user back: title is still there",
      "the 2.0 body sent to 1.1 (clears title): rejected with 400 bad_request",
      "the 2.0 body sent to 2.0 (clears title): accepted with 200",
      "reads the user back: title is still there",
      "reads the user back: title is gone",
    ]);
    const others = row.locator(".second-rank");
    expect(await others.locator("> summary").allInnerTexts()).toEqual([
      "1 step of preparation",
      "1 step of preparation",
      "1 step after that",
    ]);
    expect(await others.first().getAttribute("open")).toBeNull();
  });

  test("equal lines that do not decide are folded", async () => {
    const { row } = await open();
    expect(await row.locator(".pair[open] .fold button").count()).toBeGreaterThan(0);
    expect(
      await row.locator(".pair[open] td", { hasText: '"title": "Analyst"' }).count(),
    ).toBeGreaterThan(0);
  });

  test("buttons copy the request and the command, also where a page from disk has no clipboard", async () => {
    for (const isBlocked of [false, true]) {
      const { page, row } = await open();
      // What Chromium gives a page from disk depends on its settings.
      if (isBlocked)
        await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      else await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const request = row.locator(".request").nth(1);
      for (const [label, selector] of [
        ["Copy", ".http"],
        ["Copy as curl", ".curl pre"],
      ] as const) {
        await request.getByRole("button", { name: label, exact: true }).click();
        await request.getByText("Copied.").waitFor();
        const source = await request.locator(selector).textContent();
        await page.getByLabel("Search").fill("");
        await page.evaluate(
          "document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))",
        );
        await page.locator("#paste").focus();
        await page.keyboard.press("ControlOrMeta+V");
        expect(await page.locator("#paste").inputValue()).toBe(source);
        await page.evaluate("document.querySelector('#paste').remove()");
      }
    }
  });

  test("the buttons are reached by Tab from the row", async () => {
    const { page, row } = await open();
    await row.locator(".handle").focus();
    const labels: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      await page.keyboard.press("Tab");
      labels.push(await page.locator(":focus").innerText());
    }
    expect(labels).toEqual(expect.arrayContaining(["Copy", "Copy as curl"]));
    await row.getByRole("button", { name: "Copy as curl" }).first().focus();
    await page.keyboard.press("j");
    expect(await page.locator("article:focus-within").getAttribute("id")).toBe(unmet.id);
  });

  test("a difference that was not met says what it means for the reader", async () => {
    const { page } = await open();
    expect(await page.locator(`#${unmet.id}`).textContent()).toContain(
      `What this means for you: ${clearTitle.unmet}`,
    );
    expect(await page.locator(`#${id}`).textContent()).not.toContain("What this means for you");
  });

  test("without scripts the requests and the commands can be read", async () => {
    const { row } = await open({ javaScriptEnabled: false });
    await row.locator(".handle").click();
    expect(await row.locator(".http").first().isVisible()).toBe(true);
    await row.locator(".curl summary").first().click();
    expect(await row.locator(".curl pre").first().innerText()).toMatch(/^curl -i -X PATCH 'https:/);
    expect(await row.getByRole("button").count()).toBe(0);
  });

  test("on a narrow screen nothing is wider than the screen", async () => {
    const { page } = await open({ viewport: { width: 400, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(400);
  });

  test("no network requests, no foreign scripts, no errors", () => {
    for (const { asked, complaints, dialogs } of opened) {
      expect({ asked, complaints, dialogs }).toEqual({ asked: [], complaints: [], dialogs: [] });
    }
  });
});
