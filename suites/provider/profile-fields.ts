import type { NeutralUser } from "../../schemas/index.ts";

/** Attributes that Slack shows only in the long form of a member (FACT-USER-50). */
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
 * The attributes that are hidden from a user as it was read: all of the long form in an
 * organisation without SCIM profile fields, which shows the short form; otherwise none.
 */
export function hiddenOf(read: NeutralUser): readonly string[] {
  return longForm.every((name) => read[name] === undefined) ? longForm : [];
}
