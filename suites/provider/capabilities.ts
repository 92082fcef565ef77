import { at } from "../json.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Capability } from "./provider.ts";

const all: readonly Capability[] = ["patch", "filter", "sort", "bulk", "etag", "changePassword"];

/**
 * The features that the provider configuration says are supported. All of them are optional, so one
 * that it does not mention counts as not supported; the omission breaks another rule (RFC 7643 §5).
 */
export function publishedCapabilities({ once, client }: Inquiry): Promise<ReadonlySet<Capability>> {
  return once("capabilities", async () => {
    const { json } = await client.serviceProviderConfig();
    return new Set(
      all.filter((name) => String(at(json, name, "supported")).toLowerCase() === "true"),
    );
  });
}
