import { spawn } from "node:child_process";

/** A process that makes Allure's page of a run. */
export interface Generator {
  /**
   * Makes the page of the run in a folder; once.
   * @throws Error when Allure fails; the message quotes its output
   */
  generate(directory: string): Promise<void>;
  /** Ends the process if it has not ended: its page is not wanted. */
  abandon(): void;
}

/**
 * Starts the process before it is needed: it takes about a second to load.
 * @param script reads the folder from its standard input; it ends if there is none
 */
export function startGenerator(script: string): Generator {
  const child = spawn(process.execPath, [script], {
    stdio: ["pipe", "pipe", "pipe"],
    // Ctrl-C in a terminal reaches the whole process group: this process must finish the report.
    detached: true,
  });
  let output = "";
  const listen = (chunk: Buffer) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  // Where the process ended, its code or the error of the start says so.
  child.stdin.on("error", () => {});
  const ended = new Promise<string | undefined>((done) => {
    child.on("error", ({ message }) => done(message));
    child.on("close", (code) => done(code === 0 ? undefined : output.trim()));
  });
  return {
    async generate(directory) {
      child.stdin.end(directory);
      const failure = await ended;
      if (failure !== undefined) throw new Error(`Allure could not write the report: ${failure}`);
    },
    abandon() {
      child.kill();
    },
  };
}
