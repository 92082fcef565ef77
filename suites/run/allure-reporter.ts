import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Globals, TestResult, TestResultContainer } from "allure-js-commons";
import type { Category, EnvironmentInfo } from "allure-js-commons/sdk";
import { FileSystemWriter, ReporterRuntime } from "allure-js-commons/sdk/reporter";
import AllureVitestReporter from "allure-vitest/reporter";
import type { RunnerTask as Task } from "vitest";
import type { TestCase, TestModule, Vitest } from "vitest/node";
import type { Redaction } from "../../client/index.ts";
import { allureLabel } from "../../schemas/allure-labels.ts";
import { evidenceText, named } from "./evidence-text.ts";
import { RecordedExchanges } from "./recorded-exchanges.ts";
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
  readonly #recorded: RecordedExchanges;

  constructor(resultsDir: string, gate: Gate, recorded: RecordedExchanges) {
    super({ resultsDir });
    this.#recorded = recorded;
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

  /** Every attachment of this suite is text, or names exchanges. */
  override writeAttachment(name: string, content: Buffer): void {
    const given = content.toString("utf8");
    const ids = named(given);
    const text = ids === undefined ? given : evidenceText(this.#recorded.of(ids));
    writeText(join(this.#directory, name), this.#gate.written(text));
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

/**
 * allure-vitest's reporter, with a writer that redacts and does not wait for the disk. It writes each
 * test when that ends: the checks run in another thread, and this one has nothing else to do.
 */
export class AllureReporter extends AllureVitestReporter {
  readonly #directory: string;
  readonly #gate: Gate;
  readonly #recorded: RecordedExchanges;
  readonly #written = new Set<string>();

  /**
   * @param gate removes secrets and addresses from everything that is written, errors included
   * @param exchanges the file to which the run appends its exchanges
   */
  constructor(resultsDir: string, gate: Gate, exchanges: string) {
    super({ resultsDir, reportMatchers: false });
    this.#directory = resultsDir;
    this.#gate = gate;
    this.#recorded = new RecordedExchanges(exchanges);
  }

  override onInit(vitest: Vitest): void {
    super.onInit(vitest);
    const runtime: unknown = Reflect.get(this, "allureReporterRuntime");
    if (runtime instanceof ReporterRuntime)
      runtime.writer = new QuickWriter(this.#directory, this.#gate, this.#recorded);
  }

  onTestCaseResult(test: TestCase): void {
    // allure-vitest reads tasks only, and finds them in the same way.
    super.onTestRunEnd([test as unknown as TestModule]);
    this.#written.add(test.id);
  }

  override onTestRunEnd(modules: readonly TestModule[]): void {
    super.onTestRunEnd(modules);
    this.#recorded.close();
  }

  /** Writes what did not end by itself, such as tests of a worker that crashed. */
  override handleTask(task: Task): void {
    if (!this.#written.has(task.id)) super.handleTask(task);
  }
}
