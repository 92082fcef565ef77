import type { Filter } from "../../../schemas/index.ts";
import { compare, found, type People } from "../../filters/people.ts";
import type { CheckContext } from "../../run/check-context.ts";

/**
 * What a filter finds of a population of three, of which it is to find `wanted`: `exact`; `ignored`
 * when people of whom it does not speak are found too; `refused`; else those whom it finds.
 */
export async function finding(
  t: CheckContext,
  filter: Filter | string,
  wanted: string,
): Promise<string> {
  const seen = await found(t, filter);
  if (!Array.isArray(seen)) return "refused";
  if (seen.includes("somebody else")) return "ignored";
  return seen.join("") === wanted ? "exact" : `finds ${seen.join("") || "nobody"}`;
}

export const isA = ({ name }: People): Filter => compare("userName", "eq", name.a);

/** No user has this name; all three names begin with it. */
const isNoUser = ({ base }: People): Filter => compare("userName", "eq", base);

export async function userNameEq(t: CheckContext, who: People): Promise<string> {
  const some = await finding(t, isA(who), "a");
  return some === "exact" ? finding(t, isNoUser(who), "") : some;
}
