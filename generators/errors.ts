/** How a fact is known: Slack's reference, observed with real clients, a guess, or a rule of the standards. */
export type FactTag = "DOC" | "OBS" | "INF" | "RFC";

/** The answer that is due to something invalid. */
export interface DueError {
  /** Slack's code words, any of which will do. Compare the leading word only: context may follow in parentheses. */
  readonly words: readonly string[];
  /** HTTP statuses, any of which will do. */
  readonly statuses: readonly number[];
  /** How it is known that these words answer this fault. An `INF` never makes a check fail. */
  readonly tag: FactTag;
  /** The fact, in a sentence. */
  readonly fact: string;
}

/**
 * Statuses that a check accepts for a code word, the likeliest first. Slack's list names words
 * without statuses; those that were seen on the wire are `missing_schema_element`,
 * `username_not_allowed`, `long_username`, `no_filters` and `invalid_name_specials` (all 400). Words
 * that are not here are accepted with 400.
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

/** @param words the code words, the likeliest first */
export function due(words: readonly string[], tag: FactTag, fact: string): DueError {
  const statuses = [...new Set(words.flatMap((word) => acceptedStatuses[word] ?? [400]))];
  return { words, statuses, tag, fact };
}
