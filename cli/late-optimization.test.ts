import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { lateOptimizationFlag, optimizeLate } from "./late-optimization.ts";

test("V8 of this Node.js knows the flag, so that it prints no error", () => {
  const flag = lateOptimizationFlag(process.versions.node);
  const { stderr, status } = spawnSync(process.execPath, [...(flag ? [flag] : []), "-e", "0"]);
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: "" });
  expect(optimizeLate).not.toThrow();
});

test.each(["20.19.0", "22.12.0", "24.0.0", "26.10.0"])("a run optimizes later on %s", (version) => {
  expect(lateOptimizationFlag(version)).toMatch(/^--[a-z-]+=\d+$/);
});

test("a version of Node.js that this tool does not know keeps V8's default", () => {
  expect(lateOptimizationFlag("99.0.0")).toBeUndefined();
});
