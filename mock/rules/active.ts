import { type ErrorCode, ScimError } from "../errors.ts";
import type { User, UserKind } from "../organization/types.ts";

/** FACT-DELETE-17 to FACT-DELETE-20: the accounts that SCIM cannot deactivate. */
const refusals: Partial<Record<UserKind, ErrorCode>> = {
  bot: "cannot_disable_bot_user_with_scim",
  owner: "cannot_modify_owner",
  "primary-owner": "cannot_disable_primary_owner",
  "workspace-primary-owner": "primary_owner_check_failure",
};

/** @throws ScimError if this account cannot be deactivated over SCIM */
export function refuseDeactivation(user: User): void {
  const code = refusals[user.kind];
  if (code) throw new ScimError(code);
}

/** @throws ScimError `cannot_modify_gdpr` for an account that was forgotten (FACT-ERROR-57) */
export function refuseForgotten(user: User): void {
  if (user.kind === "forgotten") throw new ScimError("cannot_modify_gdpr");
}
