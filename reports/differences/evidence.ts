import type { Exchange } from "../../schemas/index.ts";
import { visible } from "../visible-text.ts";
import { exchangeLines, type Heading, requestLine, statusLine } from "./exchange-lines.ts";
import { type ExchangePair, pairExchanges } from "./exchange-pairs.ts";
import type { Line } from "./json-lines.ts";
import type { OwnValues } from "./own-values.ts";
import type { ShownLine, ShownPair } from "./shown-pair.ts";

/** How many pairs are open where no status shows which ones matter. */
const shownAtOnce = 2;

/** The exchanges of a difference, side by side, with what differs marked. */
export function shownPairs(exchanges: readonly Exchange[], own: OwnValues): ShownPair[] {
  const pairs = pairExchanges(exchanges);
  const shown = pairs.map(([left, right]): ShownPair => {
    const lines = exchangeLines(left, right, own);
    return {
      ...(left ? { left: caption(left) } : {}),
      ...(right ? { right: caption(right) } : {}),
      differing: lines.filter(isDiffering).length,
      open: false,
      lines: lines.map(short),
    };
  });
  const both = shown.filter((_, index) => isComplete(pairs[index]));
  const telling = shown.filter((_, index) => hasTwoStatuses(pairs[index]));
  const differing = both.filter((pair) => pair.differing > 0);
  // The preparation comes first, the observation last.
  const last = (differing.length > 0 ? differing : shown).slice(-shownAtOnce);
  for (const pair of telling.length > 0 ? telling.slice(0, shownAtOnce) : last) pair.open = true;
  return shown;
}

function caption(exchange: Exchange): string {
  return visible(`${exchange.id}  ${requestLine(exchange)} → ${statusLine(exchange)}`);
}

function isDiffering(line: Line | Heading): boolean {
  return "state" in line && (line.state === "changed" || line.state === "only");
}

function isComplete(pair: ExchangePair | undefined): boolean {
  return pair?.[0] !== undefined && pair[1] !== undefined;
}

function hasTwoStatuses(pair: ExchangePair | undefined): boolean {
  return isComplete(pair) && pair?.[0]?.response?.status !== pair?.[1]?.response?.status;
}

function short(line: Line | Heading): ShownLine {
  if ("heading" in line) return ["heading", line.heading];
  const { state, left, right, from } = line;
  if (state === "same" && left !== undefined && left === right) return left;
  return [state, left ?? null, right ?? null, from];
}
