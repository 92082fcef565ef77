import { isLoopback } from "../../../client/index.ts";
import { UsageError } from "../../../reports/exit.ts";
import { shown } from "../../../reports/output/output-error.ts";

/** Where requests go. */
export interface Upstream {
  /** `https://api.slack.com` */
  readonly origin: string;
  /** What stands before `/scim` in each path; empty, or with a slash before it and none at its end. */
  readonly prefix: string;
}

/**
 * Reads the URL of an organisation. The base URL of one version stands for the whole organisation: what
 * follows `/scim` is left out, as the client sends it.
 *
 * @throws UsageError unless it is an https URL, or an http URL of this machine, without credentials,
 *   query and fragment
 */
export function upstreamOf(text: string): Upstream {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`record ${quoted(text)}: is not an http or https URL`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    const what = "the URL must not contain credentials, a query or a fragment";
    throw new UsageError(`record ${quoted(url.origin)}: ${what}`);
  }
  if (url.protocol === "http:" && !isLoopback(url.href)) {
    throw new UsageError(
      `record ${quoted(text)}: http would send the token readable for everyone on the way; use https`,
    );
  }
  const prefix = url.pathname.replace(/\/scim(?:\/.*)?$/i, "").replace(/\/+$/, "");
  return { origin: url.origin, prefix };
}

const quoted = (text: string) => shown(JSON.stringify(text));
