import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Globals, TestResult, TestResultContainer } from "allure-js-commons";
import type { Category, EnvironmentInfo, RuntimeMessage } from "allure-js-commons/sdk";
import { FileSystemWriter, ReporterRuntime } from "allure-js-commons/sdk/reporter";
import AllureVitestReporter from "allure-vitest/reporter";
import type { RunnerTask as Task } from "vitest";
import type { TestCase, TestModule, Vitest } from "vitest/node";
import type { Redaction } from "../../client/index.ts";
import { allureLabel } from "../../schemas/allure-labels.ts";
import { isFindingOfCheck } from "../../schemas/index.ts";
import type { TestReport } from "./bind.ts";
import { toldToAllure } from "./evidence.ts";
import type { RecordedExchanges } from "./recorded-exchanges.ts";
import { stepsToReproduce } from "./reproduction.ts";
import type { RunConfig } from "./run-config.ts";
import { redactionOf } from "./run-context.ts";
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

/**
 * allure-vitest's reporter, with a writer that redacts and does not wait for the disk. It describes
 * and writes each test when that ends: the checks run in another thread, which has no time for it,
 * and this one has nothing else to do.
 */
export class AllureReporter extends AllureVitestReporter {
  readonly #directory: string;
  readonly #config: RunConfig;
  readonly #recorded: RecordedExchanges;
  readonly #written = new Set<string>();

  /** @param recorded where the evidence of a test is read from */
  constructor(resultsDir: string, config: RunConfig, recorded: RecordedExchanges) {
    super({ resultsDir, reportMatchers: false });
    this.#directory = resultsDir;
    this.#config = config;
    this.#recorded = recorded;
  }

  override onInit(): void {
    // Without a project it adds no hooks to the tests: they tell Allure nothing themselves.
    super.onInit({ projects: [] } as unknown as Vitest);
    const runtime: unknown = Reflect.get(this, "allureReporterRuntime");
    if (runtime instanceof ReporterRuntime)
      runtime.writer = new QuickWriter(this.#directory, redactionOf(this.#config));
  }

  onTestCaseResult(test: TestCase): void {
    const meta = test.meta();
    // What allure-vitest's hooks would leave there.
    const told = {
      vitestWorker: "1",
      allureRuntimeMessages: meta.scim ? this.#describe(meta.scim, endOf(test)) : [],
    };
    Object.assign(meta, told);
    // allure-vitest reads tasks only, and finds them in the same way.
    super.onTestRunEnd([test as unknown as TestModule]);
    for (const name of Object.keys(told)) Reflect.deleteProperty(meta, name);
    this.#written.add(test.id);
  }

  /** Writes what did not end by itself, such as tests of a worker that crashed. */
  override handleTask(task: Task): void {
    if (!this.#written.has(task.id)) super.handleTask(task);
  }

  #describe({ kind, shown: { labels, exchanges } }: TestReport, ended: number): RuntimeMessage[] {
    const evidence = this.#recorded.of(exchanges);
    // A difference needs a whole run.
    const alone = kind === "check" ? labels.id : undefined;
    const steps = isFindingOfCheck(labels, this.#config.strict)
      ? stepsToReproduce(this.#config, alone, evidence)
      : undefined;
    return toldToAllure(labels, evidence, steps, ended);
  }
}

/** In milliseconds since 1970. */
function endOf(test: TestCase): number {
  const { startTime = Date.now(), duration = 0 } = test.diagnostic() ?? {};
  return Math.round(startTime + duration);
}
