import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const folders = "{facts,schemas,generators,client,mock,suites,reports,commands,testing,cli}";

/** Tests that change what only a process has, such as its working directory, or mock a module. */
const alone = ["reports/output/**/*.test.ts"];

/** Many runs in one short file: these take the longest, and a file's size does not show it. */
const longest =
  /^testing\/(?:variations|runs|kill)\/|^cli\/(?:cli|readme|leaks|hostile|merge|certify|baseline\/baseline|nightly|learnt)|\/other-readings\.test|\.browser\.test|\/differentials\.test|\/second-run\.test|certify\/verify\.test/;

/**
 * Begins with the longest files, so that no worker has one left when the others have ended. Those that
 * have a process each come before: a process is used again only for the next file.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) =>
      project.name === "alone" ? 0 : longest.test(relative(this.ctx.config.root, moduleId)) ? 1 : 2;
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

/** The tests of our own code. Conformance cases (`*.suite.ts`) are run by `slack-scim-conformance run` only. */
export default defineConfig({
  test: {
    // Two more than there are cores: tests wait a third of their time, for processes and for effects
    // that never come.
    maxWorkers: availableParallelism() + 2,
    // No test waits so long on a quiet machine; on a busy one none may fail for its speed.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 110_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: "alone", include: alone, benchmark: { include: [] } },
      },
      {
        extends: true,
        test: {
          name: "modules",
          globalSetup: "testing/documents/readme-run-folder.ts",
          include: [`${folders}/**/*.test.ts`],
          exclude: [...configDefaults.exclude, ...alone],
          // Half of the time went into loading the same modules for each file anew.
          isolate: false,
          benchmark: { include: [`${folders}/**/*.bench.ts`] },
        },
      },
    ],
  },
});
