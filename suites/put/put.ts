import type { Requirement } from "../requirement.ts";
import { bodyForms } from "./body-forms.ts";
import { putOfGroups } from "./groups.ts";
import { refusals } from "./refusals.ts";
import { replace } from "./replace.ts";

/** The area of PUT. */
export const put: readonly Requirement[] = [...replace, ...refusals, ...bodyForms, ...putOfGroups];
