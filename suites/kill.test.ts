import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Version, versions } from "../client/index.ts";
import { listFaults, type Mock, startMock } from "../mock/index.ts";
import type { CheckResult } from "../schemas/index.ts";
import { requirements } from "./catalogue.ts";
import { areas } from "./requirement.ts";
import { evaluate } from "./run/evaluate.ts";
import { createRunContext } from "./run/run-context.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-kill-"));
let mock: Mock;
let runs = 0;

beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every check in both versions, in the order of a run: areas one after the other. */
async function runAllChecks(seed: number): Promise<CheckResult[]> {
  mock.reset();
  runs += 1;
  const run = createRunContext({
    profile: "slack",
    seed,
    runs: 20,
    patienceMs: 1000,
    baseUrls: { "1.1": `${mock.url}/scim/v1`, "2.0": `${mock.url}/scim/v2` },
    token: mock.token,
    writes: true,
    namePrefix: "scimct-",
    runTag: runs.toString(36).padStart(3, "0"),
    emailDomain: "scim-conformance.example",
    maxUsers: 200,
    maxGroups: 100,
    rateLimits: "off",
    files: {
      exchanges: join(folder, `${runs}.exchanges`),
      journal: join(folder, `${runs}.journal`),
    },
    strict: false,
    probes: [],
  });
  const results: CheckResult[] = [];
  for (const area of areas) {
    const pairs = requirements
      .filter((requirement) => requirement.area === area)
      .flatMap((requirement) =>
        versions.map((version): [typeof requirement, Version] => [requirement, version]),
      );
    results.push(
      ...(await inParallel(pairs, 8, ([requirement, version]) =>
        evaluate(run, requirement, version),
      )),
    );
  }
  await run.close();
  return results;
}

async function inParallel<T, R>(
  items: T[],
  width: number,
  work: (item: T) => Promise<R | undefined>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const result = await work(item);
      if (result !== undefined) results.push(result);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

const isRed = ({ verdict }: CheckResult) => verdict === "fail" || verdict === "error";
const describeRed = ({ id, version, verdict, message }: CheckResult) =>
  `${verdict} ${id} [${version}] ${message}`;

test.each([1, 2, 3])(
  "nothing is red on a healthy organisation (seed %i)",
  async (seed) => {
    const results = await runAllChecks(seed);
    expect(results.filter(isRed).map(describeRed)).toEqual([]);
  },
  60_000,
);

describe("each planted fault turns exactly the checks red that it should", () => {
  const matrix: Record<string, string[]> = {};

  test.each(listFaults().map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, fault) => {
      mock.setFaults([name]);
      const red = (await runAllChecks(1)).filter(isRed);
      mock.setFaults([]);
      matrix[name] = [...new Set(red.map(({ id }) => id))].sort();
      expect(
        fault.breaks.filter((id) => matrix[name]?.includes(id)),
        "the rules that the fault says it breaks",
      ).not.toEqual([]);
    },
    60_000,
  );

  test("the whole matrix is as it was reviewed (kill-matrix.json)", async () => {
    await expect(`${JSON.stringify(matrix, null, 2)}\n`).toMatchFileSnapshot("./kill-matrix.json");
  });
});
