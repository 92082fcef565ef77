import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { Documents } from "./documents.ts";

/** What the provider configuration says of support: RFC 7643 §5, SCIM 1.1 core schema §9. */
export type Capability = "patch" | "filter" | "sort" | "bulk" | "etag" | "changePassword";

/**
 * What a provider offers, requires and shows, and how requests to it are written. Of Slack all of
 * it is known (`slack.ts`); of any other provider it is discovered (`published.ts`), and what the
 * standards leave open stays open. A check asks here, never which provider it is.
 */
export interface Provider {
  readonly offers: Offers;
  readonly requires: Requires;
  readonly shows: Shows;
  readonly writes: Writes;
  /** The documents of discovery: RFC 7644 §4, SCIM 1.1 core schema §9 and §10. */
  readonly documents: Documents;
  /**
   * Learns what users of the provider have: it may reject what it does not know. To be called
   * before the first user is written.
   */
  learnUsers(): Promise<void>;
}

/** What a client can use. */
export interface Offers {
  /**
   * Whether an optional feature is supported. Slack's configuration denies filters that work
   * (FACT-DISCOVERY-28), so what is known of it counts; of others the configuration counts, and what it
   * does not say is not supported.
   */
  capability(name: Capability): Promise<boolean>;
  /**
   * Whether there are groups: known of Slack (FACT-GROUP-02). Elsewhere they may be missing where no
   * document of discovery names them (RFC 7644 §4, SCIM 1.1 core schema §10).
   */
  groups(): Promise<boolean>;
  /**
   * Whether users can have an attribute (`title`, `name.formatted`) or an extension (`enterprise`,
   * and Slack's `guest` and `profile`). Slack has all that the suite sends (FACT-USER-50); elsewhere the
   * published schemas tell (RFC 7643 §7), and where there are none, a probe user.
   */
  attribute(path: string): Promise<boolean>;
  /** Whether users are known to have every attribute that the suite sends, so that none is asked for. */
  readonly everyAttribute: boolean;
  /**
   * Whether DELETE is known to be offered (FACT-DELETE-01), so that its absence is a finding of each rule
   * on it. Elsewhere it is a finding of one rule (RFC 7644 §3.2).
   */
  readonly deletion: boolean;
  /** Whether a deleted user is gone. In Slack it stays for ever, deactivated (FACT-DELETE-11). */
  readonly removal: boolean;
  /**
   * Whether a `sortOrder` is looked at. Slack does not sort, but has a code for a wrong one
   * (FACT-DISCOVERY-33); others look at it where they sort.
   */
  sortOrder(): Promise<boolean>;
  /**
   * Whether removing a user that is no member succeeds (FACT-GROUP-61). The standards let it be rejected:
   * SCIM 1.1 protocol §3.3.2, `noTarget` of RFC 7644 §3.12.
   */
  readonly removalOfNonMembers: boolean;
}

/** What a user has to have. */
export interface Requires {
  /**
   * Whether the published schema requires an attribute of users (RFC 7643 §7). What Slack requires
   * (FACT-USER-10), every user of the suite has.
   */
  attribute(path: string): Promise<boolean>;
  /** The part of a user that the published schema requires; known after {@link Provider.learnUsers}. */
  partOf(user: NeutralUser): NeutralUser;
}

/** What answers show. */
export interface Shows {
  /** Whether an attribute is shown without being asked for: `returned` of RFC 7643 §7. A password never is. */
  attribute(path: string): Promise<boolean>;
  /**
   * The attributes that are hidden from a user as it was read: in Slack those of the long form, where
   * the organisation has no SCIM profile fields (FACT-USER-49).
   */
  hiddenOf(user: NeutralUser): readonly string[];
  /** Whether an attribute is among those that {@link hiddenOf} may name. */
  mayHide(name: string): boolean;
  /**
   * Whether texts come back exactly as they were sent (FACT-USER-31). A provider may bring them into a
   * canonical form: letter case (RFC 7643 §2.4, §4.1.1), telephone numbers (§4.1.2).
   */
  readonly exactTexts: boolean;
  /** Whether the order in which values come back is known (FACT-USER-55). No standard keeps an order. */
  readonly orderOfValues: boolean;
  /** Whether `externalId` is kept: it is in every schema (RFC 7643 §3.1); Slack drops it (FACT-ID-14). */
  readonly externalId: boolean;
  /** Whether users are known to show their groups (FACT-USER-39). No standard demands it. */
  readonly groupsOfUsers: boolean;
  /**
   * Whether `meta.location` is known to lie below the base URL (FACT-ID-13). Behind a proxy another
   * provider may know itself by any URL.
   */
  readonly ownUrls: boolean;
  /**
   * Whether errors of the token layer are known to be SCIM's (FACT-AUTH-13). Elsewhere a bare 401 may come
   * from the HTTP server: authentication is not SCIM's (SCIM 1.1 protocol §2, RFC 7644 §2).
   */
  readonly authenticationErrors: boolean;
  /**
   * Whether wrong credentials are answered in another way than missing ones, and has separate
   * rules (FACT-AUTH-10). RFC 7644 §3.12 has one rule for both.
   */
  readonly wrongCredentialsApart: boolean;
  /**
   * Whether a page holds as many results as it may (FACT-LIST-11). A provider may return fewer
   * (RFC 7644 §3.4.2.4).
   */
  readonly fullPages: boolean;
  /**
   * Whether a list that is not split shows `startIndex` and `itemsPerPage` (FACT-LIST-05). RFC 7644
   * §3.4.2 demands them of pages only.
   */
  readonly everyCounter: boolean;
  /** Whether an empty list has `Resources` (FACT-LIST-22). RFC 7644 §3.4.2 demands it of results only. */
  readonly emptyResources: boolean;
}

/** How requests to the provider are written. */
export interface Writes {
  /** A user with ordinary values for the attributes that users have, and those that are required. */
  typicalUser(): NeutralUser;
  /**
   * What gives a user a userName. Slack's nickName is the userName (FACT-USER-19), and an old one undoes
   * a new userName (FACT-PUT-20).
   */
  userName(name: string): Partial<NeutralUser>;
  /**
   * The userName of a user without any other name: in Slack an e-mail address, which is the form that
   * it makes a name of (FACT-USER-15).
   */
  bareUserName(name: string): string;
  /** A userName with capitals and special characters, which Slack is known to take (FACT-USER-12). */
  unusualUserName(name: string): string;
  /** What clears an attribute: the empty text in Slack (FACT-PATCH-44), null (RFC 7643 §2.5). */
  readonly cleared: "" | null;
  /**
   * A telephone number. A provider should bring it into the form of RFC 3966 (RFC 7643 §4.1.2), so in
   * that form it is found again by what was sent; Slack takes it as it is (FACT-USER-61).
   */
  phoneNumber(number: string): string;
  /** Whether a value may be sent as a bare text: SCIM 1.1 core schema §3.2, FACT-USER-67; not RFC 7643 §2.4. */
  readonly bareValues: boolean;
  /**
   * A country for the rule that they are codes of ISO 3166-1: a wrong one, which Slack is known to take
   * (FACT-USER-76). What others make of a wrong one is not said: theirs is right, and has to stay so.
   */
  readonly country: "USA" | "US";
  /** The member of a manager that is the id: RFC 7643 §4.3, SCIM 1.1 core schema §7, FACT-USER-41. */
  readonly managerKey: "value" | "managerId";
  /** What filters call e-mail addresses: a name of Slack's (FACT-FILTER-07), `emails.value`. */
  readonly emailsInFilter: "email" | "emails.value";
  /**
   * Changes of which the last is rejected: a displayName that is too long for Slack (FACT-ERROR-42),
   * else an empty userName (RFC 7643 §4.1.1).
   * @param fresh a userName that no user has
   */
  rejectedChanges(fresh: string): PatchIntent[];
}
