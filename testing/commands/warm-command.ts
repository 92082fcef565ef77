import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { main, type Said, type Surroundings } from "./built-command.ts";

/**
 * Carries out command lines as the command does: evaluates its main module anew for each, with these
 * arguments. What the modules below it loaded and compiled stays.
 */
const script = `
const { pathToFileURL } = require("node:url");
const main = process.argv[1];
const printed = { stdout: "", stderr: "" };
for (const name of ["stdout", "stderr"]) {
  process[name].setMaxListeners(0);
  process[name].write = (text) => {
    printed[name] += text;
    return true;
  };
}
// The parser of arguments asks whether this is a script of the command line.
process.execArgv = [];
let count = 0;
process.on("message", async ({ args, cwd, env }) => {
  Object.assign(printed, { stdout: "", stderr: "" });
  process.exitCode = 0;
  process.argv = [process.execPath, main, ...args];
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  count += 1;
  await import(pathToFileURL(main).href + "?" + count);
  const code = process.exitCode;
  process.exitCode = 0;
  process.send({ code, ...printed });
});
`;

/**
 * A process that carries out command lines one after the other. Most of the time of a short command is
 * the start of its process; where a test is about what a command says and writes, one process serves
 * all. What a test says of signals, streams and secrets needs a process of its own (`command`).
 */
export class WarmCommand {
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @throws Error when the process ends; the message quotes its errors */
  run(args: readonly string[], surroundings: Surroundings): Promise<Said> {
    const said = this.#last.then(() => this.#carryOut({ args, ...surroundings }));
    this.#last = said.catch(() => undefined);
    return said;
  }

  async close(): Promise<void> {
    await this.#last;
    const child = this.#process;
    if (!child?.connected) return;
    const ended = once(child, "close");
    // A run leaves what only the end of its process ends.
    child.kill();
    await ended;
  }

  #carryOut(line: Surroundings & { args: readonly string[] }): Promise<Said> {
    this.#process ??= spawn(process.execPath, ["-e", script, main], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const child = this.#process;
    let errors = "";
    const listen = (data: Buffer) => {
      errors += data.toString("utf8");
    };
    child.stderr?.on("data", listen);
    return new Promise<Said>((resolve, reject) => {
      const end = (code: number | null) =>
        reject(new Error(`${line.args.join(" ")}: the process ended with ${code}\n${errors}`));
      child.once("close", end);
      child.once("message", (said) => {
        child.off("close", end);
        child.stderr?.off("data", listen);
        resolve(said as Said);
      });
      child.send(line);
    });
  }
}

/** Carries out command lines that need the same surroundings. */
export async function inOneProcess(
  lines: readonly (readonly string[])[],
  surroundings: Surroundings,
): Promise<Said[]> {
  const warm = new WarmCommand();
  try {
    return await Promise.all(lines.map((line) => warm.run(line, surroundings)));
  } finally {
    await warm.close();
  }
}
