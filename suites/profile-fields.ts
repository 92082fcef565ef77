import type { NeutralUser } from "../schemas/index.ts";
import type { CheckContext } from "./run/check-context.ts";
import { Skip } from "./run/stop.ts";

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

/**
 * For checks of what the short shape lacks.
 * @throws Skip where Slack shows a user in the short shape
 */
export function needsProfileFields(t: Pick<CheckContext, "profile">, read: NeutralUser = {}): void {
  if (t.profile === "slack" && hiddenAttributes(read).length > 0) {
    throw new Skip("not-offered", "the organisation has no SCIM profile fields (facts §5.2)");
  }
}
