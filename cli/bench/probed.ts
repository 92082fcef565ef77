import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFile } from "../../schemas/own-file.ts";

/** What a measured process used. */
export interface Probe {
  /** The most memory that it held, in MB. */
  peakMb: number;
  /** Processor time of all its threads. */
  processorSeconds: number;
  /** Its memory in MB, five times a second. */
  residentMb: number[];
}

const script = (name: string) => fileURLToPath(ownFile(name));
const main = script("cli/main.js");
const probeScript = script("cli/bench/memory-probe.js");

export interface Ended extends Probe {
  status: number | null;
  /** The whole process, in seconds. */
  seconds: number;
}

/**
 * Runs a command of this tool in a separate process, and measures it.
 * @param onLine takes each line of stderr
 * @param onStart gets the process, to end it early
 */
export async function probed(
  folder: string,
  args: readonly string[],
  onLine: (line: string) => void = () => undefined,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const file = join(folder, "probe.json");
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", probeScript, main, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, SCIM_BENCH_PROBE: file, SLACK_SCIM_TOKEN: token },
  });
  let rest = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  onStart(child);
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  // A killed process leaves none.
  const probe: Probe =
    status === null
      ? { peakMb: 0, processorSeconds: 0, residentMb: [] }
      : JSON.parse(readFileSync(file, "utf8"));
  return { ...probe, status, seconds };
}

/** The token of the mock. */
export const token = "xoxp-mock-admin";

export interface Served {
  url: string;
  stop(): void;
}

function served(args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout.once("data", (data) => {
      const url = String(data).split("\n")[0]?.split(" ").at(-1) ?? "";
      resolve({ url, stop: () => void child.kill("SIGTERM") });
    });
  });
}

/** Starts an organisation of the mock in a separate process. */
export function servedMock(users: number, groups: number): Promise<Served> {
  const size = ["--users", `${users}`, "--groups", `${groups}`];
  return served([main, "mock", ...size, "--rate-limits", "off"]);
}

/** Starts the stand-in that holds no users. */
export function servedFormula(users: number, groups: number): Promise<Served> {
  return served([script("cli/bench/stand-in.js"), `${users}`, `${groups}`]);
}
