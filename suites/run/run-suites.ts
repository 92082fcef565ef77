import { fileURLToPath } from "node:url";
import type { CheckResult } from "../../schemas/index.ts";
import { ownFile } from "../../schemas/own-file.ts";
import type { ProbeResult } from "../differences/probe-result.ts";
import type { Sighting } from "../differences/sightings/sighting.ts";
import type { TestReport } from "./bind.ts";
import type { ChecksThread } from "./checks-pool.ts";
import type { DifferentialReport } from "./differ.ts";
import { listenForExchanges } from "./exchange-channel.ts";
import { FindingsSoFar } from "./findings-so-far.ts";
import { type Recorded, RecordedExchanges } from "./recorded-exchanges.ts";
import type { RunConfig } from "./run-config.ts";
import type { Stopped } from "./run-stop.ts";
import { width } from "./schedule.ts";
import { sendStop } from "./stop-channel.ts";

declare module "vitest" {
  interface ProvidedContext {
    run: RunConfig;
  }
}

/** What a run found, in the order of the catalogue. */
export interface SuiteOutcome extends Recorded {
  checks: CheckResult[];
  probes: ProbeResult[];
  /** Observations of checks that both versions have. */
  sightings: Sighting[];
  /** Results of the properties of both versions. */
  differentials: DifferentialReport[];
  /** When and why the run was stopped. */
  stopped: Stopped | undefined;
  /** Errors outside any check, such as a module that did not load; one line each. */
  errors: string[];
}

/** The progress of a run. */
export interface RunProgress {
  /** The area of the check that ended last. */
  area: string;
  done: number;
  total: number;
  /** Broken rules and unexpected differences so far. */
  findings: number;
}

export interface RunSuitesOptions {
  /** Where allure-vitest writes its results. */
  allureResults: string;
  /** Called when the thread of the checks begins to load them. */
  onStart?: () => void;
  /** Called when the number of checks is known, and after each. */
  onProgress?: (progress: RunProgress) => void;
  /** Called with a line for each exchange, redacted. */
  onExchange?: (line: string) => void;
  /** Stops the run; its reason is the name of a signal. */
  signal?: AbortSignal;
}

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs the suites with vitest, in one thread: fixtures are shared by all checks of a run.
 * @param thread where; it can be used once
 */
export async function runSuites(
  config: RunConfig,
  options: RunSuitesOptions,
  thread: ChecksThread,
): Promise<SuiteOutcome> {
  const recorded = new RecordedExchanges(config.files.exchanges);
  const outcome: Omit<SuiteOutcome, keyof Recorded> = {
    checks: [],
    probes: [],
    sightings: [],
    differentials: [],
    stopped: undefined,
    errors: [],
  };
  if (config.shard && (await import("./empty-shard.ts")).isEmptyShard(config)) {
    return { ...outcome, ...recorded.end() };
  }
  const { createVitest } = await import("vitest/node");
  const { AllureReporter } = await import("./allure-reporter.ts");
  const findings = new FindingsSoFar(config);
  const progress: RunProgress = { area: "collecting", done: 0, total: 0, findings: 0 };
  const others = stopSignals.map((signal) => process.listeners(signal));
  const vitest = await createVitest(
    "test",
    {
      config: false,
      root: fileURLToPath(ownFile("suites")),
      include: ["conformance.suite.js"],
      watch: false,
      pool: thread.pool,
      isolate: false,
      runner: fileURLToPath(ownFile("suites/run/runner.js")),
      maxWorkers: 1,
      maxConcurrency: width,
      provide: { run: { ...config, tellExchanges: options.onExchange !== undefined } },
      experimental: { viteModuleRunner: false, nodeLoader: false },
      reporters: [
        new AllureReporter(options.allureResults, config, recorded),
        {
          onTestModuleCollected: (module) => {
            progress.total += [...module.children.allTests()].length;
            options.onProgress?.({ ...progress });
          },
          onTestCaseResult: (test) => {
            const report = test.meta().scim;
            progress.done += 1;
            progress.area = report?.kind === "check" ? report.check.area : "differences";
            if (report) findings.add(report);
            progress.findings = findings.count;
            options.onProgress?.({ ...progress });
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
      cacheDir: fileURLToPath(ownFile("node_modules/.vite")),
    },
  );
  // On these signals Vitest and Vite end the process at once: nothing would be written or cleaned
  // up.
  for (const [index, signal] of stopSignals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!others[index]?.includes(listener)) process.off(signal, listener);
    }
  }
  let endStop: (() => void) | undefined;
  const stop = () => {
    endStop = sendStop(config.runTag, `interrupted by ${String(options.signal?.reason)}`);
  };
  const endListening = options.onExchange && listenForExchanges(config.runTag, options.onExchange);
  // The signal may have come while vitest was loaded.
  if (options.signal?.aborted) stop();
  else options.signal?.addEventListener("abort", stop, { once: true });
  try {
    const ended = vitest.start([]);
    options.onStart?.();
    await ended;
    await vitest.close();
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await endListening?.();
    endStop?.();
  }
  return { ...outcome, ...recorded.end() };
}

function collect(
  outcome: Omit<SuiteOutcome, keyof Recorded>,
  report: TestReport | undefined,
  name: string,
  state: string,
): void {
  // An abort counts more than the end at a finding that it interrupted.
  if (report?.stopped && (!outcome.stopped || outcome.stopped.atFinding)) {
    outcome.stopped = report.stopped;
  }
  switch (report?.kind) {
    case "check":
      outcome.checks.push(report.check);
      if (report.sighting) outcome.sightings.push(report.sighting);
      break;
    case "probe":
      outcome.probes.push(report.probe);
      break;
    case "differential":
      outcome.differentials.push(report.differential);
      break;
    case undefined:
      if (state === "failed") outcome.errors.push(`${name} ended without a result`);
  }
}
