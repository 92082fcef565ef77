import { type Credentials, hiddenOf } from "./credentials.ts";
import { hiddenOfProxies } from "./proxy.ts";
import type { RedactionOptions } from "./redaction.ts";

/**
 * The secrets of a client: its credentials, and those of the proxies that it may use.
 * @param proxy the client's option
 */
export function hiddenOfClient(
  credentials: Credentials,
  proxy?: string,
): Required<Pick<RedactionOptions, "secrets" | "accounts">> {
  const own = hiddenOf(credentials);
  const proxies = hiddenOfProxies(process.env, proxy);
  return {
    secrets: [...own.secrets, ...proxies.secrets],
    accounts: [...(own.accounts ?? []), ...proxies.accounts],
  };
}
