import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Redact } from "../../schemas/index.ts";
import { inlineScript } from "../inline-script.ts";
import { navigation, navigationStyle, pagePaths } from "../navigation.ts";
import { runFiles } from "../run-directory.ts";
import { writePages } from "../write-pages.ts";
import { writeText } from "../write-text.ts";

/**
 * Writes the report of a finished run: the summary, the pages that it links to, and Allure's page.
 * @param generator the script that makes Allure's page, for the folder in SCIM_RUN_DIRECTORY
 * @param redact redacts text made from the files of the run
 * @returns the path of the page to open
 * @throws Error when Allure fails; the message quotes its output
 */
export async function writeReport(
  directory: string,
  generator: string,
  redact: Redact,
): Promise<string> {
  const run = resolve(directory);
  const { report } = runFiles(run);
  await rm(report, { recursive: true, force: true });
  // Two processes side by side: neither reads what the other writes.
  const allure = execute(process.execPath, [generator], {
    ...process.env,
    SCIM_RUN_DIRECTORY: run,
  });
  try {
    writePages(run, redact);
  } finally {
    await allure;
  }
  await finishPage(resolve(report, pagePaths.tests), redact);
  return resolve(report, pagePaths.summary);
}

/**
 * Allure's page loads an analytics script from elsewhere. A report about an organisation must not
 * reveal that it was opened: a policy blocks every other origin. Links of descriptions, which go to
 * facts, open in a tab.
 *
 * Allure has no option for links to other pages: the navigation is added to its page.
 * @throws Error where Allure did not write its page: it goes on without one that fails
 */
async function finishPage(file: string, redact: Redact): Promise<void> {
  if (!existsSync(file)) throw new Error("Allure did not write its page");
  const policy =
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'; base-uri 'self'";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const links = inlineScript([new URL("../browser/description-links.js", import.meta.url)]);
  const html = await readFile(file, "utf8");
  const finished = html
    .replace(/<script[^>]*googletagmanager[^>]*><\/script>/g, "")
    .replace(
      /<head>/,
      () => `<head>${meta}<style>${navigationStyle}</style><script>${links}</script>`,
    )
    .replace(/<body>/, () => `<body>${navigation("tests")}`);
  writeText(file, redact(finished));
}

function execute(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // Ctrl-C in a terminal reaches the whole process group: this process must finish the report.
      detached: true,
    });
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done();
      else failed(new Error(`Allure could not write the report: ${output.trim()}`));
    });
  });
}
