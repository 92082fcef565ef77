import { defineConfig } from "vitest/config";

/** The tests of our own code. Conformance cases (`*.suite.ts`) are run by `slack-scim-conformance run` only. */
export default defineConfig({
  test: {
    include: ["{schemas,generators,client,mock,suites,reports,cli}/**/*.test.ts"],
    benchmark: {
      include: ["{schemas,generators,client,mock,suites,reports,cli}/**/*.bench.ts"],
    },
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
