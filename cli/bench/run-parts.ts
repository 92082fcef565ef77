import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFile } from "../../schemas/own-file.ts";
import type { Replayed } from "./replay.ts";

/**
 * Where the time of `npm start` goes: start-up (a run of one check), the checks, the report; each
 * beside what bare undici needs to send the same requests to a mock in its own process. All in one
 * run and in turns, for three seeds, since only ratios can be compared between machines; and of
 * each part the median of five, since other work on the machine changes each of them by a fifth.
 *
 * With the path of another `main.js`, such as one built from an earlier state, it measures that too.
 */
const seeds = [1, 2, 3];
const repeats = 5;
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const own = fileURLToPath(ownFile("cli/main.js"));
const [other] = process.argv.slice(2);

interface Round {
  startUp: number;
  noReport: number;
  whole: number;
  replayed: Replayed;
}

/** The medians of several rounds with one seed, in seconds. */
interface Parts {
  startUp: number;
  checks: number;
  report: number;
  whole: number;
  replay: number;
}

let runs = 0;

/**
 * Each run has a new folder: where thousands of files were just removed, ext4 takes ten times as
 * long to create one.
 */
function run(main: string, seed: number, ...args: string[]): { seconds: number; out: string } {
  runs += 1;
  const out = join(folder, String(runs));
  const start = performance.now();
  const words = [main, "run", "--seed", String(seed), "--out", out, ...args];
  const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
  if (status !== 0) throw new Error(`run ${args.join(" ")} ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, out };
}

/** What the same requests take to a new mock of the same build. */
function replayOf(main: string, exchanges: string): Replayed {
  const words = [fileURLToPath(ownFile("cli/bench/replay.js")), main, exchanges];
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the replay ended with ${status}`);
  return JSON.parse(stdout);
}

function roundOf(main: string, seed: number): Round {
  const startUp = run(main, seed, "--requirement", "SLACK-CONFIG-01", "--no-report").seconds;
  const noReport = run(main, seed, "--no-report").seconds;
  const { seconds: whole, out } = run(main, seed);
  const replayed = replayOf(main, join(out, "exchanges.jsonl"));
  return { startUp, noReport, whole, replayed };
}

const mains = [own, ...(other === undefined ? [] : [resolve(other)])];
/** The rounds of each build, by the seed. */
const rounds = mains.map((main) => ({ main, ofSeeds: seeds.map((): Round[] => []) }));
for (let repeat = 0; repeat < repeats; repeat += 1) {
  for (const [index, seed] of seeds.entries()) {
    for (const { main, ofSeeds } of rounds) ofSeeds[index]?.push(roundOf(main, seed));
    process.stderr.write(".");
  }
}
process.stderr.write("\n");
rmSync(folder, { recursive: true, force: true });

const say = (line: string) => process.stdout.write(`${line}\n`);
const middle = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

function partsOf(of: readonly Round[]): Parts {
  const all = (time: (round: Round) => number) => middle(of.map(time));
  const [startUp, noReport] = [all((round) => round.startUp), all((round) => round.noReport)];
  const whole = all((round) => round.whole);
  const replay = all(({ replayed }) => replayed.seconds);
  return { startUp, checks: noReport - startUp, report: whole - noReport, whole, replay };
}

say(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}`,
);
/** Seconds, and in brackets how many times the replay that is. */
const shown = (part: keyof Parts, of: readonly Parts[]) => {
  const seconds = middle(of.map((one) => one[part])).toFixed(2);
  const ratio = middle(of.map((one) => one[part] / one.replay)).toFixed(2);
  return `${seconds} s (${ratio})`.padStart(16);
};
const columns = {
  "start-up": "startUp",
  checks: "checks",
  report: "report",
  whole: "whole",
} as const;

for (const { main, ofSeeds } of rounds) {
  if (mains.length > 1) say(`\n${main}`);
  const parts = ofSeeds.map(partsOf);
  const heads = Object.keys(columns).map((head) => head.padStart(16));
  say(`${"seed".padEnd(8)}${"requests".padStart(10)}${"replay".padStart(10)}${heads.join("")}`);
  const line = (head: string, requests: number, of: readonly Parts[]) => {
    const replayed = `${middle(of.map((one) => one.replay)).toFixed(2)} s`.padStart(10);
    const all = Object.values(columns).map((part) => shown(part, of));
    say(`${head.padEnd(8)}${String(requests).padStart(10)}${replayed}${all.join("")}`);
  };
  const requestsOf = (of: readonly Round[]) => middle(of.map(({ replayed }) => replayed.requests));
  for (const [index, of] of ofSeeds.entries()) {
    line(String(seeds[index]), requestsOf(of), parts.slice(index, index + 1));
  }
  line("median", middle(ofSeeds.map(requestsOf)), parts);
  const all = ofSeeds.flat().map(({ replayed }) => replayed.equal / replayed.requests);
  say(`at least ${(Math.min(...all) * 100).toFixed(1)} % of the replays answered as recorded`);
}
