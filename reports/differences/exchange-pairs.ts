import type { Exchange } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { align } from "./align.ts";

/** Corresponding exchanges of both versions; one is absent where a version had no such exchange. */
export type ExchangePair = readonly [Exchange | undefined, Exchange | undefined];

/**
 * The exchanges of one difference, those of 1.1 with those of 2.0, in the order of the requests to
 * each version. Exchanges are matched by method and kind of resource; others have no counterpart.
 */
export function pairExchanges(exchanges: readonly Exchange[]): ExchangePair[] {
  const lefts = ofVersion(exchanges, "1.1");
  const rights = ofVersion(exchanges, "2.0");
  const kinds = (of: readonly Exchange[]) =>
    of.map(({ request: { method, url } }) => kindOf(method, url));
  return align(kinds(lefts), kinds(rights), "alone").map(
    ([i, j]): ExchangePair => [
      i === undefined ? undefined : lefts[i],
      j === undefined ? undefined : rights[j],
    ],
  );
}

export function ofVersion(exchanges: readonly Exchange[], version: Version): Exchange[] {
  return exchanges.filter((one) => one.version === version);
}

/**
 * The purpose of a request in terms that both versions share: `PATCH Users/…`, `GET Users?filter`.
 */
export function kindOf(method: string, url: string): string {
  const { pathname, searchParams } = new URL(url, "http://unknown");
  const { type, rest } = resourceIn(pathname);
  const parameters = [...searchParams.keys()].sort().join("&");
  return `${method} ${type}${rest && "/…"}?${parameters}`;
}

/**
 * What a path names: `Users` and `/U1` of `/scim/v1/Users/U1`; the whole path where it names no
 * endpoint of SCIM.
 */
export function resourceIn(pathname: string): { type: string; rest: string } {
  const [, type = pathname, rest = ""] =
    /\/(Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig|Bulk|Me)s?(\/.*)?$/i.exec(
      pathname,
    ) ?? [];
  return { type, rest };
}
