import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Redact } from "../../schemas/index.ts";
import { inlineScript } from "../inline-script.ts";
import { navigation, navigationStyle, pagePaths } from "../navigation.ts";
import { runFiles } from "../run-directory.ts";
import { writePages } from "../write-pages.ts";
import { writeText } from "../write-text.ts";
import type { Generator } from "./generator.ts";

/** Writes the report of a run, once. */
export class ReportWriter {
  readonly #generator: Generator;
  #run = "";
  #allure: Promise<void> | undefined;

  constructor(generator: Generator) {
    this.#generator = generator;
  }

  /**
   * Begins Allure's page, which takes longest: it needs the results of the run, what Allure's
   * reporter wrote, and the journal; none of the other files.
   */
  async begin(directory: string): Promise<void> {
    this.#run = resolve(directory);
    await rm(runFiles(this.#run).report, { recursive: true, force: true });
    this.#allure = this.#generator.generate(this.#run);
    // The error is thrown where the page is awaited.
    this.#allure.catch(() => {});
  }

  /**
   * Writes the summary and the pages that it links to, while another process writes Allure's page:
   * neither reads what the other writes.
   * @param redact redacts text made from the files of the run
   * @returns the path of the page to open
   * @throws Error when Allure fails; the message quotes its output
   */
  async finish(redact: Redact): Promise<string> {
    const { report } = runFiles(this.#run);
    writePages(this.#run, redact);
    await this.#allure;
    await finishPage(resolve(report, pagePaths.tests), redact);
    return resolve(report, pagePaths.summary);
  }

  /** Ends what was begun and not finished. */
  abandon(): void {
    this.#generator.abandon();
  }
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
  const links = inlineScript(["description-links"]);
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
