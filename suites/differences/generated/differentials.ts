import type { Differential } from "./differential.ts";
import { filterDifferentials } from "./filters.ts";
import { oneObject } from "./one-object.ts";
import { siblings } from "./siblings.ts";

/** Every property that compares the versions on generated intents. */
export const differentials: readonly Differential[] = [oneObject, siblings, ...filterDifferentials];
