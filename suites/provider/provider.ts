import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { Capability } from "./capability.ts";
import type { Documents } from "./documents.ts";

/**
 * What a provider offers, requires and shows, and how requests to it are written. For Slack all of
 * it is known (`slack.ts`); for any other provider it is discovered (`published.ts`), and what the
 * standards leave open stays open. A check asks these questions, never which provider it is.
 */
export interface Provider {
  readonly offers: Offers;
  readonly requires: Requires;
  readonly shows: Shows;
  readonly writes: Writes;
  /** The discovery documents: RFC 7644 §4, SCIM 1.1 core schema §9 and §10. */
  readonly documents: Documents;
  /**
   * Learns which attributes users have, since a provider may reject others. To be called before the
   * first user is written.
   */
  learnUsers(): Promise<void>;
}

/** What a client can use. */
export interface Offers {
  /**
   * Whether an optional feature is supported. For Slack the facts count, since its configuration
   * denies filters that work (FACT-DISCOVERY-28). For others the target file counts, then the
   * configuration, then a probe.
   */
  capability(name: Capability): Promise<boolean>;
  /**
   * Whether there are groups: Slack has them (FACT-GROUP-02). Other providers need not have them where
   * no discovery document names them (RFC 7644 §4, SCIM 1.1 core schema §10).
   */
  groups(): Promise<boolean>;
  /**
   * Whether users can have an attribute (`title`, `name.formatted`) or an extension (`enterprise`,
   * and Slack's `guest` and `profile`). Slack has all that the suite sends (FACT-USER-50); for others
   * the published schemas say so (RFC 7643 §7), or else a probe user shows it.
   */
  attribute(path: string): Promise<boolean>;
  /**
   * Whether users are known to have every attribute that the suite sends, so that none has to be
   * looked up.
   */
  readonly everyAttribute: boolean;
  /**
   * Whether users and groups are known to have every method (FACT-USER-01, FACT-GROUP-01), so that the
   * absence of one is a finding of each rule that uses it. Otherwise it is a finding of one rule
   * (RFC 7644 §3.2).
   */
  readonly everyMethod: boolean;
  /**
   * Whether it is known which filters work, in queries (FACT-FILTER-07) and in paths (FACT-PATCH-61), so
   * that a refusal is a finding. Other providers may decline some (RFC 7644 §3.4.2.2; §3.12, table 9).
   */
  readonly knownFilters: boolean;
  /** Whether DELETE removes a user. In Slack the user stays, deactivated (FACT-DELETE-11). */
  readonly removal: boolean;
  /**
   * Whether `sortOrder` is validated. Slack does not sort, but has an error code for an invalid one
   * (FACT-DISCOVERY-33); others validate it where they support sorting.
   */
  sortOrder(): Promise<boolean>;
  /**
   * Whether removing a user that is no member succeeds (FACT-GROUP-61). The standards let it be rejected:
   * SCIM 1.1 protocol §3.3.2, `noTarget` of RFC 7644 §3.12.
   */
  readonly removalOfNonMembers: boolean;
}

/** What a user must have. */
export interface Requires {
  /**
   * Whether the published schema requires an attribute of users (RFC 7643 §7). Every user of the
   * suite has what Slack requires (FACT-USER-10).
   */
  attribute(path: string): Promise<boolean>;
  /** The part of a user that the published schema requires; known after {@link Provider.learnUsers}. */
  partOf(user: NeutralUser): NeutralUser;
}

/** What responses show. */
export interface Shows {
  /** Whether an attribute is returned by default: `returned` of RFC 7643 §7. A password never is. */
  attribute(path: string): Promise<boolean>;
  /**
   * The attributes that are hidden in a user as it was read: in Slack those of the long form, where
   * the organisation has no SCIM profile fields (FACT-USER-49).
   */
  hiddenOf(user: NeutralUser): readonly string[];
  /** Whether an attribute is among those that {@link hiddenOf} may name. */
  mayHide(name: string): boolean;
  /**
   * Whether strings are returned exactly as they were sent (FACT-USER-31). A provider may return a
   * canonical form: letter case (RFC 7643 §2.4, §4.1.1), telephone numbers (§4.1.2).
   */
  readonly exactTexts: boolean;
  /** Whether the order of returned values is known (FACT-USER-55). No standard defines an order. */
  readonly orderOfValues: boolean;
  /** Whether `externalId` is kept: it is in every schema (RFC 7643 §3.1); Slack drops it (FACT-ID-14). */
  readonly externalId: boolean;
  /** Whether users are known to show their groups (FACT-USER-39). No standard demands it. */
  readonly groupsOfUsers: boolean;
  /**
   * Whether `meta.location` is known to be below the base URL (FACT-ID-13). Another provider,
   * behind a proxy, may use any URL for itself.
   */
  readonly ownUrls: boolean;
  /**
   * Whether authentication errors are known to be SCIM errors (FACT-AUTH-13). Otherwise a bare 401 may
   * come from the HTTP server: SCIM does not define authentication (SCIM 1.1 protocol §2,
   * RFC 7644 §2).
   */
  readonly authenticationErrors: boolean;
  /**
   * Whether wrong credentials get another response than missing ones, so that each has its own
   * rules (FACT-AUTH-10). RFC 7644 §3.12 has one rule for both.
   */
  readonly wrongCredentialsApart: boolean;
  /**
   * Whether a page is known to be full: as many results as requested (FACT-LIST-11). A provider may
   * return fewer (RFC 7644 §3.4.2.4).
   */
  readonly fullPages: boolean;
  /**
   * Whether a complete list also has `startIndex` and `itemsPerPage` (FACT-LIST-05). RFC 7644 §3.4.2
   * requires them only for pages.
   */
  readonly everyCounter: boolean;
  /**
   * Whether each resource of a list is known to have `schemas` (FACT-FORMAT-58). In SCIM 1.1 that of the
   * list may count for all (protocol §3.2.2, example).
   */
  readonly schemasOfListed: boolean;
  /**
   * Whether an empty list has `Resources` (FACT-LIST-22). RFC 7644 §3.4.2 requires it only where there
   * are results.
   */
  readonly emptyResources: boolean;
}

/** How requests to the provider are written. */
export interface Writes {
  /** A user with ordinary values for the attributes that users have, and those that are required. */
  typicalUser(): NeutralUser;
  /**
   * Whether a create of such a user may be rejected because of one of its attributes: a schema does
   * not tell every restriction. Slack is known to accept it.
   */
  readonly mayRefuseAttributes: boolean;
  /**
   * The attributes that set a userName. Slack's nickName mirrors it (FACT-USER-19), and an old
   * nickName undoes a new userName (FACT-PUT-20).
   */
  userName(name: string): Partial<NeutralUser>;
  /**
   * The userName of a user without any other name: in Slack's version 1.1 an e-mail address, since
   * Slack derives a name from it (FACT-USER-15).
   */
  bareUserName(name: string): string;
  /** A userName with capitals and special characters, which Slack is known to accept (FACT-USER-12). */
  unusualUserName(name: string): string;
  /**
   * A telephone number. A provider should convert it to the form of RFC 3966 (RFC 7643 §4.1.2), so
   * it is sent in that form, which comes back unchanged; Slack stores any form as it is
   * (FACT-USER-61).
   */
  phoneNumber(number: string): string;
  /**
   * Whether a value may be sent as a plain string: SCIM 1.1 core schema §3.2, FACT-USER-67; not
   * RFC 7643 §2.4.
   */
  readonly bareValues: boolean;
  /**
   * A country for the rule that countries are ISO 3166-1 codes. Slack gets an invalid one, which it
   * is known to accept (FACT-USER-76). The standards do not say what a provider does with an invalid
   * one, so others get a valid one, which must be returned unchanged.
   */
  readonly country: "USA" | "US";
  /** The member of a manager that holds the id: RFC 7643 §4.3, SCIM 1.1 core schema §7, FACT-USER-41. */
  readonly managerKey: "value" | "managerId";
  /**
   * The name of e-mail addresses in filters: Slack has its own (FACT-FILTER-07), the standards
   * `emails.value`.
   */
  readonly emailsInFilter: "email" | "emails.value";
  /**
   * Changes of which the last is rejected: for Slack a displayName that is too long (FACT-ERROR-42),
   * otherwise an empty userName (RFC 7643 §4.1.1).
   * @param fresh a userName that no user has
   */
  rejectedChanges(fresh: string): PatchIntent[];
}
