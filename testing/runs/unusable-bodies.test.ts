import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { allChecks, inOneLine } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

test("no check fails in itself where no user or group can be read", async () => {
  const mock = await startMock();
  try {
    mock.setFaults(["malformed-resources"]);
    const options = { cases: 2, patienceMs: 100 };
    const checks = await withRun(bothVersions(mock.url), options, allChecks);
    expect(checks.filter(({ reason }) => reason?.code === "internal").map(inOneLine)).toEqual([]);
  } finally {
    await mock.close();
  }
}, 60_000);
