import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFaults, startMock } from "../../mock/index.ts";
import { ownFile } from "../../schemas/own-file.ts";
import { faultSample, slowFaults } from "./fault-sample.ts";

/**
 * How much longer a run takes against an organisation with one fault than against a sound one: a
 * fixed sample, all faults with `--all`, or those that are named. All in one run and in turns, since
 * only ratios can be compared between machines.
 *
 * The organisation lives in this process, the run in its own.
 */
const main = fileURLToPath(ownFile("cli/main.js"));
const folder = mkdtempSync(join(tmpdir(), "scim-bench-"));
const mock = await startMock();

let runs = 0;

/**
 * Each run has a new folder: where thousands of files were just removed, ext4 takes ten times as
 * long to create one.
 * @returns the seconds of a run against an organisation as new, with these faults
 */
async function seconds(faults: readonly string[]): Promise<number> {
  runs += 1;
  const out = join(folder, String(runs));
  mock.reset();
  mock.setFaults(faults);
  const [v1, v2] = [`${mock.url}/scim/v1`, `${mock.url}/scim/v2`];
  const words = ["run", "--v1", v1, "--v2", v2, "--seed", "7", "--no-report", "--out", out];
  const start = performance.now();
  const run = spawn(process.execPath, [main, ...words], {
    stdio: "ignore",
    env: { ...process.env, SLACK_SCIM_TOKEN: mock.token },
  });
  await new Promise((resolve) => run.once("exit", resolve));
  return (performance.now() - start) / 1000;
}

/**
 * How many times the time of a sound run a run takes, one just after the other: the speed of a
 * machine changes within minutes.
 */
async function ratioOf(name: string): Promise<number> {
  const sound = await seconds([]);
  return (await seconds([name])) / sound;
}

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const all = listFaults().map(({ name }) => name);
const sample = process.argv.includes("--all") ? all : named.length > 0 ? named : faultSample;

const [cpu] = cpus();
process.stdout.write(`${cpu?.model ?? "?"}, ${cpus().length} cores, Node.js ${process.version}\n`);
let worst = { name: "", ratio: 0 };
for (const name of sample.filter((each) => !slowFaults.includes(each))) {
  const ratios = [await ratioOf(name)];
  // One is enough where it is far from the limit; else the middle one of three.
  if (ratios.some((each) => each > 1.3)) ratios.push(await ratioOf(name), await ratioOf(name));
  const ratio = ratios.sort((one, other) => one - other)[ratios.length >> 1] ?? 0;
  if (ratio > worst.ratio) worst = { name, ratio };
  process.stdout.write(`${name.padEnd(40)} ${ratio.toFixed(2)} times\n`);
}
process.stdout.write(`at most ${worst.ratio.toFixed(2)} times a sound run: ${worst.name}\n`);
await mock.close();
rmSync(folder, { recursive: true, force: true });
