import { authentication } from "./authentication/authentication.ts";
import { deletion } from "./delete/delete.ts";
import { discovery } from "./discovery/discovery.ts";
import { errors } from "./errors/errors.ts";
import { filters } from "./filters/filters.ts";
import { groups } from "./groups/groups.ts";
import { pagination } from "./pagination/pagination.ts";
import { patch } from "./patch/patch.ts";
import { filterProperties } from "./properties/filters.ts";
import { groupProperties } from "./properties/groups.ts";
import { organisationProperties } from "./properties/organisation.ts";
import { userProperties } from "./properties/users.ts";
import { put } from "./put/put.ts";
import { representation } from "./representation/representation.ts";
import { areas, type Requirement } from "./requirement.ts";
import { users } from "./users/users.ts";

/** Every requirement of the suite, in the order of a run. */
export const requirements: readonly Requirement[] = [
  ...discovery,
  ...authentication,
  ...pagination,
  ...errors,
  ...filters,
  ...patch,
  ...representation,
  ...users,
  ...filterProperties,
  ...groupProperties,
  ...userProperties,
  ...organisationProperties,
  ...deletion,
  ...groups,
  ...put,
].sort((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area));
