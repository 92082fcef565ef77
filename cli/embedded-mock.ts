import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Mock } from "../mock/index.ts";
import { ownFile } from "../schemas/own-file.ts";

/** An organisation in a thread of this process. */
export interface EmbeddedMock {
  /** Its address and token, once it answers. */
  started: Promise<Pick<Mock, "url" | "token">>;
  close(): Promise<unknown>;
}

/**
 * Starts the organisation that a run tests when no target is named. It has a thread to itself, so
 * that it loads beside the command, and answers while results are written.
 */
export function startEmbeddedMock(): EmbeddedMock {
  const thread = new Worker(ownFile("cli/mock-thread.js"));
  const started = Promise.race([
    once(thread, "message").then(([answer]) => answer),
    once(thread, "exit").then(() => {
      throw new Error("the embedded organisation ended before it answered");
    }),
  ]);
  // Who waits for it sees the error; a command that is rejected before does not wait.
  started.catch(() => undefined);
  return { started, close: () => thread.terminate() };
}
