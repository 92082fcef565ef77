import type { StandIns } from "../stand-ins/stand-ins.ts";
import { isErrorCode } from "./error-codes.ts";
import { isSlackId } from "./ids.ts";
import { isUrn, maskUrn } from "./names.ts";
import { isOrdinary } from "./ordinary-words.ts";

/** An address, a web address, a number that may be one of a telephone, a word with its marks. */
const pieces =
  /[^\s"'<>(),;=]+@[^\s"'<>(),;=]+|[a-z][a-z0-9+.-]*:\/\/[^\s"'<>(),]+|\+?\d[\d\s().-]{5,}\d|[\p{L}\p{M}\p{N}_.:$-]+/giu;

const oneWord = /^[\p{L}\p{M}\p{N}_.:$-]+$/u;

/** The most words that a name has which is found in a sentence. */
const longestName = 4;

/**
 * A sentence of a server, such as the description of an error, without what may name a person. Values
 * that are known have their stand-ins. Of the rest, error codes, ids, limits and words of error messages
 * stay; whatever else it says has a stand-in.
 */
export function maskSentence(text: string, standIns: StandIns): string {
  let masked = "";
  let end = 0;
  for (const { from, to, standIn } of knownNames(text, standIns)) {
    masked += maskWords(text, end, from, standIns) + standIn;
    end = to;
  }
  return masked + maskWords(text, end, text.length, standIns);
}

/** Names of several words, also joined as in `ada+king`: a stand-in for each would not show the same value. */
function* knownNames(text: string, standIns: StandIns) {
  const found = [...text.matchAll(/[^\s"'<>(),;=]+/gu)];
  for (let first = 0; first < found.length; first += 1) {
    for (let last = Math.min(first + longestName, found.length) - 1; last >= first; last -= 1) {
      const from = found[first]?.index ?? 0;
      const to = (found[last]?.index ?? 0) + (found[last]?.[0].length ?? 0);
      const name = text.slice(from, to).replace(/[.:]$/, "");
      if (oneWord.test(name)) continue;
      const standIn = standIns.known(name);
      if (standIn === undefined) continue;
      yield { from, to: from + name.length, standIn };
      first = last;
      break;
    }
  }
}

function maskWords(text: string, from: number, to: number, standIns: StandIns): string {
  return text.slice(from, to).replace(pieces, (piece: string, offset: number) => {
    const core = piece.replace(/[.:]+$/, "");
    if (!/[\p{L}\p{N}]/u.test(core)) return piece;
    const start = from + offset;
    const before = text.slice(0, start);
    const after = text.slice(start + core.length);
    return maskWord(core, before, after, standIns) + piece.slice(core.length);
  });
}

function maskWord(word: string, before: string, after: string, standIns: StandIns): string {
  const isIdOfPaths = standIns.isKnownId(word);
  if (isIdOfPaths && isSlackId(word)) return word;
  // A person may be called like a word of error messages.
  const known = standIns.known(word);
  if (known !== undefined) return known;
  if (isIdOfPaths || isSlackId(word) || isErrorCode(word)) return word;
  if (isLimit(word, before, after)) return word;
  if (isUrn(word)) return maskUrn(word, standIns);
  return isOrdinary(word, /(?:^|[.:!?]\s+)$/.test(before)) ? word : standIns.of(word, "text");
}

/** A number that says how much is allowed, or which status or version; another may be of a person. */
function isLimit(word: string, before: string, after: string): boolean {
  if (/\b(?:status|http)[ :=]+$/i.test(before)) return /^[1-5]\d\d$/.test(word);
  if (/\b(?:scim|version) v?$/i.test(before)) return /^[12]\.[01]$/.test(word);
  if (!/^\d{1,6}$/.test(word)) return false;
  return (
    /\b(?:at most|at least|maximum(?: of)?|minimum(?: of)?|limit(?: of)?) $/i.test(before) ||
    /^ (?:characters?|bytes|seconds?|minutes?|hours?|requests?|operations)\b/i.test(after)
  );
}
