import { authentication } from "./authentication/authentication.ts";
import { deletion } from "./delete/delete.ts";
import { others } from "./delete/others.ts";
import { attributeCharacteristics } from "./discovery/attribute-characteristics.ts";
import { discovery } from "./discovery/discovery.ts";
import { search } from "./discovery/search.ts";
import { errors } from "./errors/errors.ts";
import { filters } from "./filters/filters.ts";
import { order } from "./filters/order.ts";
import { preparation } from "./filters/preparation.ts";
import { groups } from "./groups/groups.ts";
import { pagination } from "./pagination/pagination.ts";
import { patch } from "./patch/patch.ts";
import { exactTexts } from "./properties/exact-texts.ts";
import { filterProperties } from "./properties/filters.ts";
import { groupProperties } from "./properties/groups.ts";
import { organisationProperties } from "./properties/organisation.ts";
import { userProperties } from "./properties/users.ts";
import { mutability } from "./put/mutability.ts";
import { put } from "./put/put.ts";
import { questions } from "./questions/questions.ts";
import { attributeSelection } from "./representation/attribute-selection.ts";
import { etags } from "./representation/etags.ts";
import { attributeMeanings } from "./representation/meanings.ts";
import { mediaTypes } from "./representation/media-types.ts";
import { representation } from "./representation/representation.ts";
import { areas, type Requirement } from "./requirement.ts";
import { bulk } from "./users/bulk.ts";
import { operations } from "./users/operations.ts";
import { users } from "./users/users.ts";

/** Every requirement of the suite, in the order of a run. */
export const requirements: readonly Requirement[] = [
  ...discovery,
  ...search,
  ...attributeCharacteristics,
  ...authentication,
  ...pagination,
  // The longest of the last area, so it begins first.
  ...organisationProperties,
  ...errors,
  ...filters,
  ...order,
  ...preparation,
  ...patch,
  ...representation,
  ...mediaTypes,
  ...attributeSelection,
  ...etags,
  ...attributeMeanings,
  ...users,
  ...operations,
  ...bulk,
  ...filterProperties,
  ...groupProperties,
  ...userProperties,
  ...exactTexts,
  ...deletion,
  ...others,
  ...groups,
  ...put,
  ...mutability,
  ...questions,
].sort((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area));
