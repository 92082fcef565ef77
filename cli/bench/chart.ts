/** A line of a panel, through its points. */
export interface Line {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
  /** A line to compare with: dashed, without points. */
  isReference?: boolean;
}

/** A diagram with two axes. */
export interface Panel {
  title: string;
  x: Axis;
  y: Axis;
  lines: readonly Line[];
}

export interface Axis {
  /** With the unit. */
  title: string;
  ticks: readonly number[];
  isLogarithmic?: boolean;
}

const size = { width: 400, height: 330, left: 64, right: 30, top: 78, bottom: 56 };
const plot = {
  left: size.left,
  right: size.width - size.right,
  top: size.top,
  bottom: size.height - size.bottom,
};

/**
 * Colours that differ for colour-blind readers too, with a contrast of at least 3 to 1; a reader
 * without colours has the shapes.
 */
const style = `
  .back { fill: #ffffff } text { fill: #1f2328; font: 13px system-ui, sans-serif }
  .title { font-weight: 600; font-size: 15px } .axis { stroke: #59636e } .grid { stroke: #d1d9e0 }
  .s0 { stroke: #0550ae; fill: #0550ae } .s1 { stroke: #bc4c00; fill: #bc4c00 }
  .s2 { stroke: #1a7f37; fill: #1a7f37 } .ref { stroke: #59636e; fill: #59636e }
  path, path.s0, path.s1, path.s2 { fill: none; stroke-width: 2 } path.ref { stroke-dasharray: 5 4; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    .back { fill: #0d1117 } text { fill: #f0f6fc } .axis { stroke: #9198a1 } .grid { stroke: #3d444d }
    .s0 { stroke: #58a6ff; fill: #58a6ff } .s1 { stroke: #f0883e; fill: #f0883e }
    .s2 { stroke: #56d364; fill: #56d364 } .ref { stroke: #9198a1; fill: #9198a1 }
  }`;

/** Several panels side by side as an SVG. The same data give the same text. */
export function chart(description: string, panels: readonly Panel[]): string {
  const width = size.width * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${size.height}" role="img">`,
    `<title>${escaped(description)}</title>`,
    `<style>${style}\n</style>`,
    `<rect class="back" width="${width}" height="${size.height}"/>`,
    ...panels.map(
      (panel, index) =>
        `<g transform="translate(${index * size.width} 0)">\n${drawn(panel).join("\n")}\n</g>`,
    ),
    "</svg>\n",
  ].join("\n");
}

function drawn({ title, x, y, lines }: Panel): string[] {
  const across = scale(x, plot.left, plot.right);
  const up = scale(y, plot.bottom, plot.top);
  const middle = (plot.top + plot.bottom) / 2;
  return [
    text(plot.left, 24, title, 'class="title"'),
    ...x.ticks.flatMap((tick) => [
      line("grid", across(tick), plot.top, across(tick), plot.bottom),
      text(across(tick), plot.bottom + 18, label(tick), 'text-anchor="middle"'),
    ]),
    ...y.ticks.flatMap((tick) => [
      line("grid", plot.left, up(tick), plot.right, up(tick)),
      text(plot.left - 8, up(tick) + 4, label(tick), 'text-anchor="end"'),
    ]),
    line("axis", plot.left, plot.bottom, plot.right, plot.bottom),
    line("axis", plot.left, plot.top, plot.left, plot.bottom),
    text((plot.left + plot.right) / 2, size.height - 14, x.title, 'text-anchor="middle"'),
    text(16, middle, y.title, `text-anchor="middle" transform="rotate(-90 16 ${middle})"`),
    ...lines.flatMap((one, index) => [...path(one, index, across, up), ...key(one, index)]),
  ];
}

type Scale = (value: number) => number;

function scale({ ticks, isLogarithmic = false }: Axis, from: number, to: number): Scale {
  const linear = (value: number) => (isLogarithmic ? Math.log10(value) : value);
  const least = linear(Math.min(...ticks));
  const most = linear(Math.max(...ticks));
  return (value) => rounded(from + ((linear(value) - least) / (most - least)) * (to - from));
}

function path({ points, isReference }: Line, index: number, across: Scale, up: Scale): string[] {
  const kind = isReference ? "ref" : `s${index}`;
  const places = points.map(([x, y]) => [across(x), up(y)] as const);
  const d = places.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const marks = isReference ? [] : places.map(([x, y]) => mark(index, x, y));
  return [`<path class="${kind}" d="${d}"/>`, ...marks];
}

/** A circle, a square or a triangle. */
function mark(index: number, x: number, y: number): string {
  if (index === 0) return `<circle class="s0" cx="${x}" cy="${y}" r="4"/>`;
  if (index === 1)
    return `<rect class="s1" x="${rounded(x - 4)}" y="${rounded(y - 4)}" width="8" height="8"/>`;
  const corners = [
    [x, y - 5],
    [x + 5, y + 4],
    [x - 5, y + 4],
  ];
  const points = corners.map((corner) => corner.map(rounded).join(" ")).join(" ");
  return `<polygon class="s2" points="${points}"/>`;
}

/** The name of a line, above the panel: two in a row. */
function key({ name, isReference }: Line, index: number): string[] {
  const x = plot.left + (index % 2) * 150;
  const y = 42 + Math.floor(index / 2) * 18;
  const sign = isReference
    ? [`<path class="ref" d="M${x} ${y}L${x + 16} ${y}"/>`]
    : [mark(index, x + 8, y)];
  return [...sign, text(x + 22, y + 4, name)];
}

function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
}

function text(x: number, y: number, words: string, more = ""): string {
  return `<text x="${x}" y="${y}"${more === "" ? "" : ` ${more}`}>${escaped(words)}</text>`;
}

const label = (value: number) => value.toLocaleString("en");
const rounded = (value: number) => Math.round(value * 10) / 10;
const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
