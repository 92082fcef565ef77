import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import { startMock } from "../../mock/index.ts";
import { readmeRunCommand } from "./commands.ts";
import { type Executed, execute } from "./execute.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where {@link readmeRun} is kept while the tests run. */
    readmeRunFolder: string;
  }
}

/** The first run of README, finished. */
export interface ReadmeRun extends Executed {
  /** Its output folder, for reading only: other test files read it too. */
  folder: string;
  /** The token of its organisation. */
  token: string;
}

/**
 * Carries out the first run of README, once for all test files: the first that needs it runs it, the
 * others wait for it. A run of both versions with its report takes longer than most test files.
 */
export async function readmeRun(): Promise<ReadmeRun> {
  const base = inject("readmeRunFolder");
  const ended = join(base, "ended.json");
  if (isFirst(join(base, "begun"))) {
    const mock = await startMock({ rateLimits: "off" });
    try {
      const said = await execute(readmeRunCommand, base, mock);
      const run: ReadmeRun = { ...said, folder: join(base, "scim-results"), token: mock.token };
      // No other file reads half of it.
      writeFileSync(`${ended}.new`, JSON.stringify(run));
      renameSync(`${ended}.new`, ended);
    } finally {
      await mock.close();
    }
  }
  await vi.waitUntil(() => existsSync(ended), { timeout: 170_000, interval: 50 });
  return JSON.parse(readFileSync(ended, "utf8"));
}

/** Whether no other test file has created this folder before. */
export function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
