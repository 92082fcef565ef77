import type { Json } from "../../schemas/index.ts";
import { visible } from "../visible-text.ts";
import { align } from "./align.ts";
import type { OwnValues } from "./own-values.ts";

/** A JSON value and its place. */
export interface Placed {
  /** `"name": ` of a member; nothing for an element of an array, and for the whole. */
  label: string;
  value: Json;
  /** Whether a comma follows. */
  comma: boolean;
}

/** A member of an object, or an element of an array. */
interface Child extends Placed {
  /** The name as it was sent; the empty text in an array. */
  name: string;
}

interface Children {
  open: "{" | "[";
  close: "}" | "]";
  items: Child[];
}

/** A child of each side to be compared; one is absent where the other has no counterpart. */
type ChildPair = [Child | undefined, Child | undefined];

/** The content of an object or an array; undefined for other values and for empty ones. */
export function children(value: Json): Children | undefined {
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

/**
 * Members by their names, in the order of the left side, then those of the right. Extensions match
 * although each version has its own URN for them.
 */
export function pairMembers(left: Children, right: Children): ChildPair[] {
  const waiting = new Map(right.items.map((item) => [item.name, item]));
  const names = new Set(left.items.map(({ name }) => name));
  const take = (name: string) => {
    const found = waiting.get(name);
    waiting.delete(name);
    return found;
  };
  const extensionOf = (name: string) => {
    const extension = extensionName(name);
    const other = [...waiting.keys()].find(
      (candidate) => extensionName(candidate) === extension && !names.has(candidate),
    );
    return extension !== undefined && other !== undefined ? take(other) : undefined;
  };
  const pairs = left.items.map(
    (item): ChildPair => [item, take(item.name) ?? extensionOf(item.name)],
  );
  return [...pairs, ...[...waiting.values()].map((item): ChildPair => [undefined, item])];
}

/** `enterprise` of `urn:scim:schemas:extension:enterprise:1.0`, and of the URN of 2.0. */
function extensionName(urn: string): string | undefined {
  return /^urn:.*:extension:(.+?):\d+\.\d+(?::\w+)?$/i.exec(urn)?.[1];
}

/** Equal elements are matched in their order; between them, the first with the first and so on. */
export function pairElements(left: Children, right: Children, own: OwnValues): ChildPair[] {
  const keys = ({ items }: Children) =>
    items.map(({ value }) => own.neutral(JSON.stringify(value)));
  return align(keys(left), keys(right), "by position").map(
    ([i, j]): ChildPair => [
      i === undefined ? undefined : left.items[i],
      j === undefined ? undefined : right.items[j],
    ],
  );
}
