import { describe, expect, test } from "vitest";
import { describeTransportFailure, TransportError } from "./transport-error.ts";

/** An error with a code, as undici and Node throw it. */
function failure(code: unknown, cause?: unknown): Error {
  return Object.assign(new Error("text", cause === undefined ? {} : { cause }), { code });
}

describe("why no response came", () => {
  test.each([
    ["UND_ERR_CONNECT_TIMEOUT", "timeout", "no response in time (UND_ERR_CONNECT_TIMEOUT)"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout", "no response in time (UND_ERR_HEADERS_TIMEOUT)"],
    ["UND_ERR_BODY_TIMEOUT", "timeout", "no response in time (UND_ERR_BODY_TIMEOUT)"],
    ["UND_ERR_ABORTED", "aborted", "aborted"],
    ["UND_ERR_RES_EXCEEDED_MAX_SIZE", "too-large", "the response is larger than allowed"],
    ["ECONNREFUSED", "unreachable", "cannot connect (ECONNREFUSED)"],
    ["ENOTFOUND", "unreachable", "cannot connect (ENOTFOUND)"],
    ["EAI_AGAIN", "unreachable", "cannot connect (EAI_AGAIN)"],
    ["EHOSTUNREACH", "unreachable", "cannot connect (EHOSTUNREACH)"],
    ["ENETUNREACH", "unreachable", "cannot connect (ENETUNREACH)"],
    ["ECONNRESET", "broken", "the connection broke (ECONNRESET)"],
  ])("%s is %s", (code, kind, why) => {
    expect(describeTransportFailure(failure(code))).toEqual({ kind, why });
    // undici wraps the error of the socket.
    expect(describeTransportFailure(new Error("fetch failed", { cause: failure(code) }))).toEqual({
      kind,
      why,
    });
  });

  test("errors of the signal are distinguished by their names", () => {
    expect(describeTransportFailure(new DOMException("x", "TimeoutError"))).toEqual({
      kind: "timeout",
      why: "no response in time",
    });
    expect(describeTransportFailure(new DOMException("x", "AbortError"))).toEqual({
      kind: "aborted",
      why: "aborted",
    });
  });

  test.each([
    ["an error without a code", new Error("why"), "Error: why"],
    ["an error whose code is a number", failure(7), "Error: text"],
    ["an error whose cause has no code either", new Error("why", { cause: null }), "Error: why"],
    ["a text", "ECONNREFUSED", "ECONNREFUSED"],
    ["an object that only has the name of an abort", { name: "AbortError" }, "[object Object]"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
  ])("%s is a connection that broke", (_, error, said) => {
    expect(describeTransportFailure(error)).toEqual({
      kind: "broken",
      why: `the connection broke (${said})`,
    });
  });

  test("a rejection by the proxy is a failure to connect, with the proxy's name", () => {
    const error = failure("UND_ERR_ABORTED", new Error("Proxy response (502) !== 200"));
    expect(describeTransportFailure(error, "the proxy http://p.example")).toEqual({
      kind: "unreachable",
      why: "the proxy http://p.example returns HTTP 502",
    });
  });
});

test("a TransportError has the known members, and no others", () => {
  const cause = new Error("socket");
  const full = new TransportError("broken", "GET /x: broke", "2.0/7", cause);
  expect(full).toMatchObject({
    name: "TransportError",
    kind: "broken",
    message: "GET /x: broke",
    exchangeId: "2.0/7",
    cause,
  });
  const bare = new TransportError("aborted", "aborted");
  expect(bare.exchangeId).toBeUndefined();
  expect(bare).not.toHaveProperty("cause");
});
