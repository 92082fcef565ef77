const token = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

/** An array or object that is read: its next item, or the name of its next member. */
interface Open {
  pointer: string;
  /** Of an array. */
  index: number | undefined;
  /** Of an object, once its name was read. */
  name: string | undefined;
}

/** Where the parts of a JSON text are, as `line:column` from 1. */
interface Places {
  /** Where values begin, by their JSON Pointers; a member of an object also by `name of POINTER`. */
  of: ReadonlyMap<string, string>;
  /** Members that an object has a second time: JSON.parse drops the first, without a word. */
  repeated: readonly { name: string; place: string }[];
}

/** @param text that JSON.parse accepts */
export function placesIn(text: string): Places {
  const lines = lineStarts(text);
  const places = new Map<string, string>();
  const repeated: { name: string; place: string }[] = [];
  const open: Open[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    const top = open.at(-1);
    if (found === "}" || found === "]") open.pop();
    else if (found === ":" || found === ",") {
      if (found === "," && top) {
        top.name = undefined;
        if (top.index !== undefined) top.index += 1;
      }
    } else if (top && top.index === undefined && top.name === undefined) {
      top.name = String(JSON.parse(found));
      const key = `name of ${pointerIn(top)}`;
      if (places.has(key)) repeated.push({ name: top.name, place: placeAt(lines, index) });
      places.set(key, placeAt(lines, index));
    } else {
      const pointer = top ? pointerIn(top) : "";
      places.set(pointer, placeAt(lines, index));
      if (found === "{" || found === "[") {
        open.push({ pointer, index: found === "[" ? 0 : undefined, name: undefined });
      }
    }
  }
  return { of: places, repeated };
}

function pointerIn({ pointer, index, name = "" }: Open): string {
  return `${pointer}/${index ?? name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function placeAt(lines: readonly number[], index: number): string {
  const line = lines.findLastIndex((start) => start <= index);
  return `${line + 1}:${index - (lines[line] ?? 0) + 1}`;
}
