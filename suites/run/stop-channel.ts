import { BroadcastChannel } from "node:worker_threads";
import { isObject } from "../../schemas/json-value.ts";
import type { RunStop } from "./run-stop.ts";

/** The checks run in a worker thread of vitest: the command stops them through this channel. */
const nameOf = (runTag: string) => `scim-conformance-stop-${runTag}`;

/** Sent by a worker when it starts to listen, to receive earlier messages again. */
const listening = "listening";

/**
 * Stops the checks of a run; those in progress end with the verdict `error`, code `aborted`. A
 * worker that is still loading is stopped when it begins to listen.
 * @returns a function to be called when the run has ended
 */
export function sendStop(runTag: string, why: string): () => void {
  const channel = new BroadcastChannel(nameOf(runTag));
  const send = () => channel.postMessage({ why });
  channel.onmessage = (message: unknown) => {
    if (dataOf(message) === listening) send();
  };
  channel.unref();
  send();
  return () => channel.close();
}

/** Stops a run on request of the command. @returns a function that ends the listening */
export function listenForStop(runTag: string, stop: RunStop): () => void {
  const channel = new BroadcastChannel(nameOf(runTag));
  channel.onmessage = (message: unknown) => {
    const data = dataOf(message);
    if (isObject(data) && "why" in data) stop.stop(String(data.why));
  };
  channel.unref();
  channel.postMessage(listening);
  return () => channel.close();
}

function dataOf(message: unknown): unknown {
  return isObject(message) ? message.data : undefined;
}
