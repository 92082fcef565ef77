import { announced } from "./announced.ts";
import { controls } from "./controls.ts";
import type { CatalogueEntry } from "./entry.ts";
import { fromSpecifications } from "./from-specifications.ts";
import { inReference } from "./in-reference.ts";
import { observed } from "./observed.ts";

/** What is known of the differences between SCIM 1.1 and 2.0 at Slack, and what is the same. */
export const catalogue: readonly CatalogueEntry[] = [
  ...announced,
  ...fromSpecifications,
  ...observed,
  ...inReference,
  ...controls,
];
