import { type ChildProcess, type ExecFileException, execFile } from "node:child_process";
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

/** Of one stream, in bytes. */
const longestOutput = 100_000_000;

/**
 * Carries out a command line as a user does, in a process of its own. The code is -1 after a signal.
 * @param started gets the process, to give it input or a signal
 */
export function command(
  args: readonly string[],
  { cwd, env }: Surroundings,
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Said> {
  const options = { cwd, env, maxBuffer: longestOutput };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) =>
      resolve({ code: exitCode(error), stdout, stderr }),
    );
    started(child);
  });
}

function exitCode(error: ExecFileException | null): number {
  if (!error) return 0;
  return typeof error.code === "number" ? error.code : -1;
}
