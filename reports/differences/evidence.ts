import type { CatalogueLesson, Exchange } from "../../schemas/index.ts";
import { visible } from "../visible-text.ts";
import { bodyOf } from "./body.ts";
import { captionText } from "./captions.ts";
import { changesOf } from "./changes.ts";
import { exchangeLines, type Heading, requestLine, statusLine } from "./exchange-lines.ts";
import { pairExchanges } from "./exchange-pairs.ts";
import type { Line } from "./json-lines.ts";
import { namedLines, namesIn } from "./lesson-names.ts";
import { allCaptions } from "./lesson-view.ts";
import { isAccepted } from "./outcome-words.ts";
import type { OwnValues } from "./own-values.ts";
import type { ShownLine, ShownPair, ShownSide } from "./shown-pair.ts";
import { decidingIds } from "./steps.ts";

/** How many of the deciding pairs are open: with more, none of them is seen. */
const mostOpen = 6;
/** A longer request may be folded also where it decides. */
const longestKept = 40;

/** What is known of a difference besides its exchanges. */
interface Known {
  own: OwnValues;
  lesson?: CatalogueLesson | undefined;
  /** Captions of the probe, by the ids of exchanges: they know more than what can be derived. */
  captions?: Readonly<Record<string, string>> | undefined;
}

/** The exchanges of a difference, side by side, with what each is for, and what differs marked. */
export function shownPairs(
  exchanges: readonly Exchange[],
  { own, lesson, captions = {} }: Known,
): ShownPair[] {
  const deciding = decidingIds(exchanges, lesson);
  const derived = allCaptions(exchanges);
  const names = intentOf(
    exchanges.filter(({ id }) => deciding.has(id)),
    lesson,
  );
  const side = (exchange: Exchange): ShownSide => {
    const { id } = exchange;
    const caption = derived.get(id);
    return {
      says: visible(captions[id] ?? (caption ? captionText(caption()) : "")),
      sent: visible(`${id}  ${requestLine(exchange)} → ${statusLine(exchange)}`),
    };
  };
  let open = 0;
  return pairExchanges(exchanges).map(([left, right]): ShownPair => {
    const lines = exchangeLines(left, right, own);
    // Where one version rejected the request, what the other returned besides is no difference.
    const isOneRejected = left && right ? isAccepted(left) !== isAccepted(right) : false;
    const decides = [left, right].some((one) => one !== undefined && deciding.has(one.id));
    if (decides) open += 1;
    return {
      ...(left ? { left: side(left) } : {}),
      ...(right ? { right: side(right) } : {}),
      decides,
      differing: lines.filter((line) => isDiffering(line, isOneRejected)).length,
      open: decides && open <= mostOpen,
      lines: shownLines(lines, decides ? names : undefined, isOneRejected),
    };
  });
}

/** The names of what the deciding requests are about. */
function intentOf(
  exchanges: readonly Exchange[],
  lesson: CatalogueLesson | undefined,
): Set<string> {
  const names = lesson ? namesIn(lesson) : new Set<string>();
  for (const { request } of exchanges) {
    if (request.method !== "PATCH") continue;
    for (const { path } of changesOf(bodyOf(request))) {
      for (const [name] of path.matchAll(/^\w+|\.\w+/g)) names.add(name.replace(".", ""));
    }
  }
  return names;
}

/**
 * @param names the members that are never folded; undefined where nothing in the pair decides
 * @param isOneRejected whether lines on one side only are no difference
 */
function shownLines(
  lines: readonly (Line | Heading)[],
  names: ReadonlySet<string> | undefined,
  isOneRejected: boolean,
): ShownLine[] {
  const response = lines.findIndex((line) => "heading" in line && line.heading === "Response");
  const isShort = response <= longestKept;
  const kept = keptLines(lines, names ?? new Set());
  return lines.map((line, index) => {
    const isKept = names !== undefined && (index < response ? isShort : kept.has(index));
    return short(line, isKept ? "kept" : index > response && isOneRejected ? "folded" : undefined);
  });
}

/** The positions of the members of these names, with what is in them. */
function keptLines(
  lines: readonly (Line | Heading)[],
  names: ReadonlySet<string>,
): ReadonlySet<number> {
  const kept = new Set<number>();
  let within: number | undefined;
  const texts = lines.map((line) => ("heading" in line ? "" : (line.left ?? line.right ?? "")));
  const named = namedLines(texts, names);
  for (const [index, text] of texts.entries()) {
    const depth = text.search(/\S|$/);
    if (within !== undefined && depth <= within) {
      if (/^ *[\]}]/.test(text)) kept.add(index);
      within = undefined;
    }
    if (within === undefined && named[index]) within = depth;
    if (within !== undefined) kept.add(index);
  }
  return kept;
}

function isDiffering(line: Line | Heading, isOneRejected: boolean): boolean {
  if ("heading" in line) return false;
  return line.state === "changed" || (line.state === "only" && !isOneRejected);
}

function short(line: Line | Heading, folding: "kept" | "folded" | undefined): ShownLine {
  if ("heading" in line) return ["heading", line.heading];
  const { state, left, right, from } = line;
  if (state === "same" && left !== undefined && left === right) {
    return folding === "kept" ? [left] : left;
  }
  const sides = [left ?? null, right ?? null] as const;
  const isException = folding === (state === "own" ? "kept" : state === "only" ? "folded" : "");
  return isException && folding ? [state, ...sides, from, folding] : [state, ...sides, from];
}
