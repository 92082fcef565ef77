import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Agent } from "undici";
import { startMock } from "../../mock/index.ts";

/**
 * Where the time of `npm start` goes: start-up (a run of one check), the checks, the report; and how
 * the checks compare with bare undici sending as many reads to the same organisation. All in one
 * run, since only ratios can be compared between machines.
 */
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const main = fileURLToPath(new URL("../main.js", import.meta.url));

function seconds(...args: string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [main, "run", "--out", folder, ...args], {
    stdio: "ignore",
  });
  if (status !== 0) throw new Error(`run ${args.join(" ")} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

/** The middle one of three. */
function median(measure: () => number): number {
  return [measure(), measure(), measure()].sort((a, b) => a - b)[1] ?? 0;
}

async function bareReads(count: number): Promise<number> {
  const mock = await startMock();
  const agent = new Agent({ connections: 8 });
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await agent.request({
        origin: mock.url,
        path: "/scim/v2/Users?count=1",
        method: "GET",
        headers: { authorization: `Bearer ${mock.token}` },
      });
      await answer.body.text();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: 8 }, worker));
  const took = (performance.now() - start) / 1000;
  await agent.close();
  await mock.close();
  return took;
}

const startUp = median(() => seconds("--requirement", "SLACK-CONFIG-01", "--no-report"));
const withoutReport = median(() => seconds("--no-report"));
const whole = median(() => seconds());
const results: unknown = JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));
const requests =
  typeof results === "object" && results !== null && "requests" in results
    ? Number((results.requests as { total: number }).total)
    : 0;
const bare = await bareReads(requests);
rmSync(folder, { recursive: true, force: true });

const line = (what: string, time: number) =>
  process.stdout.write(
    `${what.padEnd(28)} ${time.toFixed(2)} s  ${Math.round((time / whole) * 100)} %\n`,
  );
line("npm start, whole", whole);
line("start-up", startUp);
line("checks", withoutReport - startUp);
line("report", whole - withoutReport);
process.stdout.write(
  `${requests} requests; bare undici sends as many reads in ${bare.toFixed(2)} s: the checks take ${((withoutReport - startUp) / bare).toFixed(1)} times that\n`,
);
