import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { builtModule } from "../../testing/commands/built-module.ts";
import { createGateState } from "./shared-limits.ts";
import { createTenantGate } from "./tenant-gate.ts";

test("gates of the same state share the limits across threads, on the same clock", async () => {
  const state = createGateState();
  const code = `
    const { workerData, parentPort } = require("node:worker_threads");
    import(workerData.module).then(async ({ SharedLimits }) => {
      const limits = new SharedLimits(workerData.state);
      for (let index = 0; index < 5000; index += 1) limits.count(["reads"]);
      parentPort.postMessage(Number(process.hrtime.bigint()) / 1e6);
    });`;
  const folder = mkdtempSync(join(tmpdir(), "shared-limits-"));
  const file = await builtModule("client/transport/shared-limits.ts", folder);
  const module = pathToFileURL(file).href;
  const workers = [1, 2].map(() => new Worker(code, { eval: true, workerData: { state, module } }));
  const times = await Promise.all(
    workers.map(
      (worker) =>
        new Promise<number>((resolve, reject) => {
          worker.once("message", resolve);
          worker.once("error", reject);
        }),
    ),
  );
  rmSync(folder, { recursive: true });
  const gate = createTenantGate("slack", { state });
  expect(gate.sent().get("reads")).toBe(10_000);
  for (const time of times) {
    const age = Number(process.hrtime.bigint()) / 1e6 - time;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(30_000);
  }
});
