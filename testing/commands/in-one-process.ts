import { execFile } from "node:child_process";

/** What a command line printed, and its exit code. */
export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Carries out command lines as the command does: evaluates its main module anew for each, with these
 * arguments. A line that throws, or a command that keeps the process alive, fails all of them.
 */
const script = `
import { pathToFileURL } from "node:url";
const { main, lines } = JSON.parse(process.argv[1]);
const printed = { stdout: "", stderr: "" };
const print = process.stdout.write.bind(process.stdout);
for (const name of ["stdout", "stderr"]) {
  process[name].setMaxListeners(0);
  process[name].write = (text) => {
    printed[name] += text;
    return true;
  };
}
// The parser of arguments asks whether this is a script of the command line.
process.execArgv = [];
const said = [];
for (const [index, line] of lines.entries()) {
  Object.assign(printed, { stdout: "", stderr: "" });
  process.exitCode = 0;
  process.argv = [process.execPath, main, ...line];
  await import(pathToFileURL(main).href + "?" + index);
  said.push({ code: process.exitCode, ...printed });
}
process.exitCode = 0;
print(JSON.stringify(said));
`;

/**
 * Runs command lines that end at once, such as wrong ones, in one process: most of their time is the
 * start of the process.
 *
 * @param main the path of the built command
 * @throws Error when the process fails
 */
export function inOneProcess(
  main: string,
  lines: readonly (readonly string[])[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Said[]> {
  const args = ["--input-type=module", "-e", script, JSON.stringify({ main, lines })];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout));
    });
  });
}
