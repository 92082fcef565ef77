import type { Evidence, Fact } from "./fact.ts";

/** Slack's list of error codes, which is one for both versions. */
const list = [{ source: "reference", where: "Errors" }] as const satisfies readonly Evidence[];

/** Error codes of groups: when each is sent. */
export const groupErrorFacts = [
  {
    id: "FACT-ERROR-58",
    statement: "`group_creation_failed`: the group could not be created.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-59",
    statement:
      "`group_members_create_failed`: the update of a group failed. `failed_to_remove_users_for_linked_subteam`: the removal of users from an IdP group failed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-60",
    statement:
      "`group_member_max_exceeded`: the group would become too large. The recommended limit of IdP groups is 15,000 members, the maximum of user groups 5,000.",
    tag: "DOC",
    evidence: list,
    settings: ["maxGroupMembers"],
  },
  {
    id: "FACT-ERROR-61",
    statement: "`too_many_users`: one update of a group names more than 15,000 users.",
    tag: "DOC",
    evidence: list,
    settings: ["maxMembersPerCall"],
  },
  {
    id: "FACT-ERROR-62",
    statement:
      "`unable_to_add_deleted_or_guest_to_group`: deactivated users and guests cannot be added to a group.",
    tag: "DOC",
    evidence: list,
    settings: ["guestsInGroups"],
  },
  {
    id: "FACT-ERROR-63",
    statement:
      "`idp_group_linked_to_channels`: an IdP group that is linked to channels cannot be deleted before the links are removed.",
    tag: "DOC",
    evidence: list,
  },
] as const satisfies readonly Fact[];
