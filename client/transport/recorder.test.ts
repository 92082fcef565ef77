import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Exchange, type RedactedText, violations } from "../../schemas/index.ts";
import type { Attempt } from "./attempt.ts";
import { Recorder } from "./recorder.ts";
import { Redaction } from "./redaction.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const attempt: Attempt = {
  startedAt: new Date("2026-01-02T03:04:05Z"),
  durationMs: 12.34567,
  attempt: 2,
  request: {
    method: "POST",
    url: "https://scim.example/Users?token=xoxp-1-secret",
    headers: { authorization: "Bearer xoxp-1-secret" },
    body: '{"userName":"ada","password":"hunter2"}',
  },
  response: {
    status: 400,
    headers: { "x-said": "xoxp-1-secret" },
    body: '{"detail":"xoxp-1-secret"}',
  },
};

function recorded(...attempts: Attempt[]) {
  const seen: { exchange: Exchange; line: RedactedText }[] = [];
  const recorder = new Recorder(
    "2.0",
    new Redaction({ secrets: ["xoxp-1-secret"] }),
    (exchange, line) => seen.push({ exchange, line }),
  );
  return { ids: attempts.map((one) => recorder.record(one)), seen };
}

test("an attempt becomes a valid exchange without what must not be written", () => {
  const { ids, seen } = recorded(attempt);
  const [{ exchange, line } = { exchange: undefined, line: "" }] = seen;
  expect(ids).toEqual(["2.0/1"]);
  expect(violations("suite/exchange", exchange)).toEqual([]);
  expect(exchange).toEqual({
    id: "2.0/1",
    version: "2.0",
    startedAt: "2026-01-02T03:04:05.000Z",
    durationMs: 12.346,
    attempt: 2,
    request: {
      method: "POST",
      url: "https://scim.example/Users?token=[redacted]",
      headers: { authorization: "Bearer [redacted]" },
      body: '{"userName":"ada","password":"[redacted]"}',
    },
    response: { status: 400, headers: { "x-said": "[redacted]" }, body: '{"detail":"[redacted]"}' },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(JSON.parse(line)).toEqual(exchange);
});

test("attempts are numbered in their order, with no sink as well", () => {
  expect(recorded(attempt, attempt, attempt).ids).toEqual(["2.0/1", "2.0/2", "2.0/3"]);
  const silent = new Recorder("1.1", new Redaction({ secrets: [] }));
  expect([silent.record(attempt), silent.record(attempt)]).toEqual(["1.1/1", "1.1/2"]);
});

test("recorders of one run in pieces give each number once", () => {
  const redaction = new Redaction({ secrets: [] });
  const ids = [1, 2, 3].flatMap((first) => {
    const recorder = new Recorder("2.0", redaction, undefined, { first, step: 3 });
    return Array.from({ length: 4 }, () => recorder.record(attempt));
  });
  expect(ids.slice(0, 5)).toEqual(["2.0/1", "2.0/4", "2.0/7", "2.0/10", "2.0/2"]);
  expect(new Set(ids).size).toBe(12);
});

test("without a response, the exchange has an error instead", () => {
  const { response: _, ...unanswered } = attempt;
  const { seen } = recorded({ ...unanswered, error: "cannot connect with xoxp-1-secret" });
  expect(seen[0]?.exchange).not.toHaveProperty("response");
  expect(seen[0]?.exchange.error).toBe("cannot connect with [redacted]");
});

test("a request without a body has none", () => {
  const { body: _, ...request } = attempt.request;
  expect(recorded({ ...attempt, request }).seen[0]?.exchange.request).not.toHaveProperty("body");
});

describe("of a long body", () => {
  const long = (length: number) => ({
    ...attempt,
    response: { status: 200, headers: {}, body: "x".repeat(length) },
  });
  test.each([
    [64 * 1024, 64 * 1024, undefined],
    [64 * 1024 + 1, 64 * 1024, true],
  ])("of %i characters %i are kept", (length, kept, truncated) => {
    const { response } = recorded(long(length)).seen[0]?.exchange ?? {};
    expect(response?.body).toHaveLength(kept);
    expect(response?.truncated).toBe(truncated);
  });

  test("the rest is not kept in memory", () => {
    const heap = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = heap();
    const seen = Array.from({ length: 30 }, () => recorded(long(4_000_000)).seen);
    const keptMiB = (heap() - before) / 2 ** 20;
    expect(seen).toHaveLength(30);
    // The 30 bodies have 114 MiB, what is kept of them 2 to 8.
    expect(keptMiB).toBeLessThan(40);
  });

  test("of a request, too", () => {
    const request = { ...attempt.request, body: "x".repeat(64 * 1024 + 1) };
    const { exchange } = recorded({ ...attempt, request }).seen[0] ?? {};
    expect(exchange?.request.body).toHaveLength(64 * 1024);
    expect(exchange?.request).not.toHaveProperty("truncated");
  });

  test("no part of a secret at the cut is left", () => {
    const body = `${"x".repeat(64 * 1024 - 8)} xoxp-1-secret`;
    const { line } =
      recorded({ ...attempt, response: { status: 200, headers: {}, body } }).seen[0] ?? {};
    expect(line).not.toContain("xoxp");
  });
});
