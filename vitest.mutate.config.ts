import { defineConfig } from "vitest/config";

/**
 * The unit tests of the code that guards a live tenant, for `npm run mutate`: those that need no
 * mock, no process and no built file, so that thousands of mutants take minutes. Properties are left
 * out: they take seconds each, and a mutant that they kill by a lucky seed survives the next run.
 */
export default defineConfig({
  test: {
    include: [
      "client/transport/**/*.test.ts",
      "client/walk.test.ts",
      "cli/target.test.ts",
      "suites/run/**/*.test.ts",
      "suites/expectation.test.ts",
      "suites/verdict.test.ts",
    ],
    exclude: [
      "**/*.properties.test.ts",
      "client/transport/shared-limits.threads.test.ts",
      "suites/run/foreign-ids.test.ts",
      "suites/run/location-behind-proxy.test.ts",
      "suites/run/shared-gate.test.ts",
      "suites/run/workload.test.ts",
    ],
    testTimeout: 20_000,
  },
});
