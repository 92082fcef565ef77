import type { CertifiedBaseUrls, Exchange, Results } from "../../schemas/index.ts";

/** An endpoint of SCIM at the end of a base URL. */
const endpoint =
  /^(https?:\/\/[^?#]*?)\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfigs?)(?:[/?]|$)/;

/**
 * The base URL of each version: that of the first exchange with an endpoint. Merged shards of the
 * embedded organisation have several, which differ in the port.
 */
export function baseUrlsOf(
  exchanges: readonly Exchange[],
  versions: Results["versions"],
): CertifiedBaseUrls {
  return Object.fromEntries(
    versions.flatMap((version) => {
      const [base] = exchanges.flatMap((exchange) =>
        exchange.version === version ? (endpoint.exec(exchange.request.url)?.[1] ?? []) : [],
      );
      return base === undefined ? [] : [[version, base]];
    }),
  );
}
