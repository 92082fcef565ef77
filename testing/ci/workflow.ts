import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { main } from "../commands/built-command.ts";

const folder = new URL("../../examples/workflows/", import.meta.url);

/** The workflows that the documents show. */
export const workflowNames = ["nightly.yml", "pull-request.yml"] as const;

export function workflowText(name: (typeof workflowNames)[number]): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** A step of a workflow: a command, or an action that GitHub has. */
interface Step {
  name?: string;
  run?: string;
  uses?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  env?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

export function parseWorkflow(text: string): Workflow {
  return parse(text);
}

/** What a step did; a step that was not executed has no exit code. */
export interface Executed {
  name: string;
  code?: number;
  stdout: string;
  stderr: string;
}

/** What GitHub provides, in a folder that stands for the checkout. */
interface Surroundings {
  checkout: string;
  /** Those of the repository. */
  secrets: Readonly<Record<string, string>>;
  summary: string;
}

/**
 * Carries out the commands of a workflow as the runner of GitHub does: in order, each in a new bash
 * that ends at the first error; after a failed step only those with `if: always()`. Actions are left
 * out. `npm ci` installs this project, built, in place of what the lock file of a user names.
 */
export async function execute(
  { jobs }: Workflow,
  { checkout, secrets, summary }: Surroundings,
): Promise<Executed[]> {
  const path = `${stubs(checkout)}:${process.env.PATH}`;
  const github = { CI: "true", GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
  const started: ChildProcess[] = [];
  const executed: Executed[] = [];
  for (const { env = {}, steps } of Object.values(jobs)) {
    let hasFailed = false;
    for (const step of steps) {
      const { run, name = run ?? step.uses ?? "" } = step;
      if (run === undefined) continue;
      if (hasFailed && step.if !== "always()") {
        executed.push({ name, stdout: "", stderr: "" });
        continue;
      }
      const given = withSecrets({ ...env, ...step.env }, secrets);
      const environment = { ...process.env, ...github, PATH: path, NO_COLOR: "1", ...given };
      const ended = await bash(run, { cwd: checkout, env: environment }, started);
      hasFailed ||= ended.code !== 0;
      executed.push({ name, ...ended });
    }
  }
  // What a step left in the background ends with the job.
  for (const { pid } of started) {
    try {
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
    } catch {
      // All of its processes have ended.
    }
  }
  return executed;
}

function withSecrets(
  env: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\{ secrets\.(\w+) \}\}/g, (_, secret) => secrets[secret] ?? ""),
    ]),
  );
}

function bash(
  script: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
  started: ChildProcess[],
): Promise<Omit<Executed, "name">> {
  return new Promise((resolve) => {
    // In its own group, so that what it leaves in the background can be ended.
    const child = spawn("bash", ["-e", "-c", script], { ...options, detached: true });
    started.push(child);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data) => {
      stdout += String(data);
    });
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    // A process in the background may keep the streams open.
    child.on("exit", (code) => setImmediate(() => resolve({ code: code ?? -1, stdout, stderr })));
  });
}

/** A folder with an `npm` whose `ci` needs no network. */
function stubs(checkout: string): string {
  const bin = join(checkout, ".stubs");
  mkdirSync(bin, { recursive: true });
  const installed = join(checkout, "node_modules/.bin");
  const command = `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`;
  writeFileSync(join(bin, "tool"), command);
  const npm = `#!/bin/sh
if [ "$1" = ci ]; then
  mkdir -p "${installed}" && cp "${bin}/tool" "${installed}/slack-scim-conformance"
else
  PATH=$(printf '%s' "$PATH" | sed 's|^[^:]*:||') exec npm "$@"
fi
`;
  writeFileSync(join(bin, "npm"), npm);
  for (const name of ["tool", "npm"]) chmodSync(join(bin, name), 0o755);
  return bin;
}
