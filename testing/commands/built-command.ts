import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command. */
export const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a command line printed, and its exit code. */
export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/** Where a command line is carried out. */
export interface Surroundings {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** Carries out a command line as a user does, in a process of its own. The code is -1 after a signal. */
export function command(args: readonly string[], { cwd, env }: Surroundings): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}
