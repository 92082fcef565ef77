import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { facts } from "../facts/index.ts";
import type { CheckResult, DifferenceResult } from "../schemas/index.ts";
import { appearance, executable, launch, openPage, type WatchedPage } from "../testing/browser.ts";
import { readmeRun } from "../testing/documents/readme-run.ts";
import { beyondTheWindow, faintTexts } from "../testing/page-look.ts";
import { sampleDifference, sampleResults } from "../testing/runs/sample-run.ts";
import { pagePaths } from "./navigation.ts";
import { readCatalogue } from "./run-directory.ts";
import type { ChangedResult } from "./since/since-last-run.ts";
import { summaryPage } from "./summary/page.ts";

/** A script that finds the ids of facts that stand in the text of a page, but in no link. */
const unlinkedFacts = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    if (parentElement.closest("a, script, .label")) continue;
    found.push(...(textContent.match(/FACT-[A-Z]+-\\d+/g) ?? []));
  }
  return found;
})()`;

/** Needs a Chromium on the machine; nothing downloads one. */
describe.skipIf(executable === undefined)(
  "the report of a run, in a browser without a network",
  () => {
    const scratch = mkdtempSync(join(tmpdir(), "scim-report-"));
    /** The output of the run, for reading only. */
    let folder: string;
    let browser: Browser;
    let watched: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      ({ folder } = await readmeRun());
      browser = await launch();
      watched = await openPage(browser);
      page = watched.page;
    }, 180_000);

    afterAll(async () => {
      await browser?.close();
      rmSync(scratch, { recursive: true, force: true });
    });

    const reportFile = (path: string) => join(folder, "report", path);
    const open = (path: string, hash = "") =>
      page.goto(`${pathToFileURL(reportFile(path)).href}${hash}`);

    /** A summary with more to say than there is room for. */
    function crowded(): string {
      const words = "<b>many words</b> ".repeat(60);
      const many = (more: Partial<DifferenceResult>) =>
        Array.from({ length: 50 }, (_, index) =>
          sampleDifference({ id: `DIFF-OBS-${index}`, topic: words + index, ...more }),
        );
      const differences = [
        ...many({ kind: "undocumented", status: "otherwise", clientMustChange: words }),
        ...many({ status: "not-probed" }).map((one) => ({ ...one, note: one.topic ?? words })),
      ];
      const answer = { by: "SCIM20-1", title: words, version: "2.0", agrees: false } as const;
      const facts = Array.from({ length: 50 }, (_, index) => ({
        ...{ id: `FACT-${index}`, statement: words, agrees: false },
        answers: [{ ...answer, observed: words }],
      }));
      const checks = Array.from(
        { length: 50 },
        (_, index): CheckResult => ({
          ...{ id: `SCIM20-${index}`, title: words, area: "users", version: "2.0", level: "MUST" },
          ...{ source: "s", verdict: "fail", message: words, exchanges: [], durationMs: 1 },
        }),
      );
      const changes = checks.map(
        ({ id, version, title }): ChangedResult => ({
          ...{ of: "check", id, version, title, before: "pass", now: "fail" },
        }),
      );
      const previous = { startedAt: "2026-01-01T00:00:00Z", toolVersion: "0.2.0" };
      const since = { previous, regressed: changes, fixed: changes, changed: changes };
      const results = sampleResults(differences, { target: words, checks });
      return summaryPage(results, { differences: [] }, [], {
        since,
        learnt: { facts, notSeen: [] },
      });
    }

    test("the start page is the summary, and its old address leads there", async () => {
      await open("index.html");
      await page.getByText("Can we migrate?").waitFor();
      const { target } = JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));
      expect(await page.title()).toBe(`Summary: SCIM 1.1 to 2.0, ${target}`);
      await page.getByText("No earlier run of this target in this folder.").waitFor();
      await open("summary/index.html");
      await page.waitForURL("**/report/index.html");
    });

    describe.each(Object.values(pagePaths))("%s", (path) => {
      // Once for all of its tests: Allure's page has some megabytes.
      beforeAll(async () => {
        await open(path);
        if (path !== pagePaths.tests) return;
        await appearance(page.getByText('Environment: "SCIM 1.1"'), watched);
      });

      test("every link names a file of the report, or a place that the page has", async () => {
        const links = await page
          .locator("a[href]")
          .evaluateAll((all: { href: string }[]) => all.map(({ href }) => href));
        expect(links.length).toBeGreaterThan(4);
        const local = links.filter((link) => link.startsWith("file:"));
        const wrong = local.filter((link) => {
          const [file = ""] = link.split("#");
          return file.endsWith("/") || !existsSync(fileURLToPath(file));
        });
        expect(wrong).toEqual([]);
        if (path === pagePaths.tests) return;
        // A fragment of the own page is an element, or a filter of it.
        const own = pathToFileURL(reportFile(path)).href;
        const fragments = local.filter((link) => link.startsWith(`${own}#`));
        const places = await page
          .locator("[id]")
          .evaluateAll((all: { id: string }[]) => all.map(({ id }) => id));
        const missing = fragments
          .map((link) => decodeURIComponent(link.slice(own.length + 1)))
          .filter((id) => !places.includes(id));
        expect(missing.filter((id) => !/^(?:impact|tag|area)=/.test(id))).toEqual([]);
      });

      if (path === pagePaths.tests) {
        test("the test results stand side by side in two environments", async () => {
          await page.getByText('Environment: "SCIM 1.1"').waitFor();
          await page.getByText('Environment: "SCIM 2.0"').waitFor();
        });
      }

      test("has the navigation of all pages, which a keyboard reaches first", async () => {
        const names = ["Summary", "Differences", "Test results", "Coverage", "Facts about Slack"];
        const index = Object.values(pagePaths).indexOf(path);
        const nav = page.getByRole("navigation", { name: "Report" });
        expect(await nav.getByRole("link").allInnerTexts()).toEqual(names);
        expect(await nav.locator('[aria-current="page"]').innerText()).toBe(names[index]);
        await page.keyboard.press("Tab");
        await nav.getByRole("link", { name: "Summary" }).and(page.locator(":focus")).waitFor();
        if (path === pagePaths.summary) return;
        await page.keyboard.press("Enter");
        await page.waitForURL("**/report/index.html", { waitUntil: "commit" });
      });
    });

    test("a card shows as many rows as it says", async () => {
      for (const [path, hash] of [
        [pagePaths.summary, "differences/index.html#"],
        [pagePaths.differences, "#impact="],
        [pagePaths.facts, "#tag="],
      ] as const) {
        await open(path);
        const cards = page.locator(`ul.counts a[href^="${hash}"]`);
        const count = await cards.count();
        expect(count, path).toBeGreaterThan(2);
        for (let index = 0; index < count; index += 1) {
          // A card of the summary leads to another page, one of the others filters its own.
          if (path === pagePaths.summary) await open(path);
          const number = await cards.nth(index).locator("b").innerText();
          await cards.nth(index).click();
          await page.getByText(new RegExp(`^${number} of \\d+ shown$`)).waitFor();
        }
      }
    });

    test("the page of differences shows both versions and what a client must change", async () => {
      await open("differences/index.html");
      const row = page.locator("#DIFF-PATCH-01");
      expect(await row.locator("> div").allInnerTexts()).toEqual([
        expect.stringContaining("the body of a PATCH"),
        expect.stringContaining("A partial resource"),
        expect.stringContaining("An Operations array"),
        expect.stringContaining("Send each change as an operation"),
        expect.stringMatching(/breaking\s+as documented/),
      ]);
      expect(await page.locator("article.row").count()).toBe(
        readCatalogue(folder).differences.length,
      );
    });

    test("a row opens to the exchanges of both versions, side by side", async () => {
      const evidence = page.locator("#DIFF-PATCH-01 .evidence");
      await evidence.locator("summary").first().click();
      const pair = evidence.locator(".pair[open]").first();
      const [v1 = "", v2 = ""] = await pair.locator(".captions .sent").allInnerTexts();
      expect(v1).toContain("PATCH /scim/v1/Users");
      expect(v2).toContain("PATCH /scim/v2/Users");
      expect(await pair.locator("mark").count()).toBeGreaterThan(2);
    });

    test("the summary says whether a migration is possible, and what to change first", async () => {
      await open("index.html");
      await page.getByText("Can we migrate? Yes, after changes to the client").waitFor();
      expect(await page.locator("ol li").count()).toBe(10);
      expect(await page.locator("ol li").first().innerText()).toContain("breaking: empties groups");
      await page.getByRole("link", { name: "DIFF-PATCH-01" }).click();
      await page.locator("#DIFF-PATCH-01 .pair[open]").first().waitFor();
    });

    test("the summary is one printed page, also with many findings of many words", async () => {
      for (const html of [readFileSync(reportFile("index.html"), "utf8"), crowded()]) {
        const file = join(scratch, "summary.html");
        writeFileSync(file, html);
        await page.goto(pathToFileURL(file).href);
        const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
        expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      }
    });

    const { tests: _, ...own } = pagePaths;
    const pages = Object.values(own);

    test("every fact that a page names is a link to its statement", async () => {
      await open("facts/index.html");
      const ids = new Set(
        await page
          .locator("article.row")
          .evaluateAll((rows: { id: string }[]) => rows.map(({ id }) => id)),
      );
      expect(ids.size).toBe(facts.length);
      for (const name of pages) {
        await open(name);
        const links = await page
          .locator('a[href*="FACT-"]')
          .evaluateAll((all: { href: string }[]) => all.map(({ href }) => href));
        expect(links.length, name).toBeGreaterThan(5);
        const wrong = links.filter((link) => {
          const [, id = ""] = link.split("/report/facts/index.html#");
          return !ids.has(id);
        });
        expect(wrong, name).toEqual([]);
        expect(await page.evaluate(unlinkedFacts), name).toEqual([]);
      }
      // The walk sees an id that is no link.
      await page.evaluate('document.body.append("FACT-DELETE-11")');
      expect(await page.evaluate(unlinkedFacts)).toEqual(["FACT-DELETE-11"]);
    });

    test("Allure's results link each fact that they name", () => {
      const results = join(folder, "allure-results");
      const known = new Set<string>(facts.map(({ id }) => id));
      let linked = 0;
      for (const file of readdirSync(results).filter((name) => name.endsWith("-result.json"))) {
        const { description = "" } = JSON.parse(readFileSync(join(results, file), "utf8"));
        const link = /\[(FACT-[A-Z]+-\d+)\]\(\.\.\/facts\/index\.html#\1\)/g;
        for (const [, id = ""] of description.matchAll(link)) {
          expect(known, file).toContain(id);
          linked += 1;
        }
        expect(description.replace(link, ""), file).not.toMatch(/FACT-[A-Z]/);
      }
      expect(linked).toBeGreaterThan(100);
    });

    test("a link from the differences and from the summary leads to the statement", async () => {
      await open("differences/index.html", "#DIFF-GRP-07");
      await page.locator("#DIFF-GRP-07 li .fact a", { hasText: "FACT-GROUP-53" }).click();
      await page.waitForURL("**/facts/index.html#FACT-GROUP-53");
      const statement = page.locator("#FACT-GROUP-53");
      await statement.getByText("removes all members, not only").waitFor();
      await page.locator("#FACT-GROUP-53 .handle:focus").waitFor();
      expect(await statement.getByRole("link", { name: /^Microsoft Entra/ }).count()).toBe(1);
      await statement.getByRole("link", { name: "DIFF-GRP-07" }).click();
      await page.locator("#DIFF-GRP-07 .pair[open]").first().waitFor();

      await open("index.html");
      const first = page.locator("ol .fact a.id").first();
      const id = await first.innerText();
      await first.click();
      await page.locator(`#${id} .handle:focus`).waitFor();
    });

    test("a deviation in Allure opens the statement in a tab", async () => {
      // Another page: the sandbox of a description complains of each look into it.
      const opened = await openPage(browser);
      const { page: results, asked } = opened;
      await results.goto(pathToFileURL(reportFile("awesome/index.html")).href);
      await appearance(results.locator("input").first(), opened);
      await results.locator("input").first().fill("any operation on a deleted resource");
      await results.getByText("delete", { exact: true }).last().click();
      await results.getByText("any operation on a deleted resource").last().click();
      const description = results.frameLocator("iframe");
      const tab = results.context().waitForEvent("page");
      await description.getByRole("link", { name: "FACT-DELETE-11" }).first().click();
      await (await tab).locator("#FACT-DELETE-11 .handle:focus").waitFor();
      await results.getByRole("link", { name: /^FACT-DELETE-11: Slack's SCIM API/ }).waitFor();
      expect(asked).toEqual([]);
      await results.context().close();
    });

    test("the test results appear also where the page arrives slowly", async () => {
      const html = readFileSync(reportFile(pagePaths.tests), "utf8");
      const data = html.indexOf('id="packed-data">');
      expect(data).toBeGreaterThan(0);
      let arrive = () => {};
      const server = createServer(({ url }, response) => {
        if (url !== "/") return response.writeHead(404).end();
        response.writeHead(200, { "content-type": "text/html" });
        response.write(html.slice(0, data));
        arrive = () => response.end(html.slice(data));
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const { port } = server.address() as AddressInfo;
      const slow = await openPage(browser, { offline: false });
      await slow.page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "commit" });
      // Allure's script has begun, and has no data yet.
      await slow.page.locator("#allure-app-loader").waitFor({ state: "detached" });
      arrive();
      await appearance(slow.page.getByText('Environment: "SCIM 1.1"'), slow);
      expect(slow.complaints).toEqual([]);
      await slow.page.context().close();
      await new Promise((done) => server.close(done));
    });

    test("the facts are searched, and chosen by area and by how they are known", async () => {
      await open("facts/index.html", "#tag=INF&area=DELETE");
      const shown = () => page.locator("#shown").innerText();
      const total = facts.length;
      const assumed = facts.filter(
        ({ id, tag }) => tag === "INF" && id.startsWith("FACT-DELETE-"),
      ).length;
      expect(await shown()).toBe(`${assumed} of ${total} shown`);
      await page.getByRole("button", { name: "Clear filters" }).first().click();
      await page.keyboard.type("FACT-DELETE-11");
      expect(await shown()).toBe(`1 of ${total} shown`);
      await page.keyboard.press("Tab");
      await page.locator("h1").click();
      await page.keyboard.press("j");
      await page.locator("#FACT-DELETE-11 .handle:focus").waitFor();
    });

    /** Opens what a reader can open, rows of differences aside: there are very many. */
    const openAll = () =>
      page.evaluate(`(() => {
        for (const one of document.querySelectorAll("details:not(.evidence, .evidence *)")) one.open = true;
        for (const one of [...document.querySelectorAll(".evidence")].slice(0, 5)) one.open = true;
      })()`);

    describe.each(pages)("%s", (path) => {
      beforeAll(async () => {
        await open(path);
        await openAll();
      });

      test.each(["light", "dark"] as const)(
        "every text has a contrast of 4.5:1 in a %s colour scheme",
        async (colorScheme) => {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate(faintTexts)).toEqual([]);
          // The script sees a faint text.
          const faint = colorScheme === "light" ? "#aaa" : "#444";
          await page.evaluate(`document.querySelector("h1").style.color = "${faint}"`);
          expect(await page.evaluate(faintTexts)).toHaveLength(1);
          await page.evaluate(`document.querySelector("h1").style.color = ""`);
          await page.emulateMedia({ colorScheme: null });
        },
      );

      test("has nothing beyond the edge of a phone", async () => {
        const size = page.viewportSize();
        await page.setViewportSize({ width: 400, height: 800 });
        expect(await page.evaluate(beyondTheWindow)).toEqual([]);
        // The script sees an element that is too wide.
        await page.evaluate(
          `document.body.append(Object.assign(document.createElement("p"), { textContent: "long".repeat(200), style: "width: 1000px" }))`,
        );
        expect(await page.evaluate(beyondTheWindow)).toHaveLength(1);
        if (size) await page.setViewportSize(size);
      });
    });

    test("every link works over HTTP too", async () => {
      const server = createServer(({ url = "/" }, response) => {
        const file = reportFile(decodeURIComponent(new URL(url, "http://localhost").pathname));
        const found = existsSync(file) && statSync(file).isFile();
        response.writeHead(found ? 200 : 404, { "content-type": "text/html" });
        response.end(found ? readFileSync(file) : undefined);
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const { port } = server.address() as AddressInfo;
      const base = `http://127.0.0.1:${port}/`;
      const served = await openPage(browser, { offline: false });
      const asked = new Map<string, number>();
      for (const path of Object.values(pagePaths)) {
        await served.page.goto(base + path);
        const links = await served.page
          .locator("a[href]")
          .evaluateAll((all: { href: string }[]) => all.map(({ href }) => href));
        for (const link of links.filter((one) => one.startsWith(base))) {
          const [address = ""] = link.split("#");
          if (!asked.has(address)) asked.set(address, (await fetch(address)).status);
        }
      }
      await served.page.context().close();
      await new Promise((done) => server.close(done));
      expect(asked.size).toBeGreaterThan(4);
      expect([...asked].filter(([, status]) => status !== 200)).toEqual([]);
      expect(served.complaints).toEqual([]);
    });

    test("on paper the controls are gone, and the lessons of what breaks are open", async () => {
      await open(pagePaths.differences);
      await page.emulateMedia({ media: "print" });
      for (const hidden of ["nav.pages", "#filters", "footer"]) {
        expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
      }
      const lesson = page.locator("#DIFF-PATCH-04 .lesson");
      expect(await lesson.locator("pre.http").first().isVisible()).toBe(true);
      expect(await page.locator("#SAME-01 .lesson pre.http").first().isVisible()).toBe(false);
      await page.emulateMedia({ media: null });
    });

    test("without scripts every page says what it is about", async () => {
      const { page: plain } = await openPage(browser, { javaScriptEnabled: false });
      for (const [path, text] of [
        [pagePaths.summary, "Can we migrate?"],
        [pagePaths.differences, "What changes from SCIM 1.1 to SCIM 2.0"],
        [pagePaths.coverage, "None: no check fails"],
        [pagePaths.facts, "Facts about Slack"],
      ] as const) {
        await plain.goto(pathToFileURL(reportFile(path)).href);
        await plain.getByText(text).first().waitFor();
        expect(await plain.locator("#filters:visible").count(), path).toBe(0);
      }
      await plain.context().close();
    });

    test("no network requests and no errors", () => {
      expect(watched.asked).toEqual([]);
      expect(watched.complaints).toEqual([]);
    });
  },
);
