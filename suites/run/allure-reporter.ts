import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestResult } from "allure-js-commons";
import { FileSystemWriter, ReporterRuntime } from "allure-js-commons/sdk/reporter";
import AllureVitestReporter from "allure-vitest/reporter";
import type { Vitest } from "vitest/node";

/**
 * Allure's own writer flushes every file to the disk, thousands in a run: that took longer than all
 * checks. Nothing is lost without it: a run that is killed has no report, its exchanges and journal
 * are written elsewhere.
 */
class QuickWriter extends FileSystemWriter {
  readonly #directory: string;

  constructor(resultsDir: string) {
    super({ resultsDir });
    this.#directory = resultsDir;
    mkdirSync(resultsDir, { recursive: true });
  }

  override writeResult(result: TestResult): void {
    writeFileSync(
      join(this.#directory, `${result.uuid}-result.json`),
      JSON.stringify(impersonal(result)),
    );
  }

  override writeAttachment(name: string, content: Buffer): void {
    writeFileSync(join(this.#directory, name), content);
  }
}

/**
 * A result without what is only of this machine: its name, and the stack of a check that judged,
 * which says where this suite is installed and nothing of the server. Allure's timeline wants a host.
 */
function impersonal(result: TestResult): TestResult {
  const { trace, ...details } = result.statusDetails;
  const isJudged = result.labels.some(({ name }) => name === "verdict");
  return {
    ...result,
    labels: result.labels.map((label) =>
      label.name === "host" ? { name: "host", value: "suite" } : label,
    ),
    statusDetails: isJudged || trace === undefined ? details : { ...details, trace },
  };
}

/** allure-vitest's reporter with a writer that does not wait for the disk. */
export class AllureReporter extends AllureVitestReporter {
  readonly #directory: string;

  constructor(resultsDir: string) {
    super({ resultsDir, reportMatchers: false });
    this.#directory = resultsDir;
  }

  override onInit(vitest: Vitest): void {
    super.onInit(vitest);
    const runtime: unknown = Reflect.get(this, "allureReporterRuntime");
    if (runtime instanceof ReporterRuntime) runtime.writer = new QuickWriter(this.#directory);
  }
}
