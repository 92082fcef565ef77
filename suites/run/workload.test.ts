import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type LimitName,
  limitNames,
  pacedLimit,
  type Version,
  versions,
} from "../../client/index.ts";
import { type Mock, startMock } from "../../mock/index.ts";
import { idsOf, sentBy } from "../../testing/runs/measure-workload.ts";
import { areas } from "../requirement.ts";
import { type Mode, measuredCases } from "./measured-workload.ts";
import { expectedWorkload, type Planned, timeAtLimits } from "./workload.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    rateLimits: "off",
    settings: { deactivationDelayMs: 5, photoDelayMs: 5 },
  });
});
afterAll(() => mock.close());

const urls = { "1.1": "https://h.example/v1", "2.0": "https://h.example/v2" };
const whole: Planned = { baseUrls: urls, cases: 3, writes: true, profile: "slack" };

/** A rough check: the estimate only has to distinguish four minutes from forty. */
function expectNear(estimated: number, real: number, part: number): void {
  expect(estimated).toBeGreaterThan(real * (1 - part) - 10);
  expect(estimated).toBeLessThan(real * (1 + part) + 10);
}

describe("what a run is expected to send", () => {
  test("is within 10 % of what a whole run sends", async () => {
    const sent = await sentBy({
      mock,
      versions,
      writes: true,
      cases: 3,
      seed: 4,
      differences: true,
    });
    const expected = expectedWorkload(whole);
    for (const limit of limitNames) {
      expectNear(expected.byLimit.get(limit) ?? 0, sent.get(limit) ?? 0, 0.1);
    }
  }, 120_000);

  test("is within 25 % for some areas of one version, without writing too", async () => {
    const requirements = [...idsOf("pagination"), ...idsOf("patch"), ...idsOf("filters")];
    for (const writes of [true, false]) {
      const sent = await sentBy({
        mock,
        versions: ["2.0"],
        writes,
        cases: 8,
        seed: 4,
        requirements,
        differences: false,
      });
      const expected = expectedWorkload({
        ...whole,
        baseUrls: { "2.0": urls["2.0"] },
        writes,
        cases: 8,
        requirements,
      });
      const total = (sent.get("reads") ?? 0) + (sent.get("writes") ?? 0);
      expect(total).toBeGreaterThan(50);
      expectNear(expected.requests, total, 0.25);
      if (!writes) expect(expected.byLimit.get("writes")).toBe(0);
    }
  }, 120_000);

  test("is within 10 % of what a canary sends, with and without writing", async () => {
    for (const writes of [true, false]) {
      const run = { mock, versions, writes, cases: 3, seed: 4, canary: true };
      const sent = await sentBy({ ...run, differences: false });
      const expected = expectedWorkload({ ...whole, writes, canary: true, requirements: [] });
      for (const limit of limitNames) {
        expectNear(expected.byLimit.get(limit) ?? 0, sent.get(limit) ?? 0, 0.1);
      }
    }
  });

  test("grows with the cases, and the selection", () => {
    const requests = (planned: Partial<Planned>) =>
      expectedWorkload({ ...whole, ...planned }).requests;
    expect(requests({ cases: 20 })).toBeGreaterThan(requests({}) + 500);
    expect(requests({ cases: 50 })).toBeGreaterThan(requests({ cases: 20 }) + 500);
    expect(requests({ cases: 1 })).toBeLessThan(requests({}));
    // Without Slack's rules and the differences, but each rule has its own requests.
    expect(requests({ profile: "rfc" })).toBeLessThan(requests({}) * 1.2);
    expect(requests({ baseUrls: { "1.1": urls["1.1"] } })).toBeLessThan(requests({}) * 0.6);
    expect(requests({ writes: false })).toBeLessThan(requests({}) * 0.5);
    expect(requests({ requirements: [] })).toBe(0);
    const half = idsOf("patch").slice(0, 20);
    expect(requests({ requirements: half })).toBeLessThan(
      requests({ requirements: idsOf("patch") }),
    );
    expect(requests({ requirements: half })).toBeGreaterThan(0);
  });
});

describe("the time at Slack's limits", () => {
  const workload = (counts: Partial<Record<LimitName, number>>) => ({
    requests: 0,
    byLimit: new Map(limitNames.map((limit) => [limit, counts[limit] ?? 0])),
  });

  test("is that of the limit that takes longest", () => {
    const changes = 300 / pacedLimit("change Users").perMs;
    expect(timeAtLimits(workload({ "change Users": 300, reads: 900 }))).toBeCloseTo(changes);
    expect(changes).toBeCloseTo(103_093, -1);
    expect(timeAtLimits(workload({}))).toBe(0);
  });

  test("decreases by what was sent, and is never negative", () => {
    const sent = new Map([["change Users", 200]] as const);
    const left = timeAtLimits(workload({ "change Users": 300 }), sent);
    expect(left).toBeCloseTo(100 / pacedLimit("change Users").perMs);
    expect(timeAtLimits(workload({ "change Users": 100 }), sent)).toBe(0);
  });

  test("of a whole run is some minutes", () => {
    const minutes = timeAtLimits(expectedWorkload(whole)) / 60_000;
    expect(minutes).toBeGreaterThan(2);
    expect(minutes).toBeLessThan(4);
  });
});

test.runIf(process.env.MEASURE_WORKLOAD === "1")(
  "measured again, and written to the file",
  async () => {
    // The totals of whole runs with the seeds 1 to 3 are within 2 % of each other; single limits vary more.
    const seeds = [1];
    type Run = {
      versions: readonly Version[];
      requirements?: readonly string[];
      canary?: boolean;
      differences: boolean;
    };
    /** The average over the seeds, for each limit. */
    const average = async (run: Run, writes: boolean, runs: number) => {
      const sums = limitNames.map(() => 0);
      for (const seed of seeds) {
        const sent = await sentBy({ mock, ...run, writes, cases: runs, seed });
        for (const [index, limit] of limitNames.entries()) {
          sums[index] = (sums[index] ?? 0) + (sent.get(limit) ?? 0) / seeds.length;
        }
      }
      return sums;
    };
    const table: Record<string, Record<string, Record<number, number[]>>> = {};
    const note = (unit: string, mode: Mode, runs: number, counts: readonly number[]) => {
      const modes = table[unit] ?? {};
      modes[mode] = { ...modes[mode], [runs]: counts.map((count) => Math.round(count * 10) / 10) };
      table[unit] = modes;
    };
    for (const mode of ["writing", "reading"] as const) {
      const writes = mode === "writing";
      const canary = await average({ versions, canary: true, differences: false }, writes, 3);
      for (const runs of measuredCases) {
        note("canary", mode, runs, canary);
        // What only reads generates no cases.
        if (!writes && runs !== measuredCases[0]) {
          for (const [unit, modes] of Object.entries(table)) {
            note(unit, mode, runs, modes[mode]?.[measuredCases[0]] ?? []);
          }
          continue;
        }
        const inAreas = new Map<Version, number[]>();
        for (const version of versions) {
          const sums = limitNames.map(() => 0);
          for (const area of areas) {
            const run = { versions: [version], requirements: idsOf(area), differences: false };
            const counts = await average(run, writes, runs);
            note(`${version} ${area}`, mode, runs, counts);
            for (const [index, count] of counts.entries()) sums[index] = (sums[index] ?? 0) + count;
          }
          inAreas.set(version, sums);
        }
        // What areas share is sent once, so the remainder of a whole run may be negative.
        for (const some of [["1.1"], ["2.0"], versions] as const) {
          const all = await average({ versions: some, differences: true }, writes, runs);
          const rest = all.map((count, index) =>
            some.reduce((left, version) => left - (inAreas.get(version)?.[index] ?? 0), count),
          );
          note(`${some.length > 1 ? "both" : some[0]} differences`, mode, runs, rest);
        }
      }
    }
    const rows = Object.entries(table).map(
      ([unit, modes]) => `${JSON.stringify(unit)}: ${JSON.stringify(modes)},`,
    );
    writeFileSync(
      new URL("./measured-workload.ts", import.meta.url),
      `/**
 * How many requests runs against the embedded organisation have sent, for each limit in the order
 * of \`limitNames\` and each number of cases in \`measuredCases\`; seed ${seeds.join(", ")}. \`differences\` is what a
 * whole run sends in addition to its areas, each run alone; \`canary\` is a run of both versions.
 *
 * Made by \`MEASURE_WORKLOAD=1 npx vitest run suites/run/workload.test.ts\`, not by hand.
 */
export const measured: Readonly<Record<string, Measurement>> = {
${rows.join("\n")}
};

/** The numbers of cases that were measured. */
export const measuredCases = [${measuredCases.join(", ")}] as const;

export type Mode = "writing" | "reading";
export type Counts = readonly number[];
type Measurement = Readonly<Record<Mode, Readonly<Record<(typeof measuredCases)[number], Counts>>>>;
`,
    );
  },
  1_800_000,
);
