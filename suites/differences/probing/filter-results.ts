import type { Filter } from "../../../schemas/index.ts";
import { compare, found, type People } from "../../filters/people.ts";
import type { CheckContext } from "../../run/check-context.ts";

/**
 * What a filter that should find `wanted` finds among three users: `exact`; `ignored` when it also
 * finds other users; `refused`; otherwise the users that it finds.
 */
export async function filterResult(
  t: CheckContext,
  filter: Filter | string,
  wanted: string,
): Promise<string> {
  const { fact: seen } = await found(t, filter);
  if (!Array.isArray(seen)) return "refused";
  if (seen.includes("another user")) return "ignored";
  return seen.join("") === wanted ? "exact" : `finds ${seen.join("") || "no user"}`;
}

export const isUserA = ({ name }: People): Filter => compare("userName", "eq", name.a);

/** No user has this name; all three names begin with it. */
const isNoUser = ({ base }: People): Filter => compare("userName", "eq", base);

export async function userNameEq(t: CheckContext, who: People): Promise<string> {
  const some = await filterResult(t, isUserA(who), "a");
  return some === "exact" ? filterResult(t, isNoUser(who), "") : some;
}
