import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const folders = "{facts,schemas,generators,client,mock,suites,reports,commands,testing,cli}";

/** Tests that start the built command, a browser or other processes, or change what a process has. */
const commands = [
  "cli/**/*.test.ts",
  `${folders}/**/*.browser.test.ts`,
  "reports/allure/second-run.test.ts",
  "reports/output/**/*.test.ts",
];

/** Many runs in one short file: these take the longest, and a file's size does not show it. */
const longest =
  /^testing\/(?:variations|runs|kill)\/|^cli\/(?:readme|leaks|hostile)|\.browser\.test/;

/** Begins with the longest files, so that no worker has one left when the others have ended. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      longest.test(relative(this.ctx.config.root, moduleId));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** The tests of our own code. Conformance cases (`*.suite.ts`) are run by `slack-scim-conformance run` only. */
export default defineConfig({
  test: {
    // One more than there are cores: tests of commands wait for processes most of their time.
    maxWorkers: availableParallelism() + 1,
    // No test waits so long on a quiet machine; on a busy one none may fail for its speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: "commands", include: commands, benchmark: { include: [] } },
      },
      {
        extends: true,
        test: {
          name: "modules",
          include: [`${folders}/**/*.test.ts`],
          exclude: [...configDefaults.exclude, ...commands],
          // Half of their time went into loading the same modules for each file anew.
          isolate: false,
          benchmark: { include: [`${folders}/**/*.bench.ts`] },
        },
      },
    ],
  },
});
