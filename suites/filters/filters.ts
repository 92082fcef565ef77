import type { Requirement } from "../requirement.ts";
import { malformedFilters } from "./malformed.ts";
import { notation } from "./notation.ts";
import { operators } from "./operators.ts";
import { sorting } from "./sorting.ts";

/** SCIM 1.1 §3.2.2.1, §3.2.2.2, §3.8; RFC 7644 §3.4.2.2, §3.4.2.3. */
export const filters: readonly Requirement[] = [
  ...operators,
  ...notation,
  ...malformedFilters,
  ...sorting,
];
