import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turnOfTheEventLoop } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTenantGate, Redaction, ScimClient } from "../../client/index.ts";
import { UntestableError } from "../../reports/exit.ts";
import { CompareSession } from "./session.ts";
import { type CompareState, compareFiles, newState, readState } from "./state.ts";

/** Resources per page of the server: the number of requests counts, not that of the users. */
const pageSize = 5;
const token = "xoxp-secret";

/** A clock that moves on when something waits. */
function virtualClock() {
  let ms = 0;
  const pass = (more: number) => {
    ms += more;
  };
  return {
    pass,
    now: () => ms,
    date: () => ms,
    async sleep(wait: number, signal?: AbortSignal) {
      await turnOfTheEventLoop();
      signal?.throwIfAborted();
      pass(wait);
    },
  };
}

type Clock = ReturnType<typeof virtualClock>;

let folder: string;
let server: Server;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-session-"));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves both versions from a formula; every hundredth user has another title in 2.0. */
async function serve(
  totals: { users: number; groups: number },
  onPage: (startIndex: number) => void,
): Promise<string> {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    const isUsers = url.pathname.endsWith("/Users");
    const total = isUsers ? totals.users : totals.groups;
    const startIndex = Number(url.searchParams.get("startIndex") ?? 1);
    const count = Math.min(pageSize, Number(url.searchParams.get("count")));
    onPage(startIndex);
    const Resources: unknown[] = [];
    for (let at = startIndex; at < startIndex + count && at <= total; at += 1) {
      const isStrange = url.pathname.includes("/v2/") && at % 100 === 0;
      const title = isStrange ? "Manager" : "Engineer";
      Resources.push(
        isUsers
          ? { id: `U${at}`, userName: `user${at}`, title }
          : { id: `S${at}`, displayName: `group ${at}` },
      );
    }
    const body = { totalResults: total, itemsPerPage: Resources.length, startIndex, Resources };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Estimate {
  at: number;
  area: string;
  leftMs: number;
}

/** Runs one session. @returns the estimates of the time left, and how many pages */
async function compare(url: string, clock: Clock, state: CompareState, signal?: AbortSignal) {
  const gate = createTenantGate("slack", { clock });
  const client = (version: "1.1" | "2.0") =>
    new ScimClient({
      version,
      baseUrl: `${url}/scim/v${version[0]}`,
      credentials: token,
      gate,
      ...(signal ? { signal } : {}),
    });
  const clients = { "1.1": client("1.1"), "2.0": client("2.0") };
  const estimates: Estimate[] = [];
  const session = new CompareSession({
    clients,
    state,
    files: compareFiles(folder),
    key: Buffer.from("key"),
    progress: {
      phase: () => undefined,
      update: ({ area, leftMs }) => estimates.push({ at: clock.now(), area, leftMs }),
    },
    gate: new Redaction({ secrets: [token] }),
    now: clock.now,
  });
  try {
    await session.run();
  } finally {
    await Promise.all(Object.values(clients).map((each) => each.close()));
  }
  return estimates;
}

const belongsTo = {
  baseUrls: { "1.1": "http://one", "2.0": "http://two" },
  keyCheck: "key",
  showValues: false,
};

/** The estimate that was shown when that share of the time had passed, and the time that was left. */
function atShare(estimates: readonly Estimate[], share: number): { said: number; was: number } {
  const end = estimates.at(-1)?.at ?? 0;
  const shown = estimates.findLast(({ at }) => at <= end * share);
  return { said: shown?.leftMs ?? Number.NaN, was: end - (shown?.at ?? 0) };
}

describe("the time left, at the limits of Slack", () => {
  test("is right within a tenth from the first tenth on, groups included", async () => {
    const clock = virtualClock();
    const url = await serve({ users: 800, groups: 240 }, () => undefined);
    const estimates = await compare(url, clock, newState(belongsTo));
    // 208 pages of each version, 970 a minute.
    const end = estimates.at(-1)?.at ?? 0;
    expect(end / 60_000).toBeGreaterThan((416 / 1000) * 0.98);
    expect(end / 60_000).toBeLessThan((416 / 970) * 1.02);
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const { said, was } = atShare(estimates, share);
      expect(Math.abs(said - was) / was, `at ${share}`).toBeLessThan(0.1);
    }
    expect(new Set(estimates.map(({ area }) => area))).toEqual(new Set(["users", "groups"]));
  });

  test("follows a server that becomes slower", async () => {
    const clock = virtualClock();
    const url = await serve({ users: 1200, groups: 0 }, (startIndex) =>
      clock.pass(startIndex > 240 ? 500 : 50),
    );
    const estimates = await compare(url, clock, newState(belongsTo));
    for (const share of [0.4, 0.6, 0.8]) {
      const { said, was } = atShare(estimates, share);
      expect(Math.abs(said - was) / was, `at ${share}`).toBeLessThan(0.1);
    }
  });
});

describe("an interruption", () => {
  const findings = () => readFileSync(join(folder, "findings.jsonl"), "utf8");

  test("resumed, it finds what an uninterrupted comparison finds, and the time left is right", async () => {
    const stop = new AbortController();
    let isStopping = true;
    const url = await serve({ users: 600, groups: 20 }, (startIndex) => {
      if (isStopping && startIndex > 300) stop.abort();
    });
    const clock = virtualClock();
    const first = compare(url, clock, newState(belongsTo), stop.signal);
    await expect(first).rejects.toThrow(UntestableError);
    isStopping = false;
    const state = readState(join(folder, "state.json"), belongsTo);
    const read = state.walks.user?.comparison.counts.listed;
    expect(read?.["1.1"]).toBeGreaterThan(250);
    clock.pass(3_600_000);
    const resumedAt = clock.now();
    const estimates = (await compare(url, clock, state)).map((each) => ({
      ...each,
      at: each.at - resumedAt,
    }));
    for (const share of [0.25, 0.5, 0.75]) {
      const { said, was } = atShare(estimates, share);
      expect(Math.abs(said - was) / was, `at ${share}`).toBeLessThan(0.1);
    }
    const found = findings();
    expect(state.walks.user?.comparison.counts).toMatchObject({
      listed: { "1.1": 600, "2.0": 600 },
      agreeing: 594,
      disagreeing: 6,
    });

    const whole = newState(belongsTo);
    await compare(url, virtualClock(), whole);
    expect(found).toBe(findings());
    expect(state.walks).toEqual(whole.walks);
  });
});
