import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Agent } from "undici";
import { ownFile } from "../../schemas/own-file.ts";
import { updateGrowth } from "./growth-data.ts";

/**
 * `compare` over an organisation of 100,000 users and 5,000 groups in its own process, and bare
 * undici reading the same pages of both versions without parsing them. The two take turns, since
 * only ratios can be compared between machines.
 */
const users = 100_000;
const groups = 5_000;
const rounds = 5;
const main = fileURLToPath(ownFile("cli/main.js"));
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const token = "xoxp-mock-admin";

const organisation = spawn(
  process.execPath,
  [main, "mock", "--users", `${users}`, "--groups", `${groups}`, "--rate-limits", "off"],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const url = await new Promise<string>((resolve) => {
  organisation.stdout.once("data", (data) => resolve(String(data).trim().split(" ").at(-1) ?? ""));
});

/** Both versions at once, as `compare` does. @returns seconds */
async function bare(): Promise<number> {
  const agent = new Agent({ connections: 2 });
  const readAll = async (version: string, resource: string, count: number) => {
    for (let startIndex = 1; startIndex <= count; startIndex += 1000) {
      const answer = await agent.request({
        origin: url,
        path: `/scim/${version}/${resource}?startIndex=${startIndex}&count=1000`,
        method: "GET",
        headers: { authorization: `Bearer ${token}` },
      });
      await answer.body.text();
    }
  };
  const start = performance.now();
  for (const [resource, count] of [
    ["Users", users],
    ["Groups", groups],
  ] as const) {
    await Promise.all(["v1", "v2"].map((version) => readAll(version, resource, count)));
  }
  const took = (performance.now() - start) / 1000;
  await agent.close();
  return took;
}

interface Compared {
  /** Seconds of the whole command, and of the comparison without the start of Node. */
  whole: number;
  walk: number;
  requests: number;
  peakMemoryMb: number;
  agreeing: number;
}

function compared(): Compared {
  const urls = ["--v1", `${url}/scim/v1`, "--v2", `${url}/scim/v2`];
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [main, "compare", ...urls, "--out", folder], {
    stdio: "ignore",
  });
  const whole = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`compare ended with ${status}`);
  const result = JSON.parse(readFileSync(join(folder, "comparison.json"), "utf8"));
  const { durationMs, requests, peakMemoryMb } = result;
  const agreeing = result.users.agreeing + result.groups.agreeing;
  return { whole, walk: durationMs / 1000, requests, peakMemoryMb, agreeing };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

await bare();
const bareTimes: number[] = [];
const runs: Compared[] = [];
for (let round = 0; round < rounds; round += 1) {
  bareTimes.push(await bare());
  runs.push(compared());
}
organisation.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });

const inTenths = (seconds: number) => Math.round(seconds * 10) / 10;
const ratio = (of: (run: Compared) => number) =>
  median(runs.map((run, round) => (bareTimes[round] ?? 0) / of(run))).toFixed(2);
const [first] = runs;
console.log(
  `compare, ${users} users and ${groups} groups in both versions: ${median(runs.map(({ walk }) => walk)).toFixed(2)} s ` +
    `(with the start of Node ${median(runs.map(({ whole }) => whole)).toFixed(2)} s), ${first?.requests} requests, ` +
    `at most ${Math.max(...runs.map(({ peakMemoryMb }) => peakMemoryMb))} MB, ${first?.agreeing} agree`,
);
console.log(
  `bare undici, the same pages: ${median([...bareTimes]).toFixed(2)} s; compare reaches ${ratio(({ walk }) => walk)} of it ` +
    `(with the start of Node ${ratio(({ whole }) => whole)})`,
);
updateGrowth({
  bare: {
    compareSeconds: inTenths(median(runs.map(({ walk }) => walk))),
    bareSeconds: inTenths(median([...bareTimes])),
    ratio: Number(ratio(({ walk }) => walk)),
  },
});
