import type { CatalogueLesson, Exchange } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { visible } from "../visible-text.ts";
import { bodyOf, formOf } from "./body.ts";
import type { Captions } from "./captions.ts";
import { corresponding } from "./correspondence.ts";
import { ofVersion } from "./exchange-pairs.ts";
import { jsonLines, jsonLinesOf, type Line } from "./json-lines.ts";
import { namedLines, namesIn } from "./lesson-names.ts";
import { isAccepted, outcomeOf } from "./outcome-words.ts";
import type { OwnValues } from "./own-values.ts";
import { pruned } from "./pruned-lines.ts";

/** What came back in the run for one request of a lesson. */
export interface Returned {
  /** The id of the exchange. */
  id: string;
  /** In words: `accepted with 200; title is gone when it is read back`. */
  says: string;
  /** The lines of the body that matter; `…` stands for others. */
  lines: string[];
}

/** What came back for the last request of each side of a lesson. */
export interface AllReturned {
  today?: Returned;
  tomorrow?: Returned;
  /** What 2.0 returned for the request of today, where the run sent it unchanged. */
  unchanged?: Returned;
}

/** A longer body is cut down to the lines that matter. */
const shortBody = 14;

/** @param captions by the ids of the exchanges */
export function returnedOf(
  lesson: CatalogueLesson,
  exchanges: readonly Exchange[],
  captions: Captions,
  own: OwnValues,
): AllReturned {
  const of = (version: Version, requests: CatalogueLesson["today"]) => {
    const last = requests.at(-1);
    return last && corresponding(last, ofVersion(exchanges, version));
  };
  const [today, tomorrow] = [of("1.1", lesson.today), of("2.0", lesson.tomorrow)];
  const sent = lesson.today.at(-1);
  const isForeign = sent !== undefined && formOf(sent.body) === "1.1";
  const unchanged = isForeign ? of("2.0", lesson.today) : undefined;
  const bodies = [today, tomorrow].map((one) => bodyOf(one?.response));
  const lines =
    bodies[0] !== undefined && bodies[1] !== undefined ? jsonLines(bodies[0], bodies[1], own) : [];
  const names = namesIn(lesson);
  const returned = (
    exchange: Exchange | undefined,
    side: "left" | "right",
    compared: readonly Line[],
  ) =>
    exchange && {
      id: exchange.id,
      says: says(exchange, exchanges, captions),
      lines: bodyLines(exchange, side, compared, names),
    };
  return {
    ...defined("today", returned(today, "left", lines)),
    ...defined("tomorrow", returned(tomorrow, "right", lines)),
    ...defined("unchanged", returned(unchanged, "right", [])),
  };
}

function defined<Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T });
}

/** How the request ended, and what a read after it showed. */
function says(exchange: Exchange, exchanges: readonly Exchange[], captions: Captions): string {
  const outcome = outcomeOf(exchange);
  if (exchange.request.method === "GET") {
    const found = captions.get(exchange.id)?.().outcome;
    return isAccepted(exchange)
      ? [exchange.response?.status, found].filter(Boolean).join(", ")
      : outcome;
  }
  const same = ofVersion(exchanges, exchange.version);
  const next = same[same.indexOf(exchange) + 1];
  const isReadBack = next?.request.method === "GET" && next.request.url === exchange.request.url;
  const seen = isReadBack ? captions.get(next.id)?.().outcome : undefined;
  return seen ? `${outcome}; read back: ${seen}` : outcome;
}

function bodyLines(
  { response }: Exchange,
  side: "left" | "right",
  compared: readonly Line[],
  names: ReadonlySet<string>,
): string[] {
  const text = response?.body ?? "";
  const body = bodyOf(response);
  if (body === undefined) return text === "" ? [] : visible(text).split("\n").slice(0, shortBody);
  const lines = (compared.length > 0 ? compared : jsonLinesOf(side, body)).flatMap((line) => {
    const shown = line[side];
    return shown === undefined ? [] : [{ text: shown, line }];
  });
  if (lines.length <= shortBody) return lines.map((one) => one.text);
  const named = namedLines(
    lines.map((one) => one.text),
    names,
  );
  const kept = named.some(Boolean)
    ? named
    : lines.map(({ line }) => compared.length > 0 && line.state !== "same" && line.state !== "own");
  return pruned(
    lines.map((one) => one.text),
    kept.some(Boolean) ? kept : lines.map((_, index) => index < shortBody),
    shortBody,
  );
}
