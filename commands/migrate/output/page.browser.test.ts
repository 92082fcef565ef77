import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Migration, MigrationForm } from "../../../schemas/index.ts";
import { executable, launch, openPage } from "../../../testing/browser.ts";
import { migrationMarkdown } from "./markdown.ts";
import { migrationPage } from "./page.ts";

const hostile =
  '</script><img src=x onerror="globalThis.pwned = 1"><script>globalThis.pwned = 2</script>';

const form = (more: Partial<MigrationForm>): MigrationForm => ({
  form: "PATCH /Users/{id} {active}",
  count: 3,
  status: "rewritten",
  statuses: { rewritten: 3 },
  first: { file: "traffic.har", entry: 2 },
  example: { method: "PATCH", path: "/scim/v1/Users/U1", body: { active: false } },
  v2: [{ method: "PATCH", path: "/scim/v2/Users/U1", body: { Operations: [{ value: false }] } }],
  warnings: [{ code: "atomicity", text: "All or nothing.", count: 3 }],
  differences: ["DIFF-PATCH-01"],
  answer: [{ code: "response:status-204", text: "Expect 204.", differences: ["DIFF-STAT-01"] }],
  ...more,
});
const migration: Migration = {
  ...{ tool: "slack-scim-conformance", toolVersion: "0.0.0", migrationVersion: 1 },
  ...{ basePath: "/scim/v1", showValues: false, stopped: null },
  inputs: [{ file: hostile, format: "har", entries: 5, v1: 4, v2: 0, other: 1 }],
  requests: { rewritten: 3, "no-equivalent": 1 },
  forms: [
    form({
      form: `GET ${hostile}`,
      status: "no-equivalent",
      v2: null,
      statuses: { "no-equivalent": 1 },
    }),
    form({ example: { method: "POST", path: hostile, body: { title: hostile } } }),
  ],
  other: { count: 0, statuses: {} },
  dangerous: [{ form: `GET ${hostile}`, why: "2.0 has no such request" }],
  findings: [{ file: hostile, entry: 3, kind: "unreadable", text: "the body is not JSON" }],
  findingsOmitted: 0,
  notSeen: ["No PUT."],
};
const titles = new Map([["DIFF-PATCH-01", "the body of a PATCH"]]);

test("the Markdown holds both requests of a form, and nothing that a recording says as markup", () => {
  const text = migrationMarkdown(migration, titles);
  expect(text).toContain("PATCH /scim/v2/Users/U1");
  expect(text).toContain("the body of a PATCH");
  expect(text).toContain("No PUT.");
  // Within a code span or a block of code, it is text.
  const outside = text.replace(/```.*?```/gs, "").replace(/`[^`]*`/g, "");
  expect(outside).not.toContain("<img");
});

describe.skipIf(executable === undefined)("in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "scim-migration-page-"));
  const file = join(folder, "index.html");
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file, migrationPage(migration, titles));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([1280, 400])("the page at %i pixels is safe, fits and filters", async (width) => {
    const watched = await openPage(browser, { viewport: { width, height: 900 } });
    const { page } = watched;
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.locator("article.row").count()).toBe(2);
    expect(await page.getByRole("button", { name: "Copy as Python requests" }).count()).toBe(1);
    await page.getByLabel("no equivalent").check();
    expect(await page.locator("article.row:visible").count()).toBe(1);
    expect(await page.locator("#shown").textContent()).toBe("1 of 2 shown");
    expect(watched.complaints).toEqual([]);
    expect(watched.asked).toEqual([]);
    await page.close();
  });
});
