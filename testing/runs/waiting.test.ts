import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { allChecks, inOneLine } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 0, photoDelayMs: 5 } });
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.reset();
  mock.setFaults([]);
  mock.changeSettings({ photoDelayMs: 5 });
});

const patienceMs = 10_000;

/** A clock whose pauses take no time, and how long they would have taken, in milliseconds. */
class FastClock {
  waitedMs = 0;
  now(): number {
    return performance.now() + this.waitedMs;
  }
  async pause(ms: number): Promise<void> {
    this.waitedMs += ms;
  }
}

/** Areas whose checks await most effects. */
const areas: readonly string[] = ["users", "groups", "patch", "put", "delete"];
const ids = requirements
  .filter(({ area, versions }) => areas.includes(area) && versions["2.0"])
  .flatMap(({ versions }) => versions["2.0"]?.id ?? []);

test.each([
  // Effects of the same kind come, so that a sixth of the patience is enough.
  ["put-stores-nothing", 1.5],
  ["patch-removes-nothing", 1],
  // Rejected requests have no effect to wait for.
  ["users-without-put", 0.2],
  // Nothing of the kind ever comes.
  ["delete-deactivates-nothing", 2],
  ["group-members-missing", 3],
])("with %s, all checks together wait for at most %s deadlines", async (fault, deadlines) => {
  mock.setFaults([fault]);
  const clock = new FastClock();
  const results = await withRun(
    { "2.0": bothVersions(mock.url)["2.0"] ?? "" },
    { cases: 1, patienceMs, requirements: ids, clock },
    allChecks,
  );
  expect(results.filter(({ verdict }) => verdict === "fail")).not.toEqual([]);
  expect(clock.waitedMs).toBeLessThanOrEqual(deadlines * patienceMs);
});

const photoRules = ["SLACK-USER-33", "SLACK-PATCH-40"];
const photos = (requirements: readonly string[]) =>
  withRun(
    { "2.0": bothVersions(mock.url)["2.0"] ?? "" },
    { patienceMs: 400, requirements },
    allChecks,
  );

test("a check that misses what another one awaited in vain is blocked by it", async () => {
  mock.setFaults(["photo-never-arrives"]);
  const [first, second] = await photos(photoRules);
  expect(first).toMatchObject({ id: "SLACK-USER-33", verdict: "fail" });
  expect(second).toMatchObject({
    id: "SLACK-PATCH-40",
    verdict: "skip",
    reason: { code: "blocked-by", blockedBy: "SLACK-USER-33" },
  });
});

test("alone it is a finding", async () => {
  mock.setFaults(["photo-never-arrives"]);
  expect(await photos(["SLACK-PATCH-40"])).toMatchObject([{ verdict: "fail" }]);
});

test("a slow effect is no finding", async () => {
  mock.changeSettings({ photoDelayMs: 250 });
  const results = await photos(photoRules);
  expect(
    results.map(({ verdict }) => verdict),
    results.map(inOneLine).join("\n"),
  ).toEqual(["pass", "pass"]);
});
