import {
  type AttributeCharacteristics,
  attributeCharacteristics,
} from "../discovery/attribute-characteristics.ts";
import type { CheckContext } from "./check-context.ts";
import { Skip } from "./stop.ts";

/**
 * Learns from the published schema, before the first user is made, what users of this server have:
 * it may refuse what it does not know. Slack's users are known, and where no schema is published,
 * ordinary ones are tried.
 */
export async function learnUserAttributes(t: CheckContext): Promise<void> {
  if (t.profile === "slack") return;
  // The discovery of the shape is no evidence of a single check.
  await t.apart(() =>
    t.once("shape of users", async () => t.fixtures.useAttributes(await declared(t))),
  );
}

async function declared(t: CheckContext): Promise<readonly AttributeCharacteristics[]> {
  try {
    const found = await attributeCharacteristics(t, "User");
    return found.some(({ path }) => path.toLowerCase() === "username") ? found : [];
  } catch (error) {
    if (error instanceof Skip) return [];
    throw error;
  }
}
