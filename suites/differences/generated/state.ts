import type { Outcome } from "../../../client/index.ts";
import { canonicalGroup, canonicalUser } from "../../../generators/index.ts";
import type { NeutralGroup, NeutralUser } from "../../../schemas/index.ts";
import { describeAnswer } from "../../run/fixtures.ts";

/**
 * What a version shows of a user, without what each version writes in its own form (unset
 * attributes, date-times, `meta.location`) and without the photo, which is processed later
 * (FACT-USER-69).
 */
export function userState({ resource, ...answer }: Outcome<NeutralUser>): Record<string, unknown> {
  if (!resource) return { answer: describeAnswer({ resource, ...answer }) };
  const { id, nickName, profileUrl, externalId, groups, meta } = resource;
  const others = { id, nickName, profileUrl, externalId, created: meta?.created };
  return {
    ...canonicalUser(resource),
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value)),
    groups: (groups ?? []).map(({ value }) => value).sort(),
  };
}

/** What a version shows of a group. */
export function groupState({
  resource,
  ...answer
}: Outcome<NeutralGroup>): Record<string, unknown> {
  if (!resource) return { answer: describeAnswer({ resource, ...answer }) };
  return { id: resource.id, ...canonicalGroup(resource), created: resource.meta?.created };
}
