import { setTimeout as pause } from "node:timers/promises";
import { BroadcastChannel } from "node:worker_threads";
import type { Exchange } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { asPath } from "./request-line.ts";

/** The checks run in a worker thread of vitest: it tells the command what is sent. */
const nameOf = (runTag: string) => `scim-conformance-exchanges-${runTag}`;

/** Sent by the worker when there are no more exchanges. */
const ended = "ended";
/** How long the last exchanges are awaited, in milliseconds. */
const longestWait = 2000;

/**
 * An exchange in one line: its id, method, path, status and time.
 * @param exchange redacted
 */
export function exchangeLine(
  { id, request: { method, url }, response, error, durationMs }: Exchange,
  baseUrl: string | undefined,
): string {
  const answer = response?.status ?? `no response (${error ?? "unknown reason"})`;
  return `${id} ${method} ${asPath(url, baseUrl)} ${answer} ${Math.round(durationMs)} ms`;
}

/** Tells the command of the lines of a run. @returns how to tell a line, and that it was the last */
export function exchangeTeller(runTag: string): { tell: (line: string) => void; end: () => void } {
  const channel = new BroadcastChannel(nameOf(runTag));
  channel.unref();
  return {
    tell: (line) => channel.postMessage({ line }),
    end: () => {
      channel.postMessage(ended);
      channel.close();
    },
  };
}

/** Listens to a run. @returns a function that waits for the last line and ends the listening */
export function listenForExchanges(
  runTag: string,
  onLine: (line: string) => void,
): () => Promise<void> {
  const channel = new BroadcastChannel(nameOf(runTag));
  const last = new Promise<void>((resolve) => {
    channel.onmessage = (message: unknown) => {
      const data = isObject(message) ? message.data : undefined;
      if (data === ended) resolve();
      if (isObject(data) && typeof data.line === "string") onLine(data.line);
    };
  });
  channel.unref();
  return async () => {
    const tooLate = new AbortController();
    // A worker that crashed tells nothing.
    await Promise.race([
      last,
      pause(longestWait, undefined, { signal: tooLate.signal }).catch(() => undefined),
    ]);
    tooLate.abort();
    channel.close();
  };
}
