import { expect, test } from "vitest";
import { listFaults, startMock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { allChecks, inOneLine } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";
import { inVersion, killers } from "./kill.ts";

test("every check that an organisation without faults passes fails with a fault", async () => {
  const mock = await startMock();
  try {
    const results = await withRun(bothVersions(mock.url), { cases: 5 }, allChecks);
    const killed = new Set(killers().flatMap(({ kills }) => kills.map(inVersion)));
    // What answers a question about Slack differently is no fault: testing/runs/questions.test.ts.
    const satisfied = results.filter(
      ({ verdict, level }) => level !== "INF" && (verdict === "pass" || verdict === "deviation"),
    );
    expect(satisfied.length).toBeGreaterThan(700);
    expect(satisfied.filter((result) => !killed.has(inVersion(result))).map(inOneLine)).toEqual([]);
  } finally {
    await mock.close();
  }
});

test("each id that a fault names is a rule, a difference or an assumption", () => {
  const known = new Set([
    ...requirements.flatMap(({ versions }) => Object.values(versions).map(({ id }) => id)),
    ...differences.map(({ id }) => id),
  ]);
  // Of the faults that show only under load no rule is carried out.
  const planted = new Set(killers().map(({ name }) => name));
  const faults = listFaults().filter(({ name }) => planted.has(name));
  const wrong = faults.flatMap(({ name, breaks }) =>
    Object.values(breaks)
      .flat()
      .filter((id) => !known.has(id) && !id.startsWith("INF FACT-"))
      .map((id) => `${name} names ${id}`),
  );
  expect(wrong).toEqual([]);
});
