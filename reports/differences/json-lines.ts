import type { Json } from "../../schemas/index.ts";
import { visible } from "../visible-text.ts";
import { align } from "./align.ts";
import type { OwnValues } from "./own-values.ts";
import type { LineState } from "./shown-pair.ts";

/** A line of two texts side by side. */
export interface Line {
  state: LineState;
  /** Absent where the line is on the right only. */
  left?: string;
  right?: string;
  /** Where the part begins that differs: what stands before is the same on both sides. */
  from: number;
}

/** A JSON value with the place where it stands: its indentation and the name of the member. */
interface Placed {
  value: Json;
  comma: boolean;
}

/**
 * Two JSON values as indented text, side by side, matched by path: members by name, whatever their
 * order; elements of an array by what they are, and what is left over by position. Nothing is left
 * out and nothing is normalised: names in the order of the left side, then those of the right.
 */
export function jsonLines(left: Json, right: Json, own: OwnValues): Line[] {
  const placed = (value: Json): Placed => ({ value, comma: false });
  return bothLines("", placed(left), placed(right), own);
}

/** A JSON value as lines of one side. */
export function jsonLinesOf(side: "left" | "right", value: Json): Line[] {
  return oneSide(side, "", { value, comma: false });
}

/** @param start indentation and `"name": ` */
function bothLines(start: string, left: Placed, right: Placed, own: OwnValues): Line[] {
  const one = children(left.value);
  const other = children(right.value);
  if (!one || !other || one.open !== other.open) return leafLines(start, left, right, own);
  const inner = `${indentOf(start)}  `;
  const pairs = one.open === "{" ? pairMembers(one, other) : pairElements(one, other, own);
  return [
    { state: "same", left: start + one.open, right: start + one.open, from: 0 },
    ...pairs.flatMap(([a, b]) => {
      const label = inner + (a ?? b)?.label;
      if (a && b) return bothLines(label, a, b, own);
      return a ? oneSide("left", label, a) : b ? oneSide("right", label, b) : [];
    }),
    {
      state: "same",
      left: indentOf(start) + one.close + comma(left),
      right: indentOf(start) + one.close + comma(right),
      from: 0,
    },
  ];
}

/** Two values that have no members in common: numbers, strings, empty ones, or different kinds. */
function leafLines(start: string, left: Placed, right: Placed, own: OwnValues): Line[] {
  const one = JSON.stringify(left.value);
  const other = JSON.stringify(right.value);
  if (children(left.value) || children(right.value)) {
    if (one !== other) return [...oneSide("left", start, left), ...oneSide("right", start, right)];
  }
  const state =
    one === other ? "same" : own.neutral(one) === own.neutral(other) ? "own" : "changed";
  return [
    {
      state,
      left: start + visible(one) + comma(left),
      right: start + visible(other) + comma(right),
      from: start.length,
    },
  ];
}

/** A value that only one side has. */
function oneSide(side: "left" | "right", start: string, placed: Placed): Line[] {
  const inside = children(placed.value);
  const indent = indentOf(start);
  const line = (text: string): Line => ({ state: "only", [side]: text, from: indent.length });
  if (!inside) return [line(start + visible(JSON.stringify(placed.value)) + comma(placed))];
  return [
    line(start + inside.open),
    ...inside.items.flatMap((item) => oneSide(side, `${indent}  ${item.label}`, item)),
    line(indent + inside.close + comma(placed)),
  ];
}

interface Child extends Placed {
  /** The name as it is found again; the empty text in an array. */
  name: string;
  /** `"name": `, or nothing in an array. */
  label: string;
}

interface Children {
  open: "{" | "[";
  close: "}" | "]";
  items: Child[];
}

/** What stands within an object or an array; undefined for what is neither, or empty. */
function children(value: Json): Children | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const isArray = Array.isArray(value);
  const entries: [string, Json][] = isArray
    ? value.map((element) => ["", element])
    : Object.entries(value).flatMap(([name, member]) =>
        member === undefined ? [] : [[name, member]],
      );
  if (entries.length === 0) return undefined;
  const items = entries.map(([name, element], index) => ({
    name,
    label: isArray ? "" : `${visible(JSON.stringify(name))}: `,
    value: element,
    comma: index < entries.length - 1,
  }));
  return isArray ? { open: "[", close: "]", items } : { open: "{", close: "}", items };
}

type Pair = [Child | undefined, Child | undefined];

function pairMembers(left: Children, right: Children): Pair[] {
  const ofRight = new Map(right.items.map((item) => [item.name, item]));
  const names = new Set(left.items.map(({ name }) => name));
  return [
    ...left.items.map((item): Pair => [item, ofRight.get(item.name)]),
    ...right.items.filter(({ name }) => !names.has(name)).map((item): Pair => [undefined, item]),
  ];
}

/** Equal elements are matched in their order; between them, the first with the first and so on. */
function pairElements(left: Children, right: Children, own: OwnValues): Pair[] {
  const keys = ({ items }: Children) =>
    items.map(({ value }) => own.neutral(JSON.stringify(value)));
  return align(keys(left), keys(right), "by position").map(
    ([i, j]): Pair => [
      i === undefined ? undefined : left.items[i],
      j === undefined ? undefined : right.items[j],
    ],
  );
}

const indentOf = (start: string) => /^ */.exec(start)?.[0] ?? "";
const comma = ({ comma: follows }: Placed) => (follows ? "," : "");
