import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Replayed, readRequests, replay } from "./replay.ts";

/**
 * Where the time of `npm start` goes: start-up (a run of one check), the checks, the report; each
 * beside what bare undici needs to send the same requests to a mock in its own process. All in one
 * run and in turns, since only ratios can be compared between machines.
 */
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const main = fileURLToPath(new URL("../main.js", import.meta.url));

function seconds(...args: string[]): number {
  const start = performance.now();
  const words = [main, "run", "--seed", "7", "--out", folder, ...args];
  const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
  if (status !== 0) throw new Error(`run ${args.join(" ")} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

const middle = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const startUps: number[] = [];
const withoutReport: number[] = [];
const wholes: number[] = [];
const replays: Replayed[] = [];
for (let round = 0; round < rounds; round += 1) {
  startUps.push(seconds("--requirement", "SLACK-CONFIG-01", "--no-report"));
  withoutReport.push(seconds("--no-report"));
  wholes.push(seconds());
  replays.push(await replay(main, readRequests(join(folder, "exchanges.jsonl"))));
}
rmSync(folder, { recursive: true, force: true });

const [startUp, noReport, whole] = [middle(startUps), middle(withoutReport), middle(wholes)];
const bare = middle(replays.map((one) => one.seconds));
const [{ requests, equal } = { requests: 0, equal: 0 }] = replays;

const line = (what: string, time: number) =>
  process.stdout.write(
    `${what.padEnd(20)} ${time.toFixed(2).padStart(6)} s  ${(time / bare).toFixed(1).padStart(5)} times the replay\n`,
  );
process.stdout.write(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}\n`,
);
process.stdout.write(
  `replay: ${requests} requests of the run with bare undici in ${bare.toFixed(2)} s; ${equal} answered with the same status\n`,
);
line("start-up", startUp);
line("checks", noReport - startUp);
line("report", whole - noReport);
line("npm start, whole", whole);
