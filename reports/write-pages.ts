import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Redact } from "../schemas/index.ts";
import { coveragePage } from "./coverage/page.ts";
import { differencesPage } from "./differences/page.ts";
import { factsPage } from "./facts/page.ts";
import { pagePaths } from "./navigation.ts";
import { pagePolicy } from "./page-style.ts";
import { type RunData, readRun } from "./run-data.ts";
import { runFiles } from "./run-directory.ts";
import { summaryPage } from "./summary/page.ts";
import { writeText } from "./write-text.ts";

/** The address of the summary until 0.2.0: links to it still lead there. */
const oldSummary = "summary/index.html";

const movedPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pagePolicy}
<meta http-equiv="refresh" content="0; url=../${pagePaths.summary}">
<title>Summary</title>
</head>
<body><p>The summary is <a href="../${pagePaths.summary}">the first page of the report</a>.</p></body>
</html>
`;

/**
 * Writes the pages of a report that are our own: the summary, which is its start page, and those
 * that it links to. Allure's are beside them.
 * @param run absent: what the files of the run say
 * @throws Error with one line where a file of the run is missing or not valid
 */
export function writePages(
  directory: string,
  redact: Redact,
  run: RunData = readRun(directory),
): void {
  const { results, catalogue, coverage, exchanges, own, learnt, since } = run;
  const pages = {
    [pagePaths.summary]: summaryPage(results, catalogue, coverage, { learnt, since }),
    [oldSummary]: movedPage,
    [pagePaths.differences]: differencesPage(results, catalogue, exchanges, own, since),
    [pagePaths.coverage]: coveragePage(results, coverage),
    [pagePaths.facts]: factsPage(results, catalogue),
  };
  const { report } = runFiles(directory);
  for (const [path, page] of Object.entries(pages)) {
    const file = join(report, path);
    mkdirSync(dirname(file), { recursive: true });
    writeText(file, redact(page));
  }
}
