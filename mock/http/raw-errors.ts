import { METHODS } from "node:http";
import type { Socket } from "node:net";
import { isObject } from "../../schemas/json-value.ts";
import { mockHeader, mockName } from "../../schemas/mock-header.ts";
import type { ErrorCode } from "../errors.ts";
import { statusOf } from "../errors.ts";
import type { Watcher } from "../recording/traffic.ts";
import type { MockSettings } from "../settings.ts";
import { errorBody } from "./error-answer.ts";

function rawRequestLine(error: unknown): string {
  const packet = isObject(error) || error instanceof Error ? Reflect.get(error, "rawPacket") : "";
  return Buffer.isBuffer(packet) ? packet.toString("latin1", 0, 2000) : "";
}

/**
 * Responds to requests that the HTTP parser rejects: an unknown method gives `method_not_allowed`, anything else
 * `invalid_request_payload`, in the form of the version in the request line.
 *
 * @param watch is told of each of them, with a URL from the path
 */
export function answerRaw(
  error: unknown,
  socket: Socket,
  settings: Readonly<MockSettings>,
  watch: Watcher,
): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const line = rawRequestLine(error);
  const [, verb, url = ""] = /^([A-Za-z-]+) (\S+) HTTP\/1\.[01]\r?\n/.exec(line) ?? [];
  const isMethod = verb !== undefined && !METHODS.includes(verb);
  const code: ErrorCode = isMethod ? "method_not_allowed" : "invalid_request_payload";
  const status = statusOf(code, settings);
  const version = line.includes("/scim/v2") ? "2.0" : "1.1";
  const body = JSON.stringify(errorBody(version, status, code, settings));
  const reason = isMethod ? "Method Not Allowed" : "Bad Request";
  const type = "application/json; charset=utf-8";
  watch({
    startedAt: new Date(),
    milliseconds: 0,
    request: { method: verb ?? "", url, httpVersion: "HTTP/1.1", headers: {}, body: "" },
    response: { status, headers: { "content-type": type }, body },
  });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: ${type}\r\n` +
      `${mockHeader}: ${mockName}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
