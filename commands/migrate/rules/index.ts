import type { Rule } from "../rule.ts";
import { answerRules } from "./answers.ts";
import { extensionRules } from "./extensions.ts";
import { filterRules } from "./filters.ts";
import { groupRules } from "./groups.ts";
import { memberRules } from "./members.ts";
import { nullRules } from "./nulls.ts";
import { patchOpRules } from "./patch-op.ts";
import { patchRules, wholePatchRules } from "./patches.ts";
import { pathRules } from "./paths.ts";
import { putRules } from "./puts.ts";
import { queryRules } from "./queries.ts";
import { removalRules } from "./removals.ts";
import { schemasRules } from "./schemas.ts";
import { urnRules } from "./urns.ts";
import { namingRules, valueRules } from "./values.ts";

/** Every rule of the translation, in the order in which they are applied. */
export const rules: readonly Rule[] = [
  ...pathRules,
  ...queryRules,
  ...filterRules,
  ...namingRules,
  ...patchOpRules,
  ...urnRules,
  ...schemasRules,
  ...valueRules,
  ...nullRules,
  ...removalRules,
  ...memberRules,
  ...patchRules,
  ...extensionRules,
  ...groupRules,
  ...wholePatchRules,
  ...putRules,
  ...answerRules,
];
