import { setFlagsFromString } from "node:v8";

/**
 * How long V8 interprets a function before it optimizes it, about four and a half times its default, by
 * the major version of Node.js.
 */
const flags: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=300000",
  22: "--invocation-count-for-turbofan=13500",
  24: "--invocation-count-for-turbofan=13500",
  26: "--invocation-count-for-turbofan=13500",
};

/**
 * @param node a version of Node.js, such as `22.1.0`
 * @returns V8's flag; undefined for a version whose V8 may not know it: it prints an error then
 */
export function lateOptimizationFlag(node: string): string | undefined {
  return flags[node.split(".", 1)[0] ?? ""];
}

/**
 * Makes V8 optimize later, in all threads of this process. A run takes seconds, and almost none of its
 * code runs often enough to repay the optimizing compiler, which took a quarter of the processor time.
 * Code that does is still optimized: a run with a hundred cases is no slower. For a process that ends
 * soon, before it starts threads.
 */
export function optimizeLate(): void {
  const flag = lateOptimizationFlag(process.versions.node);
  if (flag !== undefined) setFlagsFromString(flag);
}
