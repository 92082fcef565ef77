import { type CatalogueEntry, oneOf, sameInBoth } from "./entry.ts";
import { groupsInReference } from "./in-reference-groups.ts";
import { valuesInReference } from "./in-reference-values.ts";

const kind = "documented";

/**
 * Part (d) of the catalogue: what Slack's reference shows to whoever compares its tabs for v1.1 and
 * v2.0, but the transition list does not announce.
 */
export const inReference: readonly CatalogueEntry[] = [
  {
    id: "DIFF-URL-02",
    area: "Discovery",
    title: "the path of the provider configuration",
    kind,
    impact: "breaking",
    v1: "/ServiceProviderConfigs; whether the singular answers is not known",
    v2: "/ServiceProviderConfig; the plural still answers",
    source: "Slack reference; Java SDK; authentik",
    clientMustChange: "Ask for the singular, and keep the plural as the fallback.",
    expect: {
      "1.1": { plural: true, singular: oneOf(false, true) },
      "2.0": { plural: true, singular: true },
    },
  },
  {
    id: "DIFF-SCH-01",
    area: "Discovery",
    title: "the list of all schemas",
    kind,
    impact: "cosmetic",
    v1: "Not documented: only /Schemas/Users and /Schemas/Groups",
    v2: "GET /Schemas lists them",
    source: "Slack reference",
    clientMustChange: "Nothing.",
    expect: { "1.1": { listed: oneOf(false, true) }, "2.0": { listed: true } },
  },
  {
    id: "DIFF-FILT-01",
    area: "Filters",
    title: "whether users can be filtered",
    kind,
    impact: "silent",
    v1: "Documented, with its operators",
    v2: "The reference says that filters do not apply; in practice some work (DIFF-FILT-07)",
    source: "Slack reference",
    clientMustChange:
      "Do not rely on a filter that was not tried; the fallback is to page through all users.",
    expect: {
      "1.1": { userNameEq: "exact" },
      "2.0": { userNameEq: oneOf("exact", "ignored", "refused") },
    },
  },
  {
    id: "DIFF-FILT-02",
    area: "Filters",
    title: "listing the guests",
    kind,
    impact: "breaking",
    v1: "restricted eq '1' finds multi-channel guests, ultra_restricted single-channel ones",
    v2: "No documented way; the filter of 1.1 may work, be ignored or be refused",
    source: "Slack reference",
    clientMustChange:
      "Select guests on the client's side by their guest block; single-channel guests cannot be told apart.",
    expect: {
      "1.1": { guest: "found", member: "not found" },
      "2.0": {
        guest: oneOf("found", "not found", "refused"),
        member: oneOf("found", "not found", "refused"),
      },
    },
  },
  {
    id: "DIFF-USER-01",
    area: "Users",
    title: "the rules for a userName",
    kind,
    impact: "silent",
    v1: "At most 21 characters; specials other than . _ - become _",
    v2: "The reference only says that it is required; the codes for names that are too long are shared",
    source: "Slack reference, tables of attributes",
    clientMustChange: "Keep to the rules of 1.1.",
    expect: {
      "1.1": { tooLong: "refused", specials: "become _" },
      "2.0": {
        tooLong: oneOf("refused", "kept", "changed"),
        specials: oneOf("become _", "refused", "kept"),
      },
    },
  },
  {
    id: "DIFF-USER-02",
    area: "Users",
    title: "clearing an attribute by a value",
    kind,
    impact: "silent",
    v1: "One space as the value clears the attribute",
    v2: "A remove operation is documented; a space may be stored as it is",
    source: "Slack reference",
    clientMustChange: "Send a remove operation in place of a space.",
    expect: {
      "1.1": { oneSpace: "clears" },
      "2.0": { oneSpace: oneOf("is stored", "clears", "no effect") },
    },
  },
  {
    id: "DIFF-USER-03",
    area: "Users",
    title: "attributes that a PATCH cannot change",
    kind,
    impact: "silent",
    v1: "password, externalId and profileUrl are listed as such",
    v2: "No such list; presumably the same",
    source: "Slack reference",
    clientMustChange: "Keep leaving them out.",
    expect: {
      "1.1": { password: "refused", externalId: "stays", profileUrl: "stays" },
      "2.0": {
        password: oneOf("refused", "accepted"),
        externalId: "stays",
        profileUrl: oneOf("stays", "changes"),
      },
    },
  },
  {
    id: "DIFF-USER-04",
    area: "Users",
    title: "emptying userName or nickName",
    kind,
    impact: "silent",
    v1: "Forbidden in words: the name stays",
    v2: "Not said; presumably the same",
    source: "Slack reference",
    clientMustChange: "Never send an empty name, and never remove one.",
    expect: {
      "1.1": { emptyUserName: "stays", emptyNickName: "stays", removed: "stays" },
      "2.0": {
        emptyUserName: oneOf("stays", "changes"),
        emptyNickName: oneOf("stays", "changes"),
        removed: oneOf("stays", "changes"),
      },
    },
  },
  ...valuesInReference,
  ...groupsInReference,
  {
    id: "DIFF-GRP-05",
    area: "Groups",
    title: "a PUT with only the displayName",
    kind,
    impact: "silent",
    v1: "The members are overwritten: the group is empty afterwards",
    v2: "The same; the example sends an empty list",
    source: "Slack reference",
    clientMustChange: "Always send the members: the trap is the same in both versions.",
    ...sameInBoth({ members: 0 }),
  },
  {
    id: "DIFF-PUT-01",
    area: "PUT",
    title: "what a PUT does to attributes that it leaves out",
    kind,
    impact: "silent",
    v1: "All values are overwritten, in the words of the reference",
    v2: "In the example name stays, other attributes are emptied, and active is false",
    source: "Slack reference",
    clientMustChange: "Send the whole resource, with active, name and nickName.",
    expect: {
      "1.1": {
        title: "emptied",
        displayName: oneOf("emptied", "the userName"),
        timezone: "the default",
        name: oneOf("stays", "emptied"),
        active: oneOf(true, false),
      },
      "2.0": {
        title: "emptied",
        displayName: oneOf("emptied", "the userName"),
        timezone: "the default",
        name: "stays",
        active: oneOf(true, false),
      },
    },
  },
  {
    id: "DIFF-GRP-06",
    area: "Groups",
    title: "the words on how many members one call may carry",
    kind,
    impact: "cosmetic",
    v1: "15,000 in a call, 5,000 advised",
    v2: "Named in the list of errors only",
    source: "Slack reference",
    clientMustChange: "Keep batches at 5,000 members or fewer.",
    notProbed: "the limit shows only in a call with more than 15,000 members",
  },
];
