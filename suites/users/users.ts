import type { Requirement } from "../requirement.ts";
import { create } from "./create.ts";
import { unusualCreate } from "./create-unusual.ts";
import { enterprise } from "./enterprise.ts";
import { foundAgain } from "./found-again.ts";
import { guests } from "./guests.ts";
import { multiValuedAttributes } from "./multi-valued.ts";
import { readAndWrite } from "./read-and-write.ts";
import { refusals } from "./refusals.ts";
import { singularAttributes } from "./singular.ts";
import { staysActive } from "./stays-active.ts";
import { uniqueness } from "./uniqueness.ts";
import { userNameStays } from "./user-name-stays.ts";
import { wrongTypes } from "./wrong-types.ts";

/** The area of users. */
export const users: readonly Requirement[] = [
  ...create,
  ...unusualCreate,
  ...uniqueness,
  ...refusals,
  ...readAndWrite,
  ...singularAttributes,
  ...multiValuedAttributes,
  ...enterprise,
  ...guests,
  ...wrongTypes,
  ...userNameStays,
  ...foundAgain,
  ...staysActive,
];
