import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import type { Probe } from "./probed.ts";

/**
 * Imported into a process that is measured (`node --import`): writes its memory and its processor
 * time to the file that SCIM_BENCH_PROBE names, when it ends.
 */
const file = process.env.SCIM_BENCH_PROBE;
const every = 200;
const toMb = (bytes: number) => Math.round(bytes / 1024 / 1024);

if (isMainThread && file !== undefined) {
  const residentMb: number[] = [];
  setInterval(() => residentMb.push(toMb(process.memoryUsage.rss())), every).unref();
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const probe: Probe = {
      peakMb: toMb(maxRSS * 1024),
      processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
      residentMb,
    };
    writeFileSync(file, JSON.stringify(probe));
  });
}
