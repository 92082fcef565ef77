import type { Probe } from "../probe.ts";
import { errorStructureProbes } from "./error-structure.ts";
import { namespaceProbes } from "./namespaces.ts";
import { patchLanguageProbes } from "./patch-language.ts";

/** Every probe of the catalogue of differences. */
export const probes: readonly Probe[] = [
  ...namespaceProbes,
  ...patchLanguageProbes,
  ...errorStructureProbes,
];
