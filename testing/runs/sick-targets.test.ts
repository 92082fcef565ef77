import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import type { ProbedDifference } from "../../suites/differences/difference.ts";
import { lesson } from "../../suites/differences/lesson.ts";
import { titleChange } from "../../suites/differences/lesson-steps.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { type Sickness, sickServer } from "../servers/sick-server.ts";
import { allChecks } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
afterAll(() => mock.close());

/** Runs checks against the mock behind a failing proxy server. */
async function runBehind(
  sickness: Parameters<typeof sickServer>[1],
  options: Pick<RunConfig, "requirements" | "timeoutMs"> = {},
) {
  mock.reset();
  const server = await sickServer(mock.url, sickness);
  try {
    return await withRun(
      bothVersions(server.url),
      // Long enough for a busy machine; requests that hang take as long.
      { cases: 3, timeoutMs: 5000, rateLimitedRetries: 1, ...options },
      async (run) => {
        const checks = await allChecks(run);
        return { checks, stopped: run.stop.stopped, requests: server.count };
      },
    );
  } finally {
    await server.close();
  }
}

const findings = (checks: readonly CheckResult[]) =>
  checks
    .filter(({ verdict }) => verdict === "fail" || verdict === "warn")
    .map(({ verdict, id, version }) => `${verdict} ${id} [${version}]`);

/** The warnings of a run against a working target: these are not caused by the failures. */
let sound: string[];
beforeAll(async () => {
  const checks = await withRun(bothVersions(mock.url), { cases: 3 }, allChecks);
  sound = findings(checks);
});

const newFindings = (checks: readonly CheckResult[]) =>
  findings(checks).filter((line) => !sound.includes(line));

const codes = (checks: readonly CheckResult[]) =>
  new Set(checks.flatMap(({ reason }) => (reason ? [reason.code] : [])));

/** One number in ten, as if at random. */
const isUnlucky = (number: number) => crc32(String(number)) % 10 === 0;

const isCreate = (method: string, path: string) => method === "POST" && /\/Users$/.test(path);

describe("a failing target is never a finding", () => {
  test.each<[string, Parameters<typeof sickServer>[1], RegExp, options?: { timeoutMs: number }]>([
    [
      "503 to everything after 700 requests",
      ({ number }) => (number > 700 ? { status: 503 } : undefined),
      /^stopped$/m,
    ],
    [
      "500 to each create of a user",
      ({ method, path }) => (isCreate(method, path) ? { status: 500 } : undefined),
      /^server-error$/m,
    ],
    [
      "429 to every change of a user",
      ({ method, path }) =>
        method === "PUT" && path.includes("/Users/")
          ? { status: 429, headers: { "retry-after": "0" } }
          : undefined,
      /^rate-limited$/m,
    ],
    [
      "connections that break from the 500th request on",
      ({ number }) => (number > 500 ? { cut: true } : undefined),
      /^(connection|aborted)$/m,
    ],
    [
      "creates of users that hang",
      ({ method, path }) => (isCreate(method, path) ? { hang: true } : undefined),
      /^timeout$/m,
      { timeoutMs: 300 },
    ],
    [
      "503 to every tenth request",
      ({ number }): Sickness => (number % 10 === 0 ? { status: 503 } : undefined),
      /^server-error$/m,
    ],
    [
      "503 to a tenth of the requests, at random",
      ({ number }): Sickness => (isUnlucky(number) ? { status: 503 } : undefined),
      /^server-error$/m,
    ],
    [
      "503 for a tenth of the responses, at random, of requests that take effect",
      ({ number }): Sickness => (isUnlucky(number) ? { instead: 503 } : undefined),
      /^server-error$/m,
    ],
  ])(
    "%s",
    async (_what, sickness, reason, options) => {
      const { checks } = await runBehind(sickness, options);
      expect(newFindings(checks)).toEqual([]);
      expect([...codes(checks)].join("\n")).toMatch(reason);
    },
    120_000,
  );
});

test("a photo that is sent again after a failure is another one, so that it changes", async () => {
  let reads: number | undefined;
  const { checks } = await runBehind(
    ({ method, path }) => {
      if (method === "PATCH" && path.startsWith("/scim/v1/Users/")) reads ??= 0;
      else if (method === "GET" && reads !== undefined) reads += 1;
      return reads === 1 && method === "GET" ? { status: 503 } : undefined;
    },
    { requirements: ["SLACK-USER-33", "SLACK-PATCH-40"] },
  );
  expect(reads).toBeGreaterThan(0);
  expect(checks.map(({ id, version, verdict }) => `${id} ${version} ${verdict}`)).toEqual([
    "SLACK-USER-33 1.1 pass",
    "SLACK-USER-33 2.0 pass",
    "SLACK-PATCH-40 1.1 pass",
    "SLACK-PATCH-40 2.0 pass",
  ]);
});

test("a target that stopped working stops the run: the rest is skipped, not tried", async () => {
  const { checks, stopped, requests } = await runBehind(({ number }) =>
    number > 300 ? { status: 503 } : undefined,
  );
  expect(stopped?.why).toMatch(/SCIM (1\.1|2\.0) has given no usable answer .*HTTP 503/);
  expect(checks.filter(({ reason }) => reason?.code === "stopped").length).toBeGreaterThan(100);
  // Requests in progress, and those that test whether it is back.
  expect(requests).toBeLessThan(500);
}, 120_000);

/** The rules of RFC 7644 §3.4.2.2. */
const filterRules = requirements
  .flatMap(({ versions }) => versions["2.0"]?.id ?? [])
  .filter((id) => id.startsWith("SCIM20-7644-3.4.2.2"));

describe("a 5xx to one kind of request is a finding", () => {
  test("a filter that it cannot parse", async () => {
    const { checks } = await runBehind(
      ({ path }) =>
        /filter=/.test(path) && /frob|nonsense|%28%28/i.test(path) ? { status: 500 } : undefined,
      { requirements: filterRules },
    );
    expect(codes(checks)).not.toContain("server-error");
  });

  test("a create that gives 500 but takes effect", async () => {
    const { checks } = await runBehind(
      ({ method, path }) => (isCreate(method, path) ? { instead: 500 } : undefined),
      { requirements: ["SCIM20-7644-3.3-04", "SCIM11-API-3.1-01"] },
    );
    expect(checks.map(({ verdict }) => verdict)).toEqual(["fail", "fail"]);
  });
});

test("a difference because of an occasional 5xx is not a finding", async () => {
  let changes = 0;
  const server = await sickServer(mock.url, ({ method }) => {
    if (method !== "PATCH") return undefined;
    changes += 1;
    return changes === 1 ? { status: 500 } : undefined;
  });
  const difference: ProbedDifference = {
    ...{ id: "DIFF-TEST", facts: [], area: "patch", topic: "a topic", title: "a title" },
    ...{ kind: "observed", impact: "silent", v1: "x", v2: "y", source: "test" },
    clientMustChange: "Nothing.",
    lesson: lesson("Nothing is lost.", titleChange),
    safety: "write",
    expect: { "1.1": { failed: false }, "2.0": { failed: false } },
    observe: async (t) => {
      // A change of another user that works is the control of the one that fails.
      const statuses: number[] = [];
      for (let time = 0; time < 2; time += 1) {
        const { id } = await t.fixtures.newUser();
        const set = { kind: "set", path: "title", value: "Editor" } as const;
        statuses.push((await t.users.patch(id, [set])).status);
      }
      return { failed: statuses.includes(500) };
    },
  };
  try {
    const content = { requirements: [], differences: [difference], differentials: [] };
    const reports = await withRun({ "2.0": `${server.url}/scim/v2` }, {}, (run) =>
      scheduleOf(run, content).all(),
    );
    expect(reports).toMatchObject([
      { kind: "probe", probe: { mismatches: [], observation: { failed: false } } },
    ]);
  } finally {
    await server.close();
  }
});
