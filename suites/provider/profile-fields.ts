import type { NeutralUser } from "../../schemas/index.ts";

/** What Slack shows of a member in the long form only (FACT-USER-50). */
const longForm = [
  "addresses",
  "phoneNumbers",
  "userType",
  "roles",
  "preferredLanguage",
  "locale",
  "enterprise",
  "profile",
] as const;

/** Whether an attribute is in Slack's long form only. */
export function isOfLongForm(name: string): boolean {
  return longForm.some((each) => each === name);
}

/**
 * What is not shown of a user in the short form, which an organisation without SCIM profile fields
 * has and which lacks all of it; nothing in the long one.
 */
export function hiddenOf(read: NeutralUser): readonly string[] {
  return longForm.every((name) => read[name] === undefined) ? longForm : [];
}
