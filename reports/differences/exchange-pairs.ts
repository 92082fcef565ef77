import type { Exchange } from "../../schemas/index.ts";
import { align } from "./align.ts";

/** Corresponding exchanges of both versions; one is absent where a version had no such exchange. */
export type ExchangePair = readonly [Exchange | undefined, Exchange | undefined];

/**
 * The exchanges of one difference, those of 1.1 with those of 2.0, in the order of the requests to
 * each version. Exchanges are matched by method and kind of resource; others have no counterpart.
 */
export function pairExchanges(exchanges: readonly Exchange[]): ExchangePair[] {
  const of = (version: Exchange["version"]) => exchanges.filter((one) => one.version === version);
  const [lefts, rights] = [of("1.1"), of("2.0")];
  return align(lefts.map(kindOf), rights.map(kindOf), "alone").map(
    ([i, j]): ExchangePair => [
      i === undefined ? undefined : lefts[i],
      j === undefined ? undefined : rights[j],
    ],
  );
}

/**
 * The purpose of a request in terms that both versions share: `PATCH Users/…`, `GET Users?filter`.
 */
function kindOf({ request: { method, url } }: Exchange): string {
  const { pathname, searchParams } = new URL(url, "http://unknown");
  const [, resource = pathname, rest = ""] =
    /\/(Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig|Bulk|Me)s?(\/.*)?$/i.exec(
      pathname,
    ) ?? [];
  const parameters = [...searchParams.keys()].sort().join("&");
  return `${method} ${resource}${rest && "/…"}?${parameters}`;
}
