import type { Requirement } from "../requirement.ts";
import { addresses } from "./addresses.ts";
import { answersToPatch } from "./answers.ts";
import { emails } from "./emails.ts";
import { extensions } from "./extensions.ts";
import { groupMembers } from "./group-members.ts";
import { guests } from "./guests.ts";
import { name } from "./name.ts";
import { observedForms } from "./observed-forms.ts";
import { operations } from "./operations.ts";
import { phoneNumbers } from "./phone-numbers.ts";
import { readOnly } from "./read-only.ts";
import { rolesAndPhotos } from "./roles-and-photos.ts";
import { singular } from "./singular.ts";

/** SCIM 1.1 §3.3.2 and RFC 7644 §3.5.2. */
export const patch: readonly Requirement[] = [
  ...singular,
  ...name,
  ...emails,
  ...phoneNumbers,
  ...addresses,
  ...rolesAndPhotos,
  ...extensions,
  ...guests,
  ...groupMembers,
  ...readOnly,
  ...operations,
  ...observedForms,
  ...answersToPatch,
];
