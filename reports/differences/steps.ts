import type { CatalogueLesson, Exchange } from "../../schemas/index.ts";
import { versions } from "../../schemas/version.ts";
import { kindOf, ofVersion, resourceIn } from "./exchange-pairs.ts";
import { isAccepted } from "./outcome-words.ts";

/**
 * The ids of the exchanges that decide a difference: the requests of the lesson, what was rejected,
 * and what was read after them. The others prepare them or clean up.
 */
export function decidingIds(
  exchanges: readonly Exchange[],
  lesson: CatalogueLesson | undefined,
): Set<string> {
  return new Set(versions.flatMap((version) => decidingOf(ofVersion(exchanges, version), lesson)));
}

function decidingOf(exchanges: readonly Exchange[], lesson: CatalogueLesson | undefined): string[] {
  const requests = lesson ? [...lesson.today, ...lesson.tomorrow] : [];
  const kinds = new Set(requests.map(({ method, path }) => kindOf(method, path)));
  const taught = exchanges.filter(({ request }) => kinds.has(kindOf(request.method, request.url)));
  const main = new Set(taught.length > 0 ? taught : highest(exchanges));
  const found: string[] = [];
  let decidedPath: string | undefined;
  exchanges.forEach((exchange, index) => {
    const { method } = exchange.request;
    const path = pathOf(exchange);
    const next = exchanges[index + 1];
    const isReset =
      next !== undefined &&
      isAccepted(exchange) &&
      isWhole(exchange) &&
      isWrite(next) &&
      pathOf(next) === path;
    const isEffect = method === "GET" && path === decidedPath;
    if ((main.has(exchange) && !isReset) || !isAccepted(exchange) || isEffect) {
      found.push(exchange.id);
      if (isWrite(exchange)) decidedPath = path;
    } else if (isWrite(exchange)) {
      decidedPath = undefined;
    }
  });
  return found;
}

/** Without a lesson, the request that is least like preparation: a change, then a search, then others. */
function highest(exchanges: readonly Exchange[]): Exchange[] {
  const ranks = exchanges.map(rankOf);
  const best = Math.min(...ranks);
  return exchanges.filter((_, index) => ranks[index] === best);
}

function rankOf({ request: { method, url } }: Exchange): number {
  const { type, rest } = resourceIn(new URL(url, "http://unknown").pathname);
  const isOne = rest !== "";
  if (method === "PUT") return 2;
  if (method === "POST" && !isOne) return 4;
  if (method !== "GET") return 1;
  return /^(?:users|groups)$/i.test(type) && isOne && !url.includes("?") ? 5 : 3;
}

/** Sends the whole of a resource, as preparations do. */
const isWhole = ({ request: { method } }: Exchange) => method === "PUT" || method === "POST";
const isWrite = ({ request: { method } }: Exchange) => method !== "GET";
const pathOf = ({ request: { url } }: Exchange) => new URL(url, "http://unknown").pathname;
