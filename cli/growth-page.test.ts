import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readGrowth } from "./bench/growth-data.ts";
import { growthChart, growthTables, withTables } from "./bench/growth-page.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const data = readGrowth(root);

const again = "differs from docs/growth.json: run `node dist/cli/bench/draw.js`";

test("the diagram is that of the data", () => {
  expect(growthChart(data) === read("docs/growth.svg"), `docs/growth.svg ${again}`).toBe(true);
});

test("the tables of the page are those of the data", () => {
  const page = read("docs/performance.md");
  expect(withTables(page, growthTables(data)) === page, `docs/performance.md ${again}`).toBe(true);
});

test("the data keep what the page promises", () => {
  const { cases, users, bare, compare, atLimits } = data;
  const grows = (points: typeof cases, of: (point: (typeof cases)[number]) => number) => {
    const [first] = points;
    const last = points.at(-1);
    return first && last ? of(last) / of(first) : Number.NaN;
  };
  // A hundred times the cases, a thousand times the users.
  expect(grows(cases, ({ requests }) => requests)).toBeLessThan(100);
  expect(grows(cases, ({ processorSeconds }) => processorSeconds)).toBeLessThan(100);
  expect(grows(cases, ({ peakMb }) => peakMb)).toBeLessThan(100);
  expect(grows(users, ({ requests }) => requests)).toBeLessThan(1.1);
  expect(bare?.ratio ?? 1).toBeGreaterThanOrEqual(0.7);
  expect(compare.map((point) => point.users)).toEqual([10_000, 100_000, 1_000_000]);
  expect(atLimits?.isSameAsWhole ?? true).toBe(true);
});

test("numbers are where their values say, on a logarithmic axis too", () => {
  const svg = growthChart({
    ...data,
    cases: [1, 10, 100].map((at) => ({ at, requests: at, processorSeconds: 1, peakMb: 1 })),
  });
  // The requests grow in proportion: their line ends in the upper right corner, the others below.
  expect(svg).toContain('<path class="s0" d="M64 274L217 176L370 78"/>');
  expect(svg).toContain('<path class="s1" d="M64 274L217 274L370 274"/>');
  expect(svg).toContain("ratio to 1 case (times)");
});
