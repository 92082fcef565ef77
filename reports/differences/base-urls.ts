import type { Exchange } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";

/** Where a client finds each version. */
export type BaseUrls = Readonly<Record<Version, string>>;

/** Slack's own (FACT-SERVICE-01), for a version that the run did not test. */
const slack: BaseUrls = {
  "1.1": "https://api.slack.com/scim/v1",
  "2.0": "https://api.slack.com/scim/v2",
};

/** An endpoint of SCIM below a base URL. */
const belowBase =
  /^(https?:\/\/[^?#]*?)\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfigs?)(?:[/?#]|$)/;

/** The base URLs of the target of a run, as its requests show them. */
export function baseUrlsOf(exchanges: Iterable<Exchange>): BaseUrls {
  const found: Partial<Record<Version, string>> = {};
  for (const { version, request } of exchanges) {
    const [, base] = belowBase.exec(request.url) ?? [];
    if (base !== undefined) found[version] ??= base;
  }
  return { ...slack, ...found };
}
