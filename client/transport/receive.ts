import type { Dispatcher } from "undici";

export interface Received {
  status: number;
  /** Lower-case names; a repeated header is an array. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

export interface ReceiveLimits {
  /** Until the last byte of the response, in milliseconds. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

const utf8 = new TextDecoder();

/**
 * What each signal ends: one listener for all requests that are under way, since one for each would
 * cost as much as sending it.
 */
const underWay = new WeakMap<AbortSignal, { ends: Set<() => void>; onAbort: () => void }>();

/** Calls `end` when the signal fires. @returns a function that stops listening */
function listen(signal: AbortSignal, end: () => void): () => void {
  let all = underWay.get(signal);
  if (!all) {
    const ends = new Set<() => void>();
    const onAbort = () => {
      for (const each of ends) each();
    };
    all = { ends, onAbort };
    underWay.set(signal, all);
  }
  const { ends, onAbort } = all;
  if (ends.size === 0) signal.addEventListener("abort", onAbort);
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size === 0) signal.removeEventListener("abort", onAbort);
  };
}

/**
 * Sends a request and reads the whole response as UTF-8. `Dispatcher.request` makes a stream of each
 * body, and needs two more signals for a deadline: together they cost as much as the rest of a request.
 *
 * @throws what undici reports, the reason of the signal, or a DOMException `TimeoutError`
 */
export function receive(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { timeoutMs, signal }: ReceiveLimits,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let head: Omit<Received, "text"> | undefined;
    let ended: { reason: unknown } | undefined;
    const chunks: Buffer[] = [];
    let stopListening: (() => void) | undefined;

    const settle = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    const fail = (reason: unknown) => {
      settle();
      reject(reason);
    };
    const end = (reason: Error) => {
      // A request that waits for a connection has no controller yet.
      ended = { reason };
      controller?.abort(reason);
      fail(reason);
    };
    const onAbort = () => end(signal?.reason);
    const timer = setTimeout(
      () => end(new DOMException("The request took too long", "TimeoutError")),
      timeoutMs,
    );
    if (signal?.aborted) return onAbort();
    if (signal) stopListening = listen(signal, onAbort);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (ended) started.abort(ended.reason as Error);
      },
      onResponseStart(_controller, status, headers) {
        // An interim response (RFC 9110 §15.2): the final one follows.
        if (status >= 200) head = { status, headers };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        settle();
        if (head) resolve({ ...head, text: utf8.decode(Buffer.concat(chunks)) });
        else reject(new Error("the response has no final status"));
      },
      onResponseError(_controller, error) {
        fail(error);
      },
    };
    try {
      dispatcher.dispatch(options, handler);
    } catch (error) {
      fail(error);
    }
  });
}
