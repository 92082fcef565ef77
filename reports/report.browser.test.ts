import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DifferenceResult } from "../schemas/index.ts";
import { executable, launch, openPage, type WatchedPage } from "../testing/browser.ts";
import { sampleDifference, sampleResults } from "../testing/runs/sample-run.ts";
import { readCatalogue } from "./run-directory.ts";
import { summaryPage } from "./summary/page.ts";

/** Needs a Chromium on the machine; nothing downloads one. */
describe.skipIf(executable === undefined)(
  "the report of a run, in a browser without a network",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "scim-report-"));
    const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    let browser: Browser;
    let watched: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      execFileSync(process.execPath, [main, "run", "--out", folder], { stdio: "ignore" });
      browser = await launch();
      watched = await openPage(browser);
      page = watched.page;
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const reportFile = (path: string) => join(folder, "report", path);
    const open = (path: string) => page.goto(pathToFileURL(reportFile(path)).href);

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
      return summaryPage(sampleResults(differences, { target: words }), { differences: [] }, [], {
        facts,
        notSeen: [],
      });
    }

    test("the start page links to the test results and the differences", async () => {
      await open("index.html");
      await page.getByText("Differences between SCIM 1.1 and 2.0").waitFor();
      await page.getByText("SCIM conformance of embedded mock").waitFor();
    });

    test("the test results stand side by side in two environments", async () => {
      await open("awesome/index.html");
      await page.getByText('Environment: "SCIM 1.1"').waitFor();
      await page.getByText('Environment: "SCIM 2.0"').waitFor();
    });

    test("the page of differences shows both versions and what a client must change", async () => {
      await open("differences/index.html");
      const row = page.locator("#DIFF-PATCH-01");
      expect(await row.locator("> div").allInnerTexts()).toEqual([
        expect.stringContaining("the body of a PATCH"),
        expect.stringContaining("A partial resource"),
        expect.stringContaining("An Operations array"),
        expect.stringContaining("each change becomes an operation"),
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
      const [v1 = "", v2 = ""] = await pair.locator(".captions bdi").allInnerTexts();
      expect(v1).toContain("PATCH /scim/v1/Users");
      expect(v2).toContain("PATCH /scim/v2/Users");
      expect(await pair.locator("mark").count()).toBeGreaterThan(2);
    });

    test("the summary says whether a migration is possible, and what to change first", async () => {
      await open("summary/index.html");
      await page.getByText("Can we migrate? Yes, after changes to the client").waitFor();
      expect(await page.locator("ol li").count()).toBe(10);
      expect(await page.locator("ol li").first().innerText()).toContain("Change the base URL");
      await page.getByRole("link", { name: "DIFF-PATCH-01" }).click();
      await page.locator("#DIFF-PATCH-01 .pair").first().waitFor();
    });

    test("the summary is one printed page, also with many findings of many words", async () => {
      for (const html of [readFileSync(reportFile("summary/index.html"), "utf8"), crowded()]) {
        const file = join(folder, "summary.html");
        writeFileSync(file, html);
        await page.goto(pathToFileURL(file).href);
        const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
        expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      }
    });

    test("no network requests and no errors", () => {
      expect(watched.asked).toEqual([]);
      expect(watched.complaints).toEqual([]);
    });
  },
);
