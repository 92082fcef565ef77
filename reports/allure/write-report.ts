import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runFiles } from "../run-directory.ts";

/**
 * Writes the Allure report of a finished run: the test results, and the page of differences.
 * @returns the path of the page to open
 * @throws Error when Allure fails; the message holds what it said
 */
export async function writeReport(directory: string): Promise<string> {
  const run = resolve(directory);
  const { allureResults, report } = runFiles(run);
  await rm(report, { recursive: true, force: true });
  const allure = fileURLToPath(
    new URL("../cli.js", `file://${createRequire(import.meta.url).resolve("allure")}`),
  );
  const config = fileURLToPath(new URL("./allurerc.js", import.meta.url));
  await execute(
    process.execPath,
    [allure, "generate", allureResults, "--config", config, "--output", report, "--cwd", run],
    { ...process.env, SCIM_RUN_DIRECTORY: run },
  );
  return resolve(report, "index.html");
}

function execute(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString("utf8");
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done();
      else failed(new Error(`Allure could not write the report: ${said.trim()}`));
    });
  });
}
