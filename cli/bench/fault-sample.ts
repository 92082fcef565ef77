/**
 * Forty faults of the mock, from every area: above all those that leave out an effect that checks
 * await, and those that many checks find.
 */
export const faultSample: readonly string[] = [
  // Nothing changes, or never visibly.
  ...["user-patch-stores-nothing", "patch-removes-nothing", "patch-members-not-cleared"],
  ...["put-stores-nothing", "put-group-keeps-members", "put-group-keeps-name"],
  ...["patch-does-not-reactivate", "user-active-as-string", "v1-group-rename-drops-members"],
  ...["delete-deactivates-nothing", "delete-user-never-seen", "delete-group-keeps"],
  ...["photo-never-arrives", "patch-photo-never-shown", "last-modified-never-set"],
  ...["group-create-drops-members", "group-members-missing", "v1-groups-of-users-hidden"],
  // Requests have no response that a check can work with.
  ...["user-create-without-id", "user-read-answers-204", "user-read-answers-other-user"],
  ...["users-without-patch", "users-without-put", "groups-without-put", "valid-token-refused"],
  // Filters and lists.
  ...["filter-ignored", "filter-malformed-answers-500", "filter-eq-matches-part"],
  ...["start-index-ignored", "deactivated-users-unlisted", "list-resources-in-lower-case"],
  // Properties look for the smallest text that fails.
  ...["title-lower-case", "post-texts-escaped", "group-name-lower-case"],
  // Findings that many checks share.
  ...["error-as-html", "validation-answers-500", "v2-user-ids-differ", "malformed-resources"],
  ...["v2-schemas-list-missing", "put-answers-id-in-lower-case"],
];

/** Faults that make responses slow, or keep them back: they lengthen each request, not the waiting. */
export const slowFaults: readonly string[] = ["slow-answers", "slow-lists", "hanging-reads"];
