import type { Arbitrary } from "fast-check";
import type { NeutralProfile } from "../../schemas/index.ts";
import { dateTimeArbitrary } from "./date-time.ts";

/** Slack's profile extension: the start date, ISO 8601 (DOC: attribute table). */
export function profileArbitrary(): Arbitrary<NonNullable<NeutralProfile>> {
  return dateTimeArbitrary({ from: 2000, to: 2030 }).map((startDate) => ({ startDate }));
}
