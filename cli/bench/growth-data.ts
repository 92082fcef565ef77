import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, totalmem } from "node:os";
import { join } from "node:path";

/** One run of the suite. */
export interface RunPoint {
  /** The number that grows: cases per property, or users of the organisation. */
  at: number;
  requests: number;
  /** Processor time of the run, the organisation not counted: waits for other processes are not in it. */
  processorSeconds: number;
  /** The most memory that the run held, in MB. */
  peakMb: number;
}

/** One comparison of an organisation. */
export interface ComparePoint {
  users: number;
  groups: number;
  seconds: number;
  requests: number;
  peakMb: number;
  /** Memory in MB when that share of the time had passed, from 5 % to 100 %. */
  residentMb: { share: number; mb: number }[];
}

/** What was printed during a comparison at the limits of Slack. */
export interface TimeLeftPoint {
  /** How much had been read, in percent. */
  share: number;
  said: string;
  wasSeconds: number;
}

/** docs/growth.json. */
export interface GrowthData {
  measured: { on: string; machine: string; node: string };
  /** How the runs were measured, where it was not by the present benchmark. */
  runsNote?: string | undefined;
  /** Runs with more cases; 20 users. */
  cases: RunPoint[];
  /** Runs against larger organisations; 3 cases. */
  users: RunPoint[];
  /** 100,000 users: the speed of `compare` and of the same requests with bare undici. */
  bare?: { compareSeconds: number; bareSeconds: number; ratio: number };
  compare: ComparePoint[];
  /** A comparison at the limits of Slack that was killed and resumed. */
  atLimits?: {
    users: number;
    requests: number;
    seconds: number;
    killedAtPercent: number;
    isSameAsWhole: boolean;
    timeLeft: TimeLeftPoint[];
  };
}

/** @param root of the repository: the folder of package.json, where npm starts a script */
const dataFile = (root: string) => join(root, "docs/growth.json");

export function readGrowth(root: string): GrowthData {
  return JSON.parse(readFileSync(dataFile(root), "utf8"));
}

/** Replaces a part of the data, and says on what it was measured. */
export function updateGrowth(part: Partial<GrowthData>): void {
  const root = process.cwd();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? arch()}, ${memory} GB`;
  const measured = {
    on: new Date().toISOString().slice(0, 10),
    machine,
    node: process.version,
  };
  const data = { ...readGrowth(root), ...part, measured };
  writeFileSync(dataFile(root), `${JSON.stringify(data, null, 2)}\n`);
}
