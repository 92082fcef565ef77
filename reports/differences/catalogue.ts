import { announced } from "./announced.ts";
import type { CatalogueEntry } from "./entry.ts";

/** The known differences between SCIM 1.1 and 2.0 at Slack. */
export const catalogue: readonly CatalogueEntry[] = [...announced];
