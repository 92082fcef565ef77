import { chart, type Line, type Panel } from "./chart.ts";
import type { GrowthData, RunPoint } from "./growth-data.ts";

/** The diagram of docs/performance.md. */
export function growthChart({ cases, users, compare }: GrowthData): string {
  return chart(
    "Growth of a run with its cases and with the users of the organisation, and the memory of compare",
    [
      {
        title: "A run with more cases",
        x: {
          title: "cases per property (number)",
          ticks: [1, 3, 10, 30, 100],
          isLogarithmic: true,
        },
        y: { title: "ratio to 1 case (times)", ticks: [1, 3, 10, 30, 100], isLogarithmic: true },
        lines: [...ratios(cases), proportional(cases)],
      },
      {
        title: "A run against more users",
        x: {
          title: "users of the organisation (number)",
          ticks: [100, 1000, 10_000, 100_000],
          isLogarithmic: true,
        },
        y: { title: "ratio to 100 users (times)", ticks: [1, 3, 10, 30, 100], isLogarithmic: true },
        lines: [...ratios(users), proportional(users)],
      },
      memory(compare),
    ],
  );
}

function ratios(points: readonly RunPoint[]): Line[] {
  const measures: [string, (point: RunPoint) => number][] = [
    ["requests", ({ requests }) => requests],
    ["processor time", ({ processorSeconds }) => processorSeconds],
    ["memory", ({ peakMb }) => peakMb],
  ];
  return measures.map(([name, of]) => ({
    name,
    points: points.map((point) => [point.at, ratio(points, of, point)] as const),
  }));
}

function ratio(
  [first]: readonly RunPoint[],
  of: (point: RunPoint) => number,
  point: RunPoint,
): number {
  return first === undefined ? 1 : of(point) / of(first);
}

/** Growth in proportion to what grows, up to the edge of the panel. */
function proportional(points: readonly RunPoint[]): Line {
  const from = points[0]?.at ?? 1;
  return {
    name: "in proportion",
    isReference: true,
    points: [
      [from, 1],
      [from * 100, 100],
    ],
  };
}

function memory(compare: GrowthData["compare"]): Panel {
  const most = Math.max(...compare.map(({ peakMb }) => peakMb));
  return {
    title: "Memory of compare",
    x: { title: "time that has passed (%)", ticks: [0, 25, 50, 75, 100] },
    y: {
      title: "resident memory (MB)",
      ticks: [0, 1, 2, 3, 4].map((step) => step * (most > 400 ? 200 : 100)),
    },
    lines: compare.map(({ users, residentMb }) => ({
      name: `${number(users)} users`,
      points: residentMb.map(({ share, mb }) => [share, mb] as const),
    })),
  };
}

/** The tables of docs/performance.md by their names. */
export function growthTables(data: GrowthData): Readonly<Record<string, string>> {
  const { measured, runsNote, cases, users, bare, compare, atLimits } = data;
  return {
    machine: [
      `Measured on ${measured.on} on ${measured.machine}, Node.js ${measured.node}.`,
      ...(runsNote === undefined ? [] : [runsNote]),
    ].join(" "),
    cases: runTable("cases per property", cases),
    users: runTable("users", users),
    compare: [
      ...table(
        ["users", "requests", "time", "memory at 10 %", "at 50 %", "at 100 %"],
        compare.map(({ users: count, requests, seconds, residentMb }) => [
          number(count),
          number(requests),
          `${seconds} s`,
          ...[10, 50, 100].map(
            (share) => `${residentMb.find((one) => one.share === share)?.mb ?? "–"} MB`,
          ),
        ]),
      ),
      ...bareLines(bare),
    ].join("\n"),
    limits: limitLines(atLimits).join("\n"),
  };
}

function bareLines(bare: GrowthData["bare"]): string[] {
  if (bare === undefined) return [];
  const { compareSeconds, bareSeconds, ratio: share } = bare;
  return [
    "",
    `With 100,000 users and 5,000 groups, both versions: ${compareSeconds} s, where bare undici reads the same pages in ${bareSeconds} s without parsing them. That is ${share} of its speed.`,
  ];
}

function limitLines(atLimits: GrowthData["atLimits"]): string[] {
  if (atLimits === undefined) return [];
  const { users, requests, seconds, killedAtPercent, isSameAsWhole, timeLeft } = atLimits;
  const result = isSameAsWhole ? "the same as that" : "not the same as that";
  return [
    `${number(users)} users at Slack's limits: ${number(requests)} requests in ${seconds} s. The process was killed at ${killedAtPercent} % and continued with \`--resume\`; the result was ${result} of an uninterrupted comparison.`,
    "",
    ...table(
      ["users read", "printed", "was"],
      timeLeft.map(({ share, said, wasSeconds }) => [
        `${share} %`,
        `${said} left`,
        `${wasSeconds} s`,
      ]),
    ),
  ];
}

function runTable(what: string, points: readonly RunPoint[]): string {
  const times = (of: (point: RunPoint) => number, point: RunPoint) =>
    `× ${ratio(points, of, point).toFixed(2)}`;
  return table(
    [what, "requests", "", "processor time", "", "memory", ""],
    points.map((point) => [
      number(point.at),
      number(point.requests),
      times(({ requests }) => requests, point),
      `${point.processorSeconds.toFixed(1)} s`,
      times(({ processorSeconds }) => processorSeconds, point),
      `${point.peakMb} MB`,
      times(({ peakMb }) => peakMb, point),
    ]),
  ).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---:")), ...rows.map(row)];
}

/** Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->`. @throws Error where a page lacks one */
export function withTables(page: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((text, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = halves(text, open);
    const [, after] = halves(rest, close);
    return `${before}${open}\n${content}\n${close}${after}`;
  }, page);
}

function halves(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  if (index < 0) throw new Error(`docs/performance.md lacks ${at}`);
  return [text.slice(0, index), text.slice(index + at.length)];
}

const number = (count: number) => count.toLocaleString("en");
