/**
 * FACT-ERROR-72: the error codes (FACT-ERROR-10 to FACT-ERROR-71) with the status that Slack is known
 * or assumed to send (FACT-ERROR-79). Observed (FACT-ERROR-80) or documented are the statuses of `invalid_authentication`, `invalid_name_specials`,
 * `missing_schema_element`, `no_filters`, `resource_locked`, `too_many_requests`,
 * `unsupported_version`, `username_not_allowed` and `long_username`; every other one is INF and can
 * be changed with the setting `errorStatusOverrides`.
 */
export const errorStatuses = {
  addresses_invalid: 400,
  bad_email_address: 400,
  bad_endpoint: 404,
  cannot_decode_user_id: 400,
  cannot_disable_bot_user_with_scim: 403,
  cannot_disable_primary_owner: 403,
  cannot_make_user_guest: 403,
  cannot_modify_gdpr: 403,
  cannot_modify_owner: 403,
  database_query_failure: 500,
  email_empty: 400,
  email_invalid: 400,
  email_taken: 409,
  emails_invalid: 400,
  failed_to_remove_users_for_linked_subteam: 500,
  group_creation_failed: 409,
  group_member_max_exceeded: 400,
  group_members_create_failed: 500,
  groups_invalid: 400,
  idp_group_linked_to_channels: 409,
  improper_enterprise_schema_format: 400,
  incomplete_filter: 400,
  invalid_attribute_format: 400,
  invalid_authentication: 401,
  invalid_display_name: 400,
  invalid_emoji_not_allowed: 400,
  invalid_filter_group: 400,
  invalid_name_maxlength: 400,
  invalid_name_required: 400,
  invalid_name_specials: 400,
  invalid_query: 400,
  invalid_request_payload: 400,
  invalid_reserved_word: 400,
  invalid_sort_order: 400,
  invalid_starts_with_at: 400,
  invited_user_not_created: 500,
  long_nickname: 400,
  long_username: 400,
  method_not_allowed: 405,
  missing_authentication: 401,
  missing_group_id: 400,
  missing_primary_email: 400,
  missing_schema_element: 400,
  missing_user_id: 400,
  no_filters: 400,
  no_such_group: 404,
  no_such_group_members: 400,
  no_such_user: 404,
  non_org_teams_only: 403,
  password_change_not_allowed: 403,
  permission_denied: 403,
  phoneNumbers_invalid: 400,
  photos_invalid: 400,
  plus_teams_only: 403,
  primary_owner_check_failure: 403,
  query_building_failed: 400,
  resource_locked: 429,
  roles_invalid: 400,
  too_many_requests: 429,
  too_many_users: 400,
  truncation_error: 400,
  unable_to_add_deleted_or_guest_to_group: 400,
  unable_to_create_team_profile_fields: 500,
  unknown_user: 404,
  unsupported_version: 400,
  user_creation_failed: 409,
  username_empty: 400,
  username_invalid: 400,
  username_not_allowed: 400,
  username_required: 400,
  username_taken: 409,
  username_too_long: 400,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

/** An error with Slack's code. `context` is what Slack puts in parentheses after the code. */
export class ScimError extends Error {
  readonly code: ErrorCode;
  readonly context: string | undefined;
  /** Seconds for `Retry-After`, on 429. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, context?: string, retryAfter?: number) {
    super(context === undefined ? code : `${code} (${context})`);
    this.name = "ScimError";
    this.code = code;
    this.context = context;
    this.retryAfter = retryAfter;
  }
}

/** HTTP status of an error code in this organisation. */
export function statusOf(
  code: ErrorCode,
  settings: { readonly errorStatusOverrides: Readonly<Partial<Record<ErrorCode, number>>> },
): number {
  return settings.errorStatusOverrides[code] ?? errorStatuses[code];
}
