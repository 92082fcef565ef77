/**
 * Error codes, which stay in sentences: those of Slack's SCIM API (facts/user-error-codes.ts and its
 * neighbours) and those of its Web API that a gateway or a token brings about. Other names of this form
 * may be a userName.
 */
const codes = new Set(
  (
    "addresses_invalid bad_email_address bad_endpoint cannot_decode_user_id " +
    "cannot_disable_bot_user_with_scim cannot_disable_primary_owner cannot_make_user_guest " +
    "cannot_modify_gdpr cannot_modify_owner database_query_failure email_empty email_invalid " +
    "email_taken emails_invalid failed_to_remove_users_for_linked_subteam group_creation_failed " +
    "group_member_max_exceeded group_members_create_failed groups_invalid " +
    "idp_group_linked_to_channels improper_enterprise_schema_format incomplete_filter " +
    "invalid_attribute_format invalid_authentication invalid_display_name " +
    "invalid_emoji_not_allowed invalid_filter_group invalid_name_maxlength invalid_name_required " +
    "invalid_name_specials invalid_query invalid_request_payload invalid_reserved_word " +
    "invalid_sort_order invalid_starts_with_at invited_user_not_created long_nickname " +
    "long_username method_not_allowed missing_authentication missing_group_id " +
    "missing_primary_email missing_schema_element missing_user_id no_filters no_such_group " +
    "no_such_group_members no_such_user non_org_teams_only password_change_not_allowed " +
    "permission_denied phoneNumbers_invalid photos_invalid plus_teams_only primary_owner_check_failure " +
    "query_building_failed resource_locked roles_invalid too_many_requests too_many_users " +
    "truncation_error unable_to_add_deleted_or_guest_to_group " +
    "unable_to_create_team_profile_fields unknown_user unsupported_version user_creation_failed " +
    "username_empty username_invalid username_not_allowed username_required username_taken " +
    "username_too_long " +
    "access_denied account_inactive ekm_access_denied fatal_error internal_error invalid_arguments " +
    "invalid_auth invalid_json missing_scope no_permission not_allowed_token_type not_authed " +
    "org_login_required rate_limited ratelimited request_timeout service_unavailable " +
    "token_expired token_revoked unknown_method user_not_found " +
    // What stands before a value in an error of Slack (FACT-ERROR-09).
    "existing_user ultra_restricted"
  ).split(" "),
);

export function isErrorCode(text: string): boolean {
  return codes.has(text);
}
