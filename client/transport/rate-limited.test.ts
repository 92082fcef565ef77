import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { VirtualClock } from "../../testing/virtual-clock.ts";
import { Recorder } from "./recorder.ts";
import { Redaction } from "./redaction.ts";
import { createGateState } from "./shared-limits.ts";
import { createTenantGate } from "./tenant-gate.ts";
import { Transport, type WireResponse } from "./transport.ts";

const open: { server: Server; transport: Transport }[] = [];
afterEach(async () => {
  for (const { server, transport } of open.splice(0)) {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A transport on a clock that the test moves. */
async function against(
  answer: RequestListener,
  {
    limits = "off" as "off" | "slack",
    rateLimited = 5,
    signal = new AbortController().signal,
  } = {},
) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const clock = new VirtualClock();
  const state = createGateState(clock.now());
  const transport = new Transport({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    timeoutMs: 30_000,
    maxResponseBytes: 1e6,
    connections: 4,
    retry: { connectionErrors: 0, rateLimited, serverErrors: 0 },
    recorder: new Recorder("2.0", new Redaction({ secrets: [] })),
    gate: createTenantGate(limits, { state, clock }),
    clock,
    signal,
  });
  open.push({ server, transport });
  const started = clock.now();
  const send = (method = "GET", path = "/Users/U1") =>
    transport.send({ method, path, headers: {} });
  /** Advances the clock, in milliseconds, until a response arrives. @returns it, and after how many milliseconds it arrived */
  const timed = async (sending: Promise<WireResponse>, step = 50) => {
    let response: WireResponse | undefined;
    void sending.then((one) => {
      response = one;
    });
    await vi.waitFor(
      async () => {
        await clock.pass(step);
        expect(response).toBeDefined();
      },
      { interval: 1, timeout: 110_000 },
    );
    return { status: response?.status, ms: clock.now() - started };
  };
  return { clock, send, timed, gate: createTenantGate(limits, { state, clock }) };
}

/** Answers 429 a number of times, then 200. */
function limited(times: number, retryAfter: string | undefined): RequestListener {
  let left = times;
  return (_request, response) => {
    const status = left > 0 ? 429 : 200;
    left -= 1;
    const headers = status === 429 && retryAfter !== undefined ? { "retry-after": retryAfter } : {};
    response.writeHead(status, headers).end("{}");
  };
}

describe("the wait after a 429", () => {
  test("as many seconds as Retry-After says", async () => {
    const { clock, send } = await against(limited(1, "7"));
    await expect(Promise.race([send(), until(() => clock.slept.length > 0)])).resolves.toBe(
      "slept",
    );
    expect(clock.slept).toEqual([7000]);
  });

  test("until the date that Retry-After says, counted from now", async () => {
    const date = new Date(new VirtualClock().date() + 9000).toUTCString();
    const { clock, send } = await against(limited(1, date));
    await Promise.race([send(), until(() => clock.slept.length > 0)]);
    expect(clock.slept[0]).toBeGreaterThan(7000);
    expect(clock.slept[0]).toBeLessThanOrEqual(9000);
  });

  test.each([undefined, "0", "-3", "soon", "Thu, 01 Jan 1970 00:00:00 GMT"])(
    "a little, for Retry-After %j: never at once",
    async (header) => {
      const { clock, send } = await against(limited(1, header));
      await Promise.race([send(), until(() => clock.slept.length > 0)]);
      expect(clock.slept[0]).toBeGreaterThanOrEqual(100);
      expect(clock.slept[0]).toBeLessThanOrEqual(200);
    },
  );

  test("two minutes at most in one piece, and all waits together", async () => {
    const once = await against(limited(1, "100000"));
    const { status, ms } = await once.timed(once.send(), 500);
    expect(status).toBe(200);
    expect(ms).toBeGreaterThanOrEqual(120_000);
    expect(ms).toBeLessThan(121_000);
    const often = await against(limited(100, "50"), { rateLimited: 100 });
    const outcome = await often.timed(often.send(), 500);
    expect(outcome.status).toBe(429);
    expect(outcome.ms).toBeGreaterThanOrEqual(100_000);
    expect(outcome.ms).toBeLessThan(121_000);
  });

  test("as often as configured, then it is the outcome", async () => {
    let asked = 0;
    const { send, timed } = await against(
      (_request, response) => {
        asked += 1;
        response.writeHead(429, { "retry-after": "1" }).end();
      },
      { rateLimited: 2 },
    );
    expect((await timed(send())).status).toBe(429);
    expect(asked).toBe(3);
  });
});

describe("the gate", () => {
  test("is charged for every attempt", async () => {
    const { send, timed, gate } = await against(limited(2, "1"), { limits: "slack" });
    expect((await timed(send())).status).toBe(200);
    expect(gate.sent().get("read Users")).toBe(3);
  });

  test("learns of a 429 that is not retried too: other requests wait", async () => {
    const { clock, send, timed } = await against(limited(1, "30"), {
      limits: "slack",
      rateLimited: 0,
    });
    expect((await timed(send())).status).toBe(429);
    const before = clock.now();
    expect((await timed(send("GET", "/Users/U2"))).status).toBe(200);
    expect(clock.now() - before).toBeGreaterThanOrEqual(29_900);
  });

  test("an aborted wait is a TransportError, and the resource is free again", async () => {
    const abort = new AbortController();
    const { clock, send } = await against(limited(1, "60"), { signal: abort.signal });
    const writing = send("PUT");
    const behind = send("PUT");
    await until(() => clock.slept.length > 0);
    abort.abort();
    await expect(writing).rejects.toMatchObject({ name: "TransportError", kind: "aborted" });
    await expect(behind).rejects.toMatchObject({ name: "TransportError", kind: "aborted" });
  });
});

/** Waits for a condition that does not depend on the clock. */
async function until(isSo: () => boolean): Promise<"slept"> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { interval: 1, timeout: 110_000 });
  return "slept";
}
