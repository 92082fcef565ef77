import { existsSync } from "node:fs";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";

/** An installed Chromium: none is downloaded. */
export const executable = [
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

/** @throws Error when the machine has no Chromium */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable ?? "", args: quiet });
}

/** A page without a network, with its unexpected events. */
export interface WatchedPage {
  page: Page;
  /** URLs outside the report that the page requested. */
  asked: string[];
  /** Errors of the console and of scripts. */
  complaints: string[];
  /** Messages of dialogs. */
  dialogs: string[];
}

export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1400, height: 900 },
    ...options,
  });
  // On a busy machine a page of scripts needs longer; the timeout of the test ends what hangs.
  context.setDefaultTimeout(110_000);
  const page = await context.newPage();
  const watched: WatchedPage = { page, asked: [], complaints: [], dialogs: [] };
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) watched.asked.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") watched.complaints.push(message.text());
  });
  page.on("pageerror", (error) => watched.complaints.push(error.message));
  page.on("dialog", (dialog) => {
    watched.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return watched;
}

/** Waits for a part of a page; where it never appears, says what the page shows and complained of. */
export async function appearance(part: Locator, { page, complaints }: WatchedPage): Promise<void> {
  try {
    await part.waitFor();
  } catch (error) {
    const shown = await page.locator("body").innerText();
    const why = [`complaints: ${complaints.join("\n") || "none"}`, `the page shows: ${shown}`];
    throw new Error(why.map((text) => text.slice(0, 2000)).join("\n"), { cause: error });
  }
}
