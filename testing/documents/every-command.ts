import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { people, readmeRunCommand, root, shownAfter, targets } from "./commands.ts";
import { execute, here } from "./execute.ts";
import { readmeRun } from "./readme-run.ts";

/** Counts, times and ports differ from run to run. */
const withoutNumbers = (line: string) => line.replaceAll(/\d+/g, "0").trim();

/** The recordings that the documents translate. */
const recordings = [
  ["mock.har", "traffic.har"],
  ["python-sdk-day-1.1.har", "day.har"],
  ["python-sdk-day-2.0.har", "tomorrow.har"],
] as const;

/**
 * What a run tests where the documents show none of its output: the command is tested, not the rules,
 * which the first run of README and those whose output is shown carry out all.
 */
const fewRules = JSON.stringify({ area: ["users"] });

/**
 * Tests that these commands succeed, in their order and in one folder, and print what the documents show.
 */
export function everyCommandWorks(ofDocuments: readonly string[]): void {
  let mock: Mock;
  const folder = mkdtempSync(join(tmpdir(), "scim-readme-"));
  beforeAll(async () => {
    mock = await startMock({ rateLimits: "off" });
    const sandbox = targets.find(({ path }) => path === "docs/live-organisation.md");
    writeFileSync(join(folder, "sandbox.json"), here(sandbox?.block ?? "", mock));
    writeFileSync(join(folder, "people.json"), people[0]?.block ?? "");
    for (const [recording, name] of recordings) {
      copyFileSync(join(root, "commands/migrate/fixtures", recording), join(folder, name));
    }
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([...ofDocuments])(
    "%s",
    async (command) => {
      const isShared = command === readmeRunCommand;
      const config = join(folder, "scim-conformance.json");
      const isRun = command.startsWith("npx slack-scim-conformance run ");
      if (isRun && shownAfter(command).length === 0) writeFileSync(config, fewRules);
      else rmSync(config, { force: true });
      const { code, output } = await (isShared ? readmeRun() : execute(command, folder, mock));
      // Slack departs from the standards, so judged by them alone it has findings.
      expect(command.includes("--profile rfc") ? [0, 1] : [0], output).toContain(code);
      const lines = output.split("\n").map(withoutNumbers);
      for (const line of shownAfter(command)) expect(lines).toContain(withoutNumbers(line));
    },
    180_000,
  );
}
