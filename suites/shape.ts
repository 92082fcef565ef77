import type { NeutralUser } from "../schemas/index.ts";

/** What Slack shows of a member in the long shape only (facts §5.2). */
const longShape = [
  "addresses",
  "phoneNumbers",
  "userType",
  "roles",
  "preferredLanguage",
  "locale",
  "enterprise",
  "profile",
] as const;

/**
 * What is not shown of a user in the short shape, which an organisation without SCIM profile fields
 * has and which lacks all of it; nothing in the long one.
 */
export function hiddenAttributes(read: NeutralUser): readonly string[] {
  return longShape.every((name) => read[name] === undefined) ? longShape : [];
}
