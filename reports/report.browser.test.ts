import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "./differences/catalogue.ts";

const executable = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find(existsSync);
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Needs a Chromium on the machine; nothing downloads one. */
describe.skipIf(executable === undefined)(
  "the report of a run, in a browser without a network",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "scim-report-"));
    const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    let browser: Browser;
    let page: Page;
    /** What the page asked for outside the report, and what it complained about. */
    const asked: string[] = [];
    const complaints: string[] = [];

    beforeAll(async () => {
      execFileSync(process.execPath, [main, "run", "--out", folder], { stdio: "ignore" });
      browser = await chromium.launch({ executablePath: executable ?? "", args: quiet });
      const context = await browser.newContext({
        offline: true,
        viewport: { width: 1400, height: 900 },
      });
      page = await context.newPage();
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
      });
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = (path: string) => page.goto(pathToFileURL(join(folder, "report", path)).href);

    test("the first page leads to the test results and to the differences", async () => {
      await open("index.html");
      await page.getByText("Differences between SCIM 1.1 and 2.0").waitFor();
      await page.getByText("SCIM conformance of embedded mock").waitFor();
    });

    test("the test results stand side by side in two environments", async () => {
      await open("awesome/index.html");
      await page.getByText('Environment: "SCIM 1.1"').waitFor();
      await page.getByText('Environment: "SCIM 2.0"').waitFor();
    });

    test("the table of differences says what each version does and what a client must change", async () => {
      await open("differences/index.html");
      const row = page.locator("#DIFF-PATCH-01");
      expect(await row.locator("td").allInnerTexts()).toEqual([
        expect.stringContaining("the body of a PATCH"),
        expect.stringContaining("A partial resource"),
        expect.stringContaining("An Operations array"),
        expect.stringContaining("each change becomes an operation"),
        expect.stringMatching(/breaking\s+as documented/),
      ]);
      expect(await page.locator("tr.main").count()).toBe(catalogue.length);
    });

    test("a row opens to the exchanges of both versions", async () => {
      const evidence = page.locator("#DIFF-PATCH-01 + tr.evidence");
      await evidence.locator("summary").click();
      const sides = await evidence.locator("section").allInnerTexts();
      expect(sides[0]).toContain("/scim/v1/Users");
      expect(sides[1]).toContain("/scim/v2/Users");
    });

    test("nothing was asked of the network, and nothing complained", () => {
      expect(asked).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
