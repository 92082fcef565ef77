import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { countFindings } from "../../reports/results.ts";
import { checksOf } from "../../testing/runs/all-checks.ts";
import { bothVersions, withRun } from "../../testing/runs/mock-run.ts";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { requirements } from "../catalogue.ts";
import { differences } from "../differences/catalogue.ts";
import { isProbed } from "../differences/difference.ts";
import { differenceResults } from "../differences/results.ts";
import { undocumentedDifferences } from "../differences/sightings/undocumented.ts";
import { FindingsSoFar } from "./findings-so-far.ts";
import { RunStop } from "./run-stop.ts";
import { width } from "./schedule.ts";
import { type Content, scheduleOf, type UnitReport } from "./units.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 5, photoDelayMs: 5 } });
});
afterAll(() => mock.close());

const creating = requirements.filter(({ area }) => area === "users");
const ofCreating: Content = { requirements: creating, differences: [], differentials: [] };

test("after the first finding no check begins, and those in progress finish", async () => {
  mock.reset();
  mock.setFaults(["user-create-answers-200"]);
  await withRun(bothVersions(mock.url), { cases: 2 }, async (run) => {
    const findings = new FindingsSoFar(run.config);
    let ended = 0;
    let endedAtFinding = 0;
    const schedule = scheduleOf(run, ofCreating, (report) => {
      ended += 1;
      const [first] = findings.add(report);
      if (first === undefined || run.stop.stopped) return;
      endedAtFinding = ended;
      run.stop.finish(`${first} is a finding`);
    });
    const checks = checksOf(await schedule.all());
    expect(run.stop.stopped?.why).toMatch(/^SCIM\d\d-.* is a finding$/);
    const isLeftOut = ({ reason }: (typeof checks)[number]) => reason?.code === "stopped";
    const ran = checks.filter((check) => !isLeftOut(check));
    expect(ran.length).toBeLessThan(endedAtFinding + width);
    expect(checks.filter(isLeftOut).length).toBeGreaterThan(50);
    expect(checks.filter(({ verdict }) => verdict === "error")).toEqual([]);
    expect(run.stop.signal.aborted).toBe(false);
  });
  mock.setFaults([]);
});

test("a signal during that aborts the checks in progress all the same", () => {
  const stop = new RunStop(() => new Date(0));
  stop.finish("SCIM20-1 is a finding");
  expect(() => stop.throwIfStopped()).toThrow(/SCIM20-1 is a finding/);
  expect(stop.signal.aborted).toBe(false);
  stop.stop("interrupted by SIGINT");
  expect(stop.signal.aborted).toBe(true);
  expect(stop.stopped).toEqual({ at: expect.any(String), why: "interrupted by SIGINT" });
  stop.finish("SCIM20-2 is a finding");
  expect(stop.stopped?.why).toBe("interrupted by SIGINT");
});

test("findings are counted as results.json counts them, differences too", async () => {
  mock.reset();
  mock.setFaults(["user-create-answers-200"]);
  const content: Content = {
    requirements: creating,
    differences: differences.filter((one) => isProbed(one) && one.area === "users"),
    differentials: [],
  };
  await withRun(bothVersions(mock.url), { cases: 2, strict: true }, async (run) => {
    const findings = new FindingsSoFar(run.config);
    const reports: UnitReport[] = [];
    await scheduleOf(run, content, (report) => {
      reports.push(report);
      findings.add(report);
    }).all();
    const probes = reports.flatMap((report) => (report.kind === "probe" ? [report.probe] : []));
    const sightings = reports.flatMap((report) =>
      report.kind === "check" && report.sighting ? [report.sighting] : [],
    );
    const { namePrefix, runTag } = run.config;
    const found = [
      ...differenceResults(content.differences, probes),
      ...undocumentedDifferences(sightings, `${namePrefix}${runTag}`),
    ];
    const results = sampleResults(found, { checks: checksOf(reports), strict: true });
    expect(countFindings(results)).toBeGreaterThan(1);
    expect(findings.count).toBe(countFindings(results));
  });
  mock.setFaults([]);
});
