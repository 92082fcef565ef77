/** Made by `MEASURE_WORKLOAD=1 npx vitest run suites/run/workload.test.ts`: not to be changed by hand. */
export type Mode = "writing" | "reading";
export type Counts = readonly number[];
export const measuredCases = [3, 20] as const;
export const measured: Readonly<
  Record<string, Readonly<Record<Mode, Readonly<Record<3 | 20, Counts>>>>>
> = {};
