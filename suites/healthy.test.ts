import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { allChecks, inOneLine, isRed } from "./testing/all-checks.ts";
import { bothVersions, withRun } from "./testing/mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test.each([1, 2, 3, 4, 5])(
  "nothing is red on a healthy organisation (seed %i)",
  async (seed) => {
    mock.reset();
    const results = await withRun(bothVersions(mock.url), { seed, runs: 20 }, allChecks);
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
  },
  60_000,
);

test("a read-only run creates nothing, changes nothing, and finds nothing", async () => {
  mock.reset();
  const methods = await withRun(bothVersions(mock.url), { writes: false }, async (run) => {
    const results = await allChecks(run);
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    const cited = new Set(results.flatMap(({ exchanges }) => exchanges));
    return new Set([...cited].map((id) => run.log.get(id)?.request.method));
  });
  expect([...methods]).toEqual(["GET"]);
}, 60_000);
