import { defineConfig } from "vitest/config";

/** The tests of our own code. Conformance cases (`*.suite.ts`) are run by `slack-scim-conformance run` only. */
export default defineConfig({
  test: {
    include: [
      "{facts,schemas,generators,client,mock,suites,reports,commands,testing,cli}/**/*.test.ts",
    ],
    benchmark: {
      include: [
        "{facts,schemas,generators,client,mock,suites,reports,commands,testing,cli}/**/*.bench.ts",
      ],
    },
    maxWorkers: "100%",
    // No test waits so long on a quiet machine; on a busy one none may fail for its speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
