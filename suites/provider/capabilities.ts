import { isObject } from "../../schemas/json-value.ts";
import { at } from "../json.ts";
import type { Capability } from "./capability.ts";
import { probeCapability } from "./capability-probes.ts";
import type { Inquiry } from "./inquiry.ts";

/**
 * Whether a feature is supported: as the target file says; otherwise as the provider configuration
 * says; otherwise as a probe shows. A configuration that is missing, or that does not mention a feature,
 * breaks a rule (RFC 7643 §5), but no reason to leave a feature untested that works.
 */
export function offersCapability(inquiry: Inquiry, name: Capability): Promise<boolean> {
  const { once } = inquiry;
  return once(`whether ${name} is supported`, async () => {
    const announced = await announcedCapability(inquiry, name);
    return announced ?? (await probeCapability(inquiry, name));
  });
}

/** Whether a feature is said to be supported; undefined where only a probe can tell. */
export async function announcedCapability(
  inquiry: Inquiry,
  name: Capability,
): Promise<boolean | undefined> {
  return inquiry.offers[name] ?? (await publishedCapability(inquiry, name));
}

/** What the provider configuration says of a feature; undefined where it says nothing. */
async function publishedCapability(
  { client, once }: Inquiry,
  name: Capability,
): Promise<boolean | undefined> {
  const { status, json } = await once("the provider configuration", () =>
    client.serviceProviderConfig(),
  );
  if (status !== 200 || !isObject(json)) return undefined;
  const supported = at(json, name, "supported");
  // A boolean written as a string breaks another rule.
  const text = String(supported).toLowerCase();
  return text === "true" ? true : text === "false" ? false : undefined;
}
