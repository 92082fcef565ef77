import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { allChecks } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

/** Where malformed filters return 500, the first is broken because the second is. */
const [effect, cause] = ["SCIM20-7644-3.4.2.2-03", "SCIM20-7644-3.4.2.2-23"];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
  mock.setFaults(["filter-malformed-answers-500"]);
});
afterAll(() => mock.close());

const run = (options: Partial<RunConfig>) =>
  withRun({ "2.0": `${mock.url}/scim/v2` }, options, allChecks);

test("a rule whose cause is not selected is the finding, and names the cause", async () => {
  const [check] = await run({ requirements: [effect] });
  expect(check).toMatchObject({ id: effect, verdict: "fail", cause: { id: cause } });
  expect(check?.message).toMatch(/saw 500.*; SCIM20-7644-3\.4\.2\.2-23 \(.*\) is broken too/);
});

test("with its cause it is skipped, and so it is in a shard without it", async () => {
  const requirements = [effect, cause];
  const both = await run({ requirements });
  expect(both.map(({ id, verdict }) => `${verdict} ${id}`).sort()).toEqual([
    `fail ${cause}`,
    `skip ${effect}`,
  ]);
  const parts = [];
  for (const index of [1, 2, 3, 4, 5, 6, 7]) {
    parts.push(await run({ requirements, shard: { index, count: 7 } }));
  }
  const alone = parts.filter((part) => part.length === 1).flat();
  expect(alone.map(({ id, verdict }) => `${verdict} ${id}`).sort()).toEqual([
    `fail ${cause}`,
    `skip ${effect}`,
  ]);
});
