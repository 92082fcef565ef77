import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFile } from "../../schemas/own-file.ts";
import { type Replayed, readRequests, replay } from "./replay.ts";

/**
 * Where the time of `npm start` goes: start-up (a run of one check), the checks, the report; each
 * beside what bare undici needs to send the same requests to a mock in its own process. All in one
 * run and in turns, for three seeds, since only ratios can be compared between machines.
 *
 * With the path of another `main.js`, such as one built from an earlier state, it measures that too.
 */
const seeds = [1, 2, 3];
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const own = fileURLToPath(ownFile("cli/main.js"));
const [other] = process.argv.slice(2);

interface Round {
  startUp: number;
  noReport: number;
  whole: number;
  replayed: Replayed;
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

async function roundOf(main: string, seed: number): Promise<Round> {
  const startUp = run(main, seed, "--requirement", "SLACK-CONFIG-01", "--no-report").seconds;
  const noReport = run(main, seed, "--no-report").seconds;
  const { seconds: whole, out } = run(main, seed);
  const replayed = await replay(main, readRequests(join(out, "exchanges.jsonl")));
  return { startUp, noReport, whole, replayed };
}

const mains = [own, ...(other === undefined ? [] : [resolve(other)])];
const rounds = new Map<string, Round[]>(mains.map((main) => [main, []]));
for (const seed of seeds) {
  for (const [main, done] of rounds) done.push(await roundOf(main, seed));
}
rmSync(folder, { recursive: true, force: true });

const say = (line: string) => process.stdout.write(`${line}\n`);
const middle = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

say(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}`,
);
for (const [main, done] of rounds) {
  if (mains.length > 1) say(`\n${main}`);
  for (const [index, { replayed }] of done.entries()) {
    say(
      `seed ${seeds[index]}: ${replayed.requests} requests, sent again with bare undici in ${replayed.seconds.toFixed(2)} s; ${replayed.equal} answered with the same status`,
    );
  }
  const parts: [string, (round: Round) => number][] = [
    ["start-up", ({ startUp }) => startUp],
    ["checks", ({ startUp, noReport }) => noReport - startUp],
    ["report", ({ noReport, whole }) => whole - noReport],
    ["npm start, whole", ({ whole }) => whole],
  ];
  for (const [what, time] of parts) {
    const seconds = middle(done.map(time));
    const ratio = middle(done.map((round) => time(round) / round.replayed.seconds));
    say(
      `${what.padEnd(20)} ${seconds.toFixed(2).padStart(6)} s  ${ratio.toFixed(1).padStart(5)} times the replay`,
    );
  }
}
