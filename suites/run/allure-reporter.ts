import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Globals, TestResult, TestResultContainer } from "allure-js-commons";
import type { Category, EnvironmentInfo } from "allure-js-commons/sdk";
import { FileSystemWriter, ReporterRuntime } from "allure-js-commons/sdk/reporter";
import AllureVitestReporter from "allure-vitest/reporter";
import type { Vitest } from "vitest/node";
import type { Redaction } from "../../client/index.ts";
import { allureLabel } from "../../schemas/allure-labels.ts";
import { writeText } from "./write-text.ts";

type Gate = Pick<Redaction, "written" | "writtenJson">;

/**
 * Allure's own writer flushes each of its thousands of files to disk, which took longer than all
 * checks. Nothing is lost without that: a killed run has no report anyway, and its exchanges and
 * journal are written elsewhere.
 */
class QuickWriter extends FileSystemWriter {
  readonly #directory: string;
  readonly #gate: Gate;

  constructor(resultsDir: string, gate: Gate) {
    super({ resultsDir });
    this.#directory = resultsDir;
    this.#gate = gate;
    mkdirSync(resultsDir, { recursive: true });
  }

  override writeResult(result: TestResult): void {
    this.#json(`${result.uuid}-result.json`, impersonal(result));
  }

  override writeGroup(group: TestResultContainer): void {
    this.#json(`${group.uuid}-container.json`, group);
  }

  override writeGlobals(name: string, globals: Globals): void {
    this.#json(name, globals);
  }

  override writeEnvironmentInfo(info: EnvironmentInfo): void {
    this.#json("environment.json", info);
  }

  override writeCategoriesDefinitions(categories: Category[]): void {
    this.#json("categories.json", categories);
  }

  /** Every attachment of this suite is text. */
  override writeAttachment(name: string, content: Buffer): void {
    writeText(join(this.#directory, name), this.#gate.written(content.toString("utf8")));
  }

  override writeAttachmentFromPath(name: string, from: string): void {
    this.writeAttachment(name, readFileSync(from));
  }

  #json(name: string, value: unknown): void {
    writeText(join(this.#directory, name), this.#gate.writtenJson(value));
  }
}

/**
 * A result without data of this machine: without its host name, for which Allure's timeline gets
 * another, and without the stack of a failed check, which shows only where this suite is installed.
 */
function impersonal(result: TestResult): TestResult {
  const { trace, ...details } = result.statusDetails;
  const isJudged = result.labels.some(({ name }) => name === allureLabel.verdict);
  return {
    ...result,
    labels: result.labels.map((label) =>
      label.name === allureLabel.host ? { name: allureLabel.host, value: "suite" } : label,
    ),
    statusDetails: isJudged || trace === undefined ? details : { ...details, trace },
  };
}

/** allure-vitest's reporter, with a writer that redacts and does not wait for the disk. */
export class AllureReporter extends AllureVitestReporter {
  readonly #directory: string;
  readonly #gate: Gate;

  /** @param gate removes secrets and addresses from everything that is written, errors included */
  constructor(resultsDir: string, gate: Gate) {
    super({ resultsDir, reportMatchers: false });
    this.#directory = resultsDir;
    this.#gate = gate;
  }

  override onInit(vitest: Vitest): void {
    super.onInit(vitest);
    const runtime: unknown = Reflect.get(this, "allureReporterRuntime");
    if (runtime instanceof ReporterRuntime)
      runtime.writer = new QuickWriter(this.#directory, this.#gate);
  }
}
