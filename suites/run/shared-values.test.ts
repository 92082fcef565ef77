import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { currentCheck } from "./current-check.ts";
import { ExchangeLog } from "./exchange-log.ts";

import { SharedValues } from "./shared-values.ts";
import { Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";

const gate = new Redaction({ secrets: [] });
const add = (log: ExchangeLog, one: Exchange) => log.add(one, gate.line(one));

const folder = mkdtempSync(join(tmpdir(), "scim-shared-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let log: ExchangeLog;
let shared: SharedValues;
beforeEach(() => {
  log = new ExchangeLog(join(folder, "exchanges.jsonl"));
  shared = new SharedValues(log);
});

let count = 0;
function exchange(status: number): Exchange {
  count += 1;
  return {
    id: `2.0/${count}`,
    version: "2.0",
    startedAt: "2026-01-01T00:00:00Z",
    durationMs: 1,
    attempt: 1,
    request: { method: "POST", url: "https://scim.example/Users", headers: {} },
    response: { status, headers: {}, body: "" },
  };
}

/** What a check gets, and which exchanges are its evidence. */
async function check(id: string, make: () => Promise<string>) {
  const exchanges: string[] = [];
  const got = await currentCheck.run(id, () =>
    log.collect(exchanges, () => shared.once("a user", make).catch((error: unknown) => error)),
  );
  return { got, exchanges };
}

test("a value is made once, and its exchanges are evidence for each check", async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    add(log, exchange(201));
    return "U1";
  };
  const [one, other] = await Promise.all([check("A", make), check("B", make)]);
  expect([one.got, other.got, made]).toEqual(["U1", "U1", 1]);
  expect(one.exchanges).toHaveLength(1);
  expect(other.exchanges).toEqual(one.exchanges);
});

describe("a failure of the target", () => {
  const trouble = () => Promise.reject(new Trouble("timeout", "no answer"));

  test("is the error of the first check, and blocks those that waited", async () => {
    const [maker, waiter] = await Promise.all([check("A", trouble), check("B", trouble)]);
    expect(maker.got).toBeInstanceOf(Trouble);
    expect(waiter.got).toMatchObject({ code: "blocked-by", blockedBy: "A", name: "Skip" });
    expect(String((waiter.got as Skip).message)).toContain("not available: a user: no answer");
  });

  test("is tried once more by the next check, and then final", async () => {
    await check("A", trouble);
    const second = await check("B", trouble);
    expect(second.got).toBeInstanceOf(Trouble);
    const third = await check("C", async () => "U1");
    expect(third.got).toMatchObject({ code: "blocked-by", blockedBy: "B" });
  });

  test("that has passed is forgotten", async () => {
    await check("A", trouble);
    expect((await check("B", async () => "U1")).got).toBe("U1");
    expect((await check("C", async () => "U2")).got).toBe("U1");
  });
});

test("a value from a 5xx response is made anew while a finding may have to be confirmed", async () => {
  const answers = [500, 500, 500, 500, 201];
  let made = 0;
  const make = async () => {
    made += 1;
    add(log, exchange(answers[made - 1] ?? 201));
    return `value ${made}`;
  };
  expect((await check("A", make)).got).toBe("value 1");
  expect((await check("B", make)).got).toBe("value 2");
  expect((await check("C", make)).got).toBe("value 3");
  expect((await check("D", make)).got).toBe("value 4");
  expect((await check("E", make)).got).toBe("value 4");
});

test("a check that is blocked while it makes the value keeps the evidence; the others are blocked too", async () => {
  const make = async () => {
    add(log, exchange(400));
    throw new Skip("blocked-by", "creating a user returned HTTP 400");
  };
  const maker = await check("A", make);
  expect(maker.exchanges).toHaveLength(1);
  const other = await check("B", make);
  expect(other.got).toMatchObject({ code: "blocked-by" });
  expect(other.exchanges).toEqual([]);
});
