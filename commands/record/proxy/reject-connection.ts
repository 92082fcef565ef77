import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** Status codes by the errors of the parser of Node.js, as it uses them without a listener. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what is not a request of HTTP, such as one with an unknown method, and closes the connection.
 *
 * @param error of the parser @param isAnswering whether an earlier request still gets its answer
 * @returns whether it is a request that has not begun to be passed on, not only a connection that ended
 */
export function rejectConnection(
  error: Error | undefined,
  socket: Duplex,
  isAnswering: boolean,
): boolean {
  const code = error && "code" in error ? String(error.code) : "";
  const isRequest = code.startsWith("HPE_") && code !== "HPE_INVALID_EOF_STATE";
  // What is written into an answer would look like a part of it.
  if (!socket.writable || isAnswering) socket.destroy();
  else {
    const status = statuses[code] ?? 400;
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
  }
  return isRequest && !isAnswering;
}
