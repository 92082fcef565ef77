import type { Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { visible } from "../visible-text.ts";
import { children, type Placed, pairElements, pairMembers } from "./json-children.ts";
import type { OwnValues } from "./own-values.ts";
import type { LineState } from "./shown-pair.ts";

/** A line of two texts side by side. */
export interface Line {
  state: LineState;
  /** Absent where the line is on the right only. */
  left?: string;
  right?: string;
  /** Where the difference begins: the text before is equal on both sides. */
  from: number;
}

/**
 * Two JSON values as indented text, side by side, matched by path: members by name, whatever their
 * order; elements of an array by value, the remaining ones by position. Nothing is left
 * out and nothing is normalised: names in the order of the left side, then those of the right.
 */
export function jsonLines(left: Json, right: Json, own: OwnValues): readonly Line[] {
  const compare = () => bothLines("", whole(left), whole(right), own);
  if (!isObject(left) || !isObject(right)) return compare();
  const ofRun = compared.get(own) ?? new WeakMap<object, WeakMap<object, readonly Line[]>>();
  const ofLeft = ofRun.get(left) ?? new WeakMap<object, readonly Line[]>();
  const lines = ofLeft.get(right) ?? compare();
  compared.set(own, ofRun.set(left, ofLeft.set(right, lines)));
  return lines;
}

/** A lesson quotes what the exchanges below it show in full: each pair of bodies is compared once. */
const compared = new WeakMap<OwnValues, WeakMap<object, WeakMap<object, readonly Line[]>>>();

/** A JSON value as lines of one side. */
export function jsonLinesOf(side: "left" | "right", value: Json): Line[] {
  return oneSide(side, "", whole(value));
}

const whole = (value: Json): Placed => ({ label: "", value, comma: false });

function bothLines(indent: string, left: Placed, right: Placed, own: OwnValues): Line[] {
  const one = children(left.value);
  const other = children(right.value);
  if (!one && !other) return [leafLine(indent, left, right, own)];
  if (one?.open !== other?.open || !one || !other) {
    return [...oneSide("left", indent, left), ...oneSide("right", indent, right)];
  }
  const inner = `${indent}  `;
  const pairs = one.open === "{" ? pairMembers(one, other) : pairElements(one, other, own);
  return [
    {
      state: left.label === right.label ? "same" : "changed",
      left: indent + left.label + one.open,
      right: indent + right.label + other.open,
      from: indent.length,
    },
    ...pairs.flatMap(([a, b]) => {
      if (a && b) return bothLines(inner, a, b, own);
      return a ? oneSide("left", inner, a) : b ? oneSide("right", inner, b) : [];
    }),
    {
      state: "same",
      left: indent + one.close + comma(left),
      right: indent + other.close + comma(right),
      from: indent.length,
    },
  ];
}

/** Two values without children: strings, numbers, `null`, empty objects and arrays. */
function leafLine(indent: string, left: Placed, right: Placed, own: OwnValues): Line {
  const one = JSON.stringify(left.value);
  const other = JSON.stringify(right.value);
  const isSameName = left.label === right.label;
  const isSame = isSameName && one === other;
  const isOwn = () => isSameName && own.neutral(one) === own.neutral(other);
  return {
    state: isSame ? "same" : isOwn() ? "own" : "changed",
    left: indent + left.label + visible(one) + comma(left),
    right: indent + right.label + visible(other) + comma(right),
    from: indent.length + (isSameName ? left.label.length : 0),
  };
}

/** A value on one side only. */
function oneSide(side: "left" | "right", indent: string, placed: Placed): Line[] {
  const inside = children(placed.value);
  const start = indent + placed.label;
  const line = (text: string): Line => ({ state: "only", [side]: text, from: indent.length });
  if (!inside) return [line(start + visible(JSON.stringify(placed.value)) + comma(placed))];
  return [
    line(start + inside.open),
    ...inside.items.flatMap((item) => oneSide(side, `${indent}  `, item)),
    line(indent + inside.close + comma(placed)),
  ];
}

const comma = ({ comma: follows }: Placed) => (follows ? "," : "");
