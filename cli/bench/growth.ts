import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunPoint, updateGrowth } from "./growth-data.ts";
import { probed, servedMock } from "./probed.ts";

/**
 * Requests, time and memory of a run with more cases, and against larger organisations. The
 * organisation runs in a process of its own.
 */
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const out = join(folder, "out");

async function run(url: string, cases: number, at: number): Promise<RunPoint> {
  rmSync(out, { recursive: true, force: true });
  const urls = ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];
  const ended = await probed(folder, [
    ...["run", ...urls, "--cases", `${cases}`, "--seed", "7"],
    ...["--no-report", "--quiet", "--out", out],
  ]);
  if (ended.status !== 0) throw new Error(`run --cases ${cases} ended with ${ended.status}`);
  const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  const point = {
    at,
    requests: Number(results.requests.total),
    processorSeconds: Number(ended.processorSeconds.toFixed(1)),
    peakMb: ended.peakMb,
  };
  console.log(JSON.stringify(point));
  return point;
}

async function againstUsers(users: number): Promise<RunPoint> {
  const organisation = await servedMock(users, Math.max(3, users / 20));
  try {
    return await run(organisation.url, 3, users);
  } finally {
    organisation.stop();
  }
}

async function withCases(): Promise<RunPoint[]> {
  const organisation = await servedMock(20, 3);
  const points: RunPoint[] = [];
  for (const cases of [1, 3, 10, 30, 100]) points.push(await run(organisation.url, cases, cases));
  organisation.stop();
  return points;
}

console.log("run with 1, 3, 10, 30 and 100 cases per property, 20 users");
updateGrowth({ cases: await withCases() });
console.log("run against 100, 1,000, 10,000 and 100,000 users, 3 cases per property");
const users: RunPoint[] = [];
for (const count of [100, 1000, 10_000, 100_000]) users.push(await againstUsers(count));
updateGrowth({ users });
rmSync(folder, { recursive: true, force: true });
