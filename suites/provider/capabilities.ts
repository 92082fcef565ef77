import { at } from "../json.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Capability } from "./provider.ts";

const all: readonly Capability[] = ["patch", "filter", "sort", "bulk", "etag", "changePassword"];

/**
 * What the provider configuration says is supported. All of it is optional, so what it does not say
 * is not supported: that it is not said breaks another rule (RFC 7643 §5).
 */
export function publishedCapabilities({ once, client }: Inquiry): Promise<ReadonlySet<Capability>> {
  return once("capabilities", async () => {
    const { json } = await client.serviceProviderConfig();
    return new Set(
      all.filter((name) => String(at(json, name, "supported")).toLowerCase() === "true"),
    );
  });
}
