import { at } from "../json.ts";
import type { Capability } from "../requirement.ts";
import type { CheckContext } from "./check-context.ts";

const all: readonly Capability[] = ["patch", "filter", "sort", "bulk", "etag", "changePassword"];

/**
 * What the provider offers. Slack's configuration denies filters that work (facts §4.1), so in
 * profile `slack` what Slack is known to offer counts; elsewhere the configuration does. All of it is
 * optional, so what a configuration does not say is not offered: that it is not said has a rule of
 * its own.
 */
export function capabilities(t: CheckContext): Promise<ReadonlySet<Capability>> {
  return t.once("capabilities", async () => {
    if (t.profile === "slack") return new Set<Capability>(["patch", "filter"]);
    const { json } = await t.client.serviceProviderConfig();
    return new Set(
      all.filter((name) => String(at(json, name, "supported")).toLowerCase() === "true"),
    );
  });
}
