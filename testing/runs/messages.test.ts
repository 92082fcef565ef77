import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { killers } from "../kill/kill.ts";
import { allChecks } from "./all-checks.ts";
import { unclear } from "./messages.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** How many faults of each area are planted. */
const sample = 12;

/** Faults of each area, spread over all of them. */
const faults = killers().filter(({ area, kills }) => area !== "transport" && kills.length > 0);
const areas = [...new Set(faults.map(({ area }) => area))];

test.each(areas)(
  "each message on a fault of area %s names a request and the values",
  async (area) => {
    const ofArea = faults.filter((fault) => fault.area === area);
    const step = Math.max(1, Math.floor(ofArea.length / sample));
    const unclearOnes: string[] = [];
    for (const { name, kills } of ofArea.filter((_, index) => index % step === 0)) {
      mock.reset();
      mock.setFaults([name]);
      const requirements = [...new Set(kills.map(({ id }) => id))];
      const results = await withRun(
        bothVersions(mock.url),
        { cases: 5, patienceMs: 200, requirements },
        allChecks,
      );
      unclearOnes.push(...unclear(results).map((line) => `${name}: ${line}`));
    }
    expect(unclearOnes).toEqual([]);
  },
);

test("a message ends with the values and the requests that decided it", async () => {
  mock.reset();
  mock.setFaults(["user-create-answers-200"]);
  const [result] = await withRun(
    { "2.0": bothVersions(mock.url)["2.0"] ?? "" },
    { requirements: ["SCIM20-7644-3.3-04"] },
    allChecks,
  );
  expect(result?.message).toMatch(/saw 200.* \(POST \/Users returned 200\)$/);
});
