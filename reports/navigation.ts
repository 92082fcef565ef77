import { factsFolder } from "../schemas/fact-address.ts";
import { escapeHtml } from "./escape-html.ts";

/**
 * The pages of a report, in the order of the navigation: each a file in the folder of the report,
 * named in full, since a folder opens from disk as a listing.
 */
export const pagePaths = {
  summary: "index.html",
  differences: "differences/index.html",
  tests: "awesome/index.html",
  coverage: "coverage/index.html",
  facts: `${factsFolder}/index.html`,
} as const;

type PageName = keyof typeof pagePaths;

const titles: Readonly<Record<PageName, string>> = {
  summary: "Summary",
  differences: "Differences",
  tests: "Test results",
  coverage: "Coverage",
  facts: "Facts about Slack",
};

/** The links to all pages, as every page shows them. @returns HTML */
export function navigation(current: PageName): string {
  const toReport = current === "summary" ? "" : "../";
  const links = Object.entries(pagePaths).map(([name, path]) => {
    const here = name === current ? ' aria-current="page"' : "";
    return `<a href="${toReport}${path}"${here}>${escapeHtml(titles[name as PageName])}</a>`;
  });
  return `<nav class="pages" aria-label="Report">${links.join(" ")}</nav>`;
}

/** The style of the navigation. It names no variable: Allure's page has other ones. */
export const navigationStyle = `
  nav.pages { display: flex; flex-wrap: wrap; gap: .3rem; margin: 0 0 1rem; padding: .3rem; border-radius: .5rem; background: #22303f; font: 14px/1.4 system-ui, sans-serif; }
  nav.pages a { color: #fff; text-decoration: none; padding: .25rem .7rem; border-radius: .35rem; }
  nav.pages a:hover { background: #3a4c5f; }
  nav.pages a:focus-visible { outline: 3px solid #8ab4f8; outline-offset: 1px; }
  nav.pages a[aria-current] { background: #fff; color: #22303f; font-weight: 600; }
  @media (max-width: 30rem) { nav.pages a { padding: .25rem .45rem; } }
  @media print { nav.pages { display: none; } }
`;
