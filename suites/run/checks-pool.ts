import { Worker } from "node:worker_threads";
import type { PoolRunnerInitializer } from "vitest/node";
import { ownFile } from "../../schemas/own-file.ts";

/** The thread that carries out the checks. It loads them from its start, and waits for vitest. */
export class ChecksThread {
  // Not the flags of the process, which may name a script.
  readonly #worker = new Worker(ownFile("suites/run/checks-thread.js"), { execArgv: [] });
  /** Why it ended before vitest used it. */
  #failed: Error | undefined;

  constructor() {
    // Without a listener, an error in a thread ends the process.
    this.#worker.on("error", (error: Error) => {
      this.#failed ??= error;
    });
    this.#worker.on("exit", () => {
      this.#failed ??= new Error("the thread of the checks ended");
    });
  }

  /** The thread as vitest's pool: it has one, for one file. */
  get pool(): PoolRunnerInitializer {
    const worker = this.#worker;
    return {
      name: "checks",
      createPoolWorker: () => ({
        name: "checks",
        on: (event, listener) => worker.on(event, listener),
        off: (event, listener) => worker.off(event, listener),
        send: (message) => worker.postMessage(message),
        deserialize: (message) => message,
        start: async () => {
          if (this.#failed) throw this.#failed;
        },
        stop: () => this.close(),
      }),
    };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
