import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { VirtualClock } from "../../testing/virtual-clock.ts";
import type { LimitedRequest } from "./rate-limits.ts";
import { createGateState } from "./shared-limits.ts";
import { createTenantGate, type TenantGate } from "./tenant-gate.ts";

const list = { method: "GET", path: "/Users" };
const create = { method: "POST", path: "/Users" };
const removal = (id: string) => ({ method: "DELETE", path: `/Users/${id}` });

/** Sends requests as fast as the gate admits them; notes the time of each. */
function senders(gate: TenantGate, clock: VirtualClock) {
  const sent: { at: number; label: string }[] = [];
  const started = clock.now();
  const send = async (request: LimitedRequest, label = request.path, signal?: AbortSignal) => {
    const pass = await gate.enter(request);
    await pass.attempt(signal);
    sent.push({ at: clock.now() - started, label });
    pass.leave();
    return pass;
  };
  return { sent, send };
}

function gateWithClock() {
  const clock = new VirtualClock();
  const state = createGateState(clock.now());
  const gate = createTenantGate("slack", { state, clock });
  return { clock, state, gate, ...senders(gate, clock) };
}

/** A server's bucket, as Slack publishes it. @returns how many of the requests would get a 429 */
function refused(
  times: readonly number[],
  perMinute: number,
  burst: number,
  tokens = burst,
): number {
  let left = tokens;
  let before = 0;
  let count = 0;
  for (const at of times) {
    left = Math.min(burst, left + ((at - before) * perMinute) / 60_000);
    before = at;
    if (left < 1) count += 1;
    else left -= 1;
  }
  return count;
}

describe("a target that may have limits", () => {
  const unknown = (clock: VirtualClock) => {
    const state = createGateState(clock.now());
    const options = { state, clock };
    return [
      createTenantGate("once-limited", options),
      createTenantGate("once-limited", options),
    ] as const;
  };

  test("gets requests without a limit until it answers 429 five times, by all gates", async () => {
    const clock = new VirtualClock();
    const [gate, other] = unknown(clock);
    const { sent, send } = senders(gate, clock);
    for (let index = 0; index < 4; index += 1) (await send(create)).limited(1000);
    for (let index = 0; index < 100; index += 1) await send(create);
    expect(sent.every(({ at }) => at === 0)).toBe(true);
    expect(other.isPaced()).toBe(false);
    (await send(create)).limited(1000);
    expect(other.isPaced()).toBe(true);
  });

  test("is paced from then on at the full rate: its buckets are empty, and nothing is lowered", async () => {
    const clock = new VirtualClock();
    const [gate] = unknown(clock);
    const { sent, send } = senders(gate, clock);
    const passes = await Promise.all(Array.from({ length: 25 }, () => send(create)));
    for (const pass of passes.slice(0, 4)) pass.limited(1000);
    expect(gate.isPaced()).toBe(false);
    for (const pass of passes.slice(4, 8)) pass.limited(1000);
    expect(gate.isPaced()).toBe(true);
    for (let index = 0; index < 40; index += 1) void send(create);
    await clock.pass(11_000);
    const times = sent.slice(25).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(25);
    expect(refused(times, 180, 20, 0)).toBe(0);
  });
});

describe("Slack's limits", () => {
  test("a bucket empties: after 18 creates, 175 are sent a minute", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    for (let index = 0; index < 40; index += 1) void send(create);
    await clock.pass(0);
    expect(sent).toHaveLength(18);
    await clock.pass(7000);
    // 2.91 a second.
    expect(sent).toHaveLength(18 + 20);
    await clock.pass(60_000);
    expect(sent).toHaveLength(40);
  });

  test("all buckets start empty, since an earlier process may have emptied Slack's", async () => {
    const { clock, sent, send } = gateWithClock();
    for (let index = 0; index < 400; index += 1) {
      void send(create);
      void send({ method: "GET", path: "/Users/U1" }, "read");
    }
    await clock.pass(200_000);
    const times = (label: string) =>
      sent.filter((each) => each.label === label).map(({ at }) => at);
    expect(times("/Users")).toHaveLength(400);
    expect(times("/Users")[0]).toBeGreaterThan(300);
    // The bucket of an organisation that has only the margin left.
    expect(refused(times("/Users"), 180, 20, 0)).toBe(0);
    expect(refused(times("read"), 300, 300, 0)).toBe(0);
  });

  test("a run may start with reads: a quarter of their burst, and no writes", async () => {
    const clock = new VirtualClock();
    const state = createGateState(clock.now(), { reads: true });
    const { sent, send } = senders(createTenantGate("slack", { state, clock }), clock);
    for (let index = 0; index < 100; index += 1) {
      void send(create);
      void send({ method: "GET", path: "/Users/U1" }, "read");
    }
    await clock.pass(0);
    expect(sent.map(({ label }) => label)).toEqual(Array(67).fill("read"));
    await clock.pass(60_000);
    const reads = sent.filter(({ label }) => label === "read").map(({ at }) => at);
    expect(reads).toHaveLength(100);
    expect(refused(reads, 300, 300, 300 / 4)).toBe(0);
  });

  test("the margin covers responses that are late by half a second", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    for (let index = 0; index < 200; index += 1) void send(create);
    await clock.pass(120_000);
    const late = sent.map(({ at }, index) => at + (index % 7 === 0 ? 500 : 0));
    expect(
      refused(
        late.sort((one, other) => one - other),
        180,
        20,
      ),
    ).toBe(0);
    expect(late).toHaveLength(200);
  });

  test("the limits take at most ten percent longer than Slack's alone, after the first burst", async () => {
    const { clock, sent, send } = gateWithClock();
    for (let index = 0; index < 1000; index += 1)
      void send({ method: "PATCH", path: `/Users/U${index}` });
    await clock.pass(600_000);
    const atSlack = ((1000 - 20) / 180) * 60_000;
    expect(sent).toHaveLength(1000);
    expect(sent.at(-1)?.at).toBeLessThan(atSlack * 1.1);
  });

  test("a request that waits for its own limit delays no other one", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(10_000);
    for (let index = 0; index < 60; index += 1) void send(create, "create");
    void send(removal("U1"), "delete");
    void send(list, "list");
    await clock.pass(0);
    expect(sent.map(({ label }) => label)).toContain("delete");
    expect(sent.map(({ label }) => label)).toContain("list");
    expect(sent.filter(({ label }) => label === "create")).toHaveLength(18);
  });

  test("both kinds of writes share the organisation's limit, in the order of arrival", async () => {
    const { clock, sent, send } = gateWithClock();
    for (let index = 0; index < 300; index += 1) {
      void send({ method: "POST", path: "/Bulk" }, String(index));
    }
    await clock.pass(60_000);
    expect(sent.map(({ label }) => label)).toEqual([...Array(300).keys()].map(String));
    expect(
      refused(
        sent.map(({ at }) => at),
        600,
        180,
        0,
      ),
    ).toBe(0);
  });

  test("every attempt is charged, and a retry keeps its place in the queue", async () => {
    const { clock, gate, sent, send } = gateWithClock();
    const pass = await gate.enter(create);
    void pass.attempt();
    await clock.pass(400);
    expect(gate.sent().get("create Users")).toBe(1);
    void send(create, "second");
    void send(create, "third");
    // They are in the queue before the first one returns.
    await clock.pass(0);
    void pass.attempt().then(() => sent.push({ at: clock.now(), label: "first again" }));
    await clock.pass(2000);
    expect(sent.map(({ label }) => label)).toEqual(["first again", "second", "third"]);
    expect(gate.sent().get("create Users")).toBe(4);
    expect(gate.sent().get("writes")).toBe(4);
    expect(gate.sent().get("reads")).toBe(0);
  });

  test("switched off, nothing waits and everything is counted", async () => {
    const clock = new VirtualClock();
    const gate = createTenantGate("off", { clock });
    const { sent, send } = senders(gate, clock);
    for (let index = 0; index < 100; index += 1) (await send(create)).limited(5000);
    expect(sent.every(({ at }) => at === 0)).toBe(true);
    expect(gate.sent().get("create Users")).toBe(100);
  });
});

describe("a 429", () => {
  test("delays all requests under the same limit until Retry-After has passed, and no others", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    (await send(create)).limited(5000);
    sent.length = 0;
    void send(create, "create");
    void send(removal("U1"), "another write");
    void send(list, "read");
    await clock.pass(4999);
    expect(sent.map(({ label }) => label)).toEqual(["read"]);
    await clock.pass(1);
    // One is sent at once: the empty bucket has at least one token.
    expect(sent.map(({ label }) => label)).toEqual(["read", "create"]);
    await clock.pass(1000);
    expect(sent).toHaveLength(3);
  });

  test("a shorter wait does not end a longer one", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    const [one, other] = [await send(create), await send(create)];
    one.limited(5000);
    other.limited(1000);
    sent.length = 0;
    void send(create);
    await clock.pass(4999);
    expect(sent).toHaveLength(0);
    await clock.pass(1);
    expect(sent).toHaveLength(1);
  });

  /** How many creates are admitted in ten seconds, from a moment on. */
  async function rateAfter(limited: number, recovery: number): Promise<number> {
    const { clock, sent, send } = gateWithClock();
    for (let index = 0; index < limited; index += 1) {
      const sending = send(create);
      await clock.pass(10_000);
      (await sending).limited(1000);
      await clock.pass(1);
    }
    const many = 60 + recovery / 300;
    for (let index = 0; index < many; index += 1) void send(create);
    await clock.pass(1000 + recovery);
    sent.length = 0;
    await clock.pass(10_000);
    return sent.length;
  }

  test("each one lowers the rate, which recovers slowly", async () => {
    expect(await rateAfter(0, 0)).toBeGreaterThanOrEqual(29);
    const once = await rateAfter(1, 0);
    expect(once).toBeGreaterThanOrEqual(19);
    expect(once).toBeLessThanOrEqual(22);
    const twice = await rateAfter(2, 0);
    expect(twice).toBeGreaterThanOrEqual(13);
    expect(twice).toBeLessThan(once - 3);
    const later = await rateAfter(1, 60_000);
    expect(later).toBeGreaterThan(once);
    expect(later).toBeLessThan(29);
    expect(await rateAfter(1, 300_000)).toBeGreaterThanOrEqual(29);
  });

  test("after any number, a tenth of the rate is left", async () => {
    const least = await rateAfter(30, 0);
    expect(least).toBeGreaterThanOrEqual(2);
    expect(least).toBeLessThanOrEqual(4);
  });

  test("those of concurrent requests lower it once", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    const passes = await Promise.all([...Array(8)].map(() => send(create)));
    await clock.pass(50);
    for (const pass of passes) {
      pass.limited(1000);
      await clock.pass(1);
    }
    for (let index = 0; index < 100; index += 1) void send(create);
    await clock.pass(1000);
    sent.length = 0;
    await clock.pass(10_000);
    expect(sent.length).toBeGreaterThanOrEqual(19);
  });
});

describe("the write lock", () => {
  test("is held over all attempts of a request, for one resource", async () => {
    const { clock, gate, sent, send } = gateWithClock();
    await clock.pass(10_000);
    const first = await gate.enter(removal("U1"));
    await first.attempt();
    void send(removal("U1"), "same");
    void send(removal("U2"), "another");
    void send({ method: "GET", path: "/Users/U1" }, "read");
    await clock.pass(10_000);
    expect(sent.map(({ label }) => label).sort()).toEqual(["another", "read"]);
    first.leave();
    await clock.pass(0);
    expect(sent.map(({ label }) => label)).toContain("same");
  });
});

describe("the order", () => {
  test("is the order of arrival, also for retries", async () => {
    const { clock, gate, sent, send } = gateWithClock();
    await clock.pass(60_000);
    const first = await gate.enter(create);
    await first.attempt();
    for (let index = 0; index < 17; index += 1) void send(create, "burst");
    await clock.pass(0);
    sent.length = 0;
    void send(create, "second");
    void send(create, "third");
    await clock.pass(0);
    void first.attempt().then(() => sent.push({ at: 0, label: "first again" }));
    await clock.pass(5000);
    expect(sent.map(({ label }) => label)).toEqual(["first again", "second", "third"]);
  });

  test("of writes to one resource is kept, and the lock is released after the last", async () => {
    const { clock, gate } = gateWithClock();
    const entered: number[] = [];
    const enter = async (number: number) => {
      const pass = await gate.enter(removal("U1"));
      entered.push(number);
      return pass;
    };
    const passes = [enter(1), enter(2)];
    for (let done = 0; done < 4; done += 1) {
      await clock.pass(0);
      expect(entered).toEqual([1, 2, 3, 4].slice(0, done + 1));
      (await passes[done])?.leave();
      // A request that arrives after the first has left is behind the second.
      if (done < 2) passes.push(enter(done + 3));
    }
    await gate.enter(removal("U1"));
  });
});

describe("an aborted request", () => {
  test("leaves the queue at once, takes no token, and the next one is sent", async () => {
    const { clock, gate, sent, send } = gateWithClock();
    const abort = new AbortController();
    const first = send(create, "aborted", abort.signal);
    void send(create, "next");
    await clock.pass(100);
    abort.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    await clock.pass(300);
    expect(sent.map(({ label }) => label)).toEqual(["next"]);
    expect(gate.sent().get("create Users")).toBe(1);
    await expect(send(create, "late", abort.signal)).rejects.toMatchObject({ name: "AbortError" });
  });

  test("that waits for two limits is behind earlier requests for one of them", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    for (let index = 0; index < 18; index += 1) void send(create, "burst");
    void send(create, "create");
    // Both count as writes, which have tokens left.
    const both = {
      method: "POST",
      path: "/Users",
      headers: { "x-http-method-override": "GET" },
    };
    void send(both, "behind");
    await clock.pass(0);
    expect(sent).toHaveLength(18);
    await clock.pass(1000);
    expect(sent.slice(18).map(({ label }) => label)).toEqual(["create", "behind"]);
  });

  test("ignores an abort after it was sent", async () => {
    const { clock, sent, send } = gateWithClock();
    await clock.pass(60_000);
    const abort = new AbortController();
    await send(create, "sent", abort.signal);
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
    abort.abort();
    await clock.pass(0);
    expect(sent.map(({ label }) => label)).toEqual(["sent"]);
  });

  test("wakes no other request", async () => {
    const { clock, send } = gateWithClock();
    const abort = new AbortController();
    const waiting = send(create, "aborted", abort.signal);
    await clock.pass(0);
    expect(clock.isAnyoneAsleep).toBe(true);
    abort.abort();
    await waiting.catch(() => undefined);
    expect(clock.isAnyoneAsleep).toBe(false);
  });
});

describe("gates of the same state", () => {
  test("share limits and counts", async () => {
    const { clock, state, gate, send } = gateWithClock();
    await clock.pass(60_000);
    const later = createTenantGate("slack", { state, clock });
    const other = senders(later, clock);
    for (let index = 0; index < 12; index += 1) {
      void send(create);
      void other.send(create);
    }
    await clock.pass(0);
    expect(gate.sent().get("create Users")).toBe(18);
    expect(later.sent()).toEqual(gate.sent());
    // A waiting request is woken although the other gate has taken its token.
    await clock.pass(10_000);
    expect(gate.sent().get("create Users")).toBe(24);
  });

  test("a thread that ends while it holds the lock does not block the others", async () => {
    const { clock, state, gate, send } = gateWithClock();
    new Int32Array(state, 0, 1)[0] = 1;
    await clock.pass(60_000);
    void send(create);
    await clock.pass(0);
    expect(gate.sent().get("create Users")).toBe(1);
  });
});
