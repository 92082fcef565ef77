import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { allChecks } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

test("a run that may create no more users still tests whether valid requests work", async () => {
  const mock = await startMock();
  // A change to a name that is taken returns 500; other changes work.
  mock.setFaults(["user-duplicate-answers-500"]);
  const requirements = ["SCIM20-7644-3.12-09"];
  // What the rule itself needs.
  const config = { requirements, maxUsers: 2 };
  const run = { "2.0": bothVersions(mock.url)["2.0"] ?? "" };
  const [result] = await withRun(run, config, allChecks);
  await mock.close();
  expect(result).toMatchObject({ verdict: "warn", observation: { status: 500 } });
});
