import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RecordedExchange } from "./exchange.ts";
import { InOrder } from "./in-order.ts";

let written: string[];
let order: InOrder;
beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  order = new InOrder(({ request }) => written.push(request.path));
});
afterEach(() => vi.useRealTimers());

/** A request begins. @returns what ends it */
function begin(path: string): () => void {
  const end = order.begin();
  const body = { bytes: undefined, size: 0 };
  const exchange: RecordedExchange = {
    startedAt: new Date(0),
    milliseconds: 1,
    request: { method: "GET", path, httpVersion: "HTTP/1.1", headers: [], body },
    response: undefined,
    failure: undefined,
  };
  return () => end(exchange);
}

test("what ends in another order is passed on in the order of its beginning", () => {
  const ends = ["a", "b", "c"].map(begin);
  ends[2]?.();
  ends[1]?.();
  vi.advanceTimersByTime(900);
  expect(written).toEqual([]);
  ends[0]?.();
  expect(written).toEqual(["a", "b", "c"]);
  vi.advanceTimersByTime(5000);
  expect(written).toEqual(["a", "b", "c"]);
});

test("one that takes long holds the others back for a second, then not at all", () => {
  const endSlow = begin("slow");
  const others = Array.from({ length: 50 }, (_, index) => `${index}`);
  for (const path of others) begin(path)();
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(written).toEqual(others);
  begin("next")();
  expect(written.at(-1)).toBe("next");
  endSlow();
  expect(written).toEqual([...others, "next", "slow"]);
});

test("only what waits long enough passes an open request", () => {
  const endFirst = begin("first");
  begin("second")();
  vi.advanceTimersByTime(600);
  const endThird = begin("third");
  begin("fourth")();
  vi.advanceTimersByTime(500);
  expect(written).toEqual(["second"]);
  endThird();
  expect(written).toEqual(["second", "third", "fourth"]);
  endFirst();
  expect(written).toEqual(["second", "third", "fourth", "first"]);
});

test("more than a hundred do not wait", () => {
  begin("slow");
  for (let count = 0; count < 100; count += 1) begin(String(count))();
  expect(written).toHaveLength(100);
});
