import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject, vi } from "vitest";
import type { RunTexts } from "../../commands/certify/run-record.ts";
import { command, type Said } from "../commands/built-command.ts";
import { isFirst } from "../documents/readme-run.ts";
import { startComplete } from "../servers/complete/server.ts";

/** A product as a vendor describes it. */
export const sampleProduct = {
  organization: "Acme Identity GmbH",
  product: "Acme Directory",
  version: "7.3.1",
  url: "https://acme.example/directory",
  contact: "scim@acme.example",
  role: "service provider",
  plan: "Enterprise",
};

/** Runs the built command in a folder. @param token of the target */
function commandIn(cwd: string, token: string, ...args: readonly string[]): Promise<Said> {
  return command(args, { cwd, env: { ...process.env, NO_COLOR: "1", SLACK_SCIM_TOKEN: token } });
}

/**
 * Runs all rules of SCIM 2.0 in profile rfc against a server that has all features, into a folder of
 * this name: the smallest run that is conformant.
 * @param more flags
 */
export async function completeRun(
  folder: string,
  name: string,
  ...more: readonly string[]
): Promise<Said> {
  const server = await startComplete("2.0");
  try {
    return await commandIn(
      folder,
      server.credentials,
      ...["run", "--v2", server.url, "--profile", "rfc", "--cases", "3", "--seed", "3"],
      ...["--out", name, "--no-report", ...more],
    );
  } finally {
    await server.close();
  }
}

/**
 * The folder of such a run, for reading only: it is carried out once for all test files.
 * @throws Error where it has findings
 */
export async function completeRunFolder(): Promise<string> {
  const base = inject("readmeRunFolder");
  const ended = join(base, "complete.json");
  if (isFirst(join(base, "complete-begun"))) {
    const said = await completeRun(base, "complete");
    writeFileSync(`${ended}.new`, JSON.stringify(said));
    renameSync(`${ended}.new`, ended);
  }
  await vi.waitUntil(() => existsSync(ended), { timeout: 280_000, interval: 50 });
  const { code, stderr }: Said = JSON.parse(readFileSync(ended, "utf8"));
  if (code !== 0) throw new Error(`the run of the complete server exits with ${code}: ${stderr}`);
  return join(base, "complete");
}

/** What a package takes from the folder of a run. */
export function textsOf(directory: string): RunTexts {
  const text = (name: string) => readFileSync(join(directory, name), "utf8");
  return {
    "catalogue.json": text("catalogue.json"),
    "exchanges.jsonl": text("exchanges.jsonl"),
    "results.json": text("results.json"),
  };
}
