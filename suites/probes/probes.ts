import type { Probe } from "../probe.ts";
import { authenticationProbes } from "./authentication.ts";
import { deletionProbes } from "./deletion.ts";
import { discoveryProbes } from "./discovery.ts";
import { errorStructureProbes } from "./error-structure.ts";
import { errorWordProbes } from "./error-words.ts";
import { extensionProbes } from "./extensions.ts";
import { filterProbes } from "./filters.ts";
import { groupAnswerProbes } from "./group-answers.ts";
import { groupChangeProbes } from "./group-changes.ts";
import { guestProbes } from "./guests.ts";
import { listProbes } from "./lists.ts";
import { mediaProbes } from "./media.ts";
import { multiValuedProbes } from "./multi-valued.ts";
import { namespaceProbes } from "./namespaces.ts";
import { patchLanguageProbes } from "./patch-language.ts";
import { replacementProbes } from "./replacement.ts";
import { representationProbes } from "./representation.ts";
import { ruleProbes } from "./rules.ts";
import { singleValuedProbes } from "./single-valued.ts";

/** Every probe of the catalogue of differences. */
export const probes: readonly Probe[] = [
  ...namespaceProbes,
  ...patchLanguageProbes,
  ...errorStructureProbes,
  ...authenticationProbes,
  ...discoveryProbes,
  ...representationProbes,
  ...mediaProbes,
  ...listProbes,
  ...filterProbes,
  ...errorWordProbes,
  ...ruleProbes,
  ...singleValuedProbes,
  ...multiValuedProbes,
  ...extensionProbes,
  ...guestProbes,
  ...groupChangeProbes,
  ...groupAnswerProbes,
  ...replacementProbes,
  ...deletionProbes,
];
