import { fileURLToPath } from "node:url";
import type { CheckResult } from "../../schemas/index.ts";
import type { Observed } from "../differential/observations.ts";
import type { TestReport } from "./bind.ts";
import type { DifferentialReport } from "./differ.ts";
import type { ProbeReport } from "./evaluate.ts";
import type { RunConfig } from "./run-config.ts";
import { redactionOf } from "./run-context.ts";

declare module "vitest" {
  interface ProvidedContext {
    run: RunConfig;
  }
}

/** What a run found, in the order of the catalogue. */
export interface SuiteOutcome {
  checks: CheckResult[];
  probes: ProbeReport[];
  /** What checks saw that both versions have. */
  observed: Observed[];
  /** What came of the properties of both versions. */
  differentials: DifferentialReport[];
  /** Trouble outside any check, such as a module that did not load; one line each. */
  errors: string[];
}

export interface RunSuitesOptions {
  /** Where allure-vitest writes its results. */
  allureResults: string;
  /** Called when the number of checks is known, and after each. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Runs the suites with vitest, in one worker: fixtures are shared by all checks of a run. */
export async function runSuites(
  config: RunConfig,
  options: RunSuitesOptions,
): Promise<SuiteOutcome> {
  const { createVitest } = await import("vitest/node");
  const { AllureReporter } = await import("./allure-reporter.ts");
  const outcome: SuiteOutcome = {
    checks: [],
    probes: [],
    observed: [],
    differentials: [],
    errors: [],
  };
  let total = 0;
  let done = 0;
  const others = process.listeners("SIGINT");
  const vitest = await createVitest(
    "test",
    {
      config: false,
      root: fileURLToPath(new URL("..", import.meta.url)),
      include: ["conformance.suite.js"],
      watch: false,
      pool: "threads",
      isolate: false,
      maxWorkers: 1,
      maxConcurrency: 8,
      provide: { run: config },
      experimental: { viteModuleRunner: false, nodeLoader: false },
      reporters: [
        new AllureReporter(options.allureResults, redactionOf(config)),
        {
          onTestModuleCollected: (module) => {
            total += [...module.children.allTests()].length;
            options.onProgress?.(done, total);
          },
          onTestCaseResult: () => {
            done += 1;
            options.onProgress?.(done, total);
          },
          onTestRunEnd: (modules, errors) => {
            for (const module of modules) {
              for (const test of module.children.allTests()) {
                collect(outcome, test.meta().scim, test.fullName, test.result().state);
              }
              outcome.errors.push(...module.errors().map((error) => error.message));
            }
            outcome.errors.push(...errors.map((error) => error.message));
          },
        },
      ],
    },
    {
      logLevel: "silent",
      cacheDir: fileURLToPath(new URL("../../node_modules/.vite", import.meta.url)),
    },
  );
  // Vitest ends the process at once on Ctrl-C: nothing would be written, nothing taken away.
  for (const listener of process.listeners("SIGINT")) {
    if (!others.includes(listener)) process.off("SIGINT", listener);
  }
  const cancel = () => void vitest.cancelCurrentRun("keyboard-input");
  options.signal?.addEventListener("abort", cancel, { once: true });
  await vitest.start([]);
  await vitest.close();
  return outcome;
}

function collect(
  outcome: SuiteOutcome,
  report: TestReport | undefined,
  name: string,
  state: string,
): void {
  if (report?.observed) outcome.observed.push(report.observed);
  if (report?.check) outcome.checks.push(report.check);
  else if (report?.differential) outcome.differentials.push(report.differential);
  else if (report?.probe) outcome.probes.push(report.probe);
  else if (state === "failed") outcome.errors.push(`${name} ended without a result`);
}
