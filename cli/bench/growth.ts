import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunPoint, readGrowth, updateGrowth } from "./growth-data.ts";
import { probed, servedMock } from "./probed.ts";

/**
 * Requests, time and memory of a run with more cases, and against larger organisations. The
 * organisation runs in a separate process.
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

/** Puts a point in the place of an earlier one. */
function withPoint(points: readonly RunPoint[] = [], point: RunPoint): RunPoint[] {
  return [...points.filter(({ at }) => at !== point.at), point].sort((a, b) => a.at - b.at);
}

async function againstUsers(users: number, cases: number, at: number): Promise<RunPoint> {
  const organisation = await servedMock(users, Math.max(3, users / 20));
  try {
    return await run(organisation.url, cases, at);
  } finally {
    organisation.stop();
  }
}

// One measurement alone: `node growth.js users 10000`.
const [only, ...numbers] = process.argv.slice(2);
const root = process.cwd();
if (only !== "users") {
  console.log("run with so many cases per property, 20 users");
  for (const count of only === "cases" ? numbers.map(Number) : [1, 3, 10, 30, 100]) {
    const point = await againstUsers(20, count, count);
    updateGrowth({ cases: withPoint(readGrowth(root).cases, point), runsNote: undefined });
  }
}
if (only !== "cases") {
  console.log("run against so many users, 3 cases per property");
  for (const count of only === "users" ? numbers.map(Number) : [100, 1000, 10_000, 100_000]) {
    const point = await againstUsers(count, 3, count);
    updateGrowth({ users: withPoint(readGrowth(root).users, point) });
  }
}
rmSync(folder, { recursive: true, force: true });
