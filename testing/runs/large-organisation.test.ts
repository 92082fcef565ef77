import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { checksOf, inOneLine, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** More users than a page holds: those of the run are on the last page. */
const users = 1200;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ users, groups: 3 });
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.reset();
  mock.setFaults([]);
});

/** Reads a page of 1,000 strangers, and judges what the run's own users must match. */
const ids = [
  ...["SLACK-LIST-03", "SLACK-PROPERTY-04", "SCIM11-CS-6.2-03"],
  ...["SLACK-PATCH-20", "SLACK-PATCH-91"],
];
const judged = requirements.filter(({ versions }) =>
  Object.values(versions).some((clause) => clause && ids.includes(clause.id)),
);

const red = (options: Partial<RunConfig> = {}) =>
  withRun(bothVersions(mock.url), options, async (run) => {
    const content = { requirements: judged, differences: [], differentials: [] };
    return checksOf(await scheduleOf(run, content).all())
      .filter(isRed)
      .map(inOneLine);
  });

test("an organisation of more than a page is judged as a small one", async () => {
  expect(await red()).toEqual([]);
});

test("a filter that finds the wrong users is found there too", async () => {
  mock.setFaults(["filter-or-as-and"]);
  // Few of the generated filters have the operator.
  expect((await red({ cases: 20 })).join()).toContain("SLACK-PROPERTY-04");
});
