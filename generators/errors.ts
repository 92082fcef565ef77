/** How a fact is known: Slack's reference, observed with real clients, a guess, or a rule of the standards. */
export type FactTag = "DOC" | "OBS" | "INF" | "RFC";

/** The expected error for an invalid request. */
export interface DueError {
  /** Slack's error codes, any of which is accepted. Context in parentheses may follow the code. */
  readonly codes: readonly string[];
  /** HTTP statuses, any of which is accepted. */
  readonly statuses: readonly number[];
  /** How it is known that this flaw gives these codes. An `INF` never makes a check fail. */
  readonly tag: FactTag;
  /** The fact, in a sentence. */
  readonly fact: string;
}

/**
 * Statuses that a check accepts for an error code, the likeliest first. Slack's list has codes
 * without statuses; those observed are `missing_schema_element`,
 * `username_not_allowed`, `long_username`, `no_filters` and `invalid_name_specials` (all 400). Codes
 * that are not listed here are accepted with 400.
 */
const acceptedStatuses: Readonly<Record<string, readonly number[]>> = {
  bad_endpoint: [404, 400],
  group_member_max_exceeded: [400, 413],
  method_not_allowed: [405, 400],
  no_such_group: [404, 400],
  no_such_group_members: [400, 404],
  no_such_user: [404],
  password_change_not_allowed: [403, 400],
  query_building_failed: [400, 500],
  too_many_users: [400, 413],
  unknown_user: [404, 400],
};

/** @param codes the error codes, the likeliest first */
export function due(codes: readonly string[], tag: FactTag, fact: string): DueError {
  const statuses = [...new Set(codes.flatMap((code) => acceptedStatuses[code] ?? [400]))];
  return { codes, statuses, tag, fact };
}
