import type { Exchange } from "../../schemas/index.ts";
import { mockHeader } from "../../schemas/mock-header.ts";
import { visible } from "../visible-text.ts";
import { align } from "./align.ts";
import { bodyOf } from "./body.ts";
import { jsonLines, jsonLinesOf, type Line } from "./json-lines.ts";
import type { OwnValues } from "./own-values.ts";

/** A heading within the lines of an exchange. */
export interface Heading {
  heading: "Request" | "Response";
}

/**
 * Headers about the connection, the client or the clock, not about the version. The page lists them
 * as omitted.
 */
export const leftOutHeaders: readonly string[] = [
  ...["authorization", "user-agent", "connection", "keep-alive", "transfer-encoding"],
  ...["content-length", "date", "server", mockHeader],
];

type Lines = readonly (Line | Heading)[];

/** Pairs of shared objects show many differences; each is compared once. */
const compared = new WeakMap<OwnValues, Map<Exchange | undefined, Map<unknown, Lines>>>();

/**
 * Two exchanges as lines side by side: request line, headers and body, then status, headers and
 * body. Either may be missing, where the other version has no such exchange.
 */
export function exchangeLines(
  left: Exchange | undefined,
  right: Exchange | undefined,
  own: OwnValues,
): Lines {
  const ofRun = compared.get(own) ?? new Map<Exchange | undefined, Map<unknown, Lines>>();
  const ofLeft = ofRun.get(left) ?? new Map<unknown, Lines>();
  const lines = ofLeft.get(right) ?? allLines(left, right, own);
  compared.set(own, ofRun.set(left, ofLeft.set(right, lines)));
  return lines;
}

function allLines(
  left: Exchange | undefined,
  right: Exchange | undefined,
  own: OwnValues,
): (Line | Heading)[] {
  const both = <Part>(part: (exchange: Exchange) => Part): Sides<Part> => ({
    left: left && part(left),
    right: right && part(right),
  });
  return [
    { heading: "Request" },
    ...textLines(both(requestLine), own),
    ...textLines(
      both(({ request }) => headerText(request.headers)),
      own,
    ),
    ...bodyLines(left?.request, right?.request, own),
    { heading: "Response" },
    ...textLines(both(statusLine), own),
    ...textLines(
      both(({ response }) => headerText(response?.headers ?? {})),
      own,
    ),
    ...bodyLines(left?.response, right?.response, own),
  ];
}

/** Method, path and query: the name of an exchange on the page. */
export function requestLine({ request: { method, url } }: Exchange): string {
  return `${method} ${pathOf(url)}`;
}

/** The status, or why there is none. */
export function statusLine({ response, error }: Exchange): string {
  if (!response) return `no response: ${error ?? "unknown reason"}`;
  return `${response.status}${response.truncated ? " (the body is cut off in this record)" : ""}`;
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

type Message = Exchange["request"] | NonNullable<Exchange["response"]>;

/** A part of both exchanges; undefined where there is no exchange. */
interface Sides<Part> {
  left: Part | undefined;
  right: Part | undefined;
}

function headerText(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .filter(([name]) => !leftOutHeaders.includes(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join("\n");
}

function bodyLines(
  left: Message | undefined,
  right: Message | undefined,
  own: OwnValues,
): readonly Line[] {
  const one = bodyOf(left);
  const other = bodyOf(right);
  if (one !== undefined && other !== undefined) return jsonLines(one, other, own);
  if (one !== undefined && !right?.body) return jsonLinesOf("left", one);
  if (other !== undefined && !left?.body) return jsonLinesOf("right", other);
  return textLines({ left: left?.body, right: right?.body }, own);
}

/** Text that is not JSON, line by line. */
function textLines({ left, right }: Sides<string>, own: OwnValues): Line[] {
  const lefts = linesOf(left);
  const rights = linesOf(right);
  return align(lefts, rights, "by position").map(([i, j]): Line => {
    const one = i === undefined ? undefined : lefts[i];
    const other = j === undefined ? undefined : rights[j];
    if (one === undefined) return { state: "only", right: visible(other ?? ""), from: 0 };
    if (other === undefined) return { state: "only", left: visible(one), from: 0 };
    const isOwn = () => own.neutral(one) === own.neutral(other);
    return {
      state: one === other ? "same" : isOwn() ? "own" : "changed",
      left: visible(one),
      right: visible(other),
      from: 0,
    };
  });
}

const linesOf = (text: string | undefined) => (text ? text.split("\n") : []);
