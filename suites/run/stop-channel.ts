import { BroadcastChannel } from "node:worker_threads";
import type { RunStop } from "./run-stop.ts";

/** The checks run in a worker thread of vitest's: this is how the command tells them to stop. */
const nameOf = (runTag: string) => `scim-conformance-stop-${runTag}`;

/** Stops the checks of a run; those under way end with the verdict `error`, code `aborted`. */
export function sendStop(runTag: string, why: string): void {
  const channel = new BroadcastChannel(nameOf(runTag));
  channel.postMessage(why);
  channel.close();
}

/** Stops a run when the command says so. @returns a function that ends the listening */
export function listenForStop(runTag: string, stop: RunStop): () => void {
  const channel = new BroadcastChannel(nameOf(runTag));
  channel.onmessage = (message: unknown) => {
    const why = typeof message === "object" && message !== null && "data" in message;
    stop.stop(why ? String(message.data) : "stopped");
  };
  channel.unref();
  return () => channel.close();
}
