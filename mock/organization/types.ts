/** FACT-GUEST-03: the only kind of guest that SCIM provisions is the multi-channel one. */
interface Guest {
  type: "multi";
  /** ISO 8601 date-time, null without an end. */
  expiration: string | null;
  channels: readonly { value: string; display: string }[];
}

/** FACT-USER-66: the five parts of the one stored address. */
export interface Address {
  streetAddress: string | null;
  locality: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
}

/** FACT-USER-78, FACT-USER-51: the enterprise attributes, null when unset. */
export interface Enterprise {
  employeeNumber: string | null;
  costCenter: string | null;
  organization: string | null;
  division: string | null;
  department: string | null;
  managerId: string | null;
}

/** The kind of a member; decides what SCIM may change (FACT-DELETE-17 to FACT-DELETE-21). */
export type UserKind =
  | "member"
  | "bot"
  | "admin"
  | "owner"
  | "primary-owner"
  | "workspace-primary-owner"
  | "forgotten";

/** A member account as Slack stores it: flat, neutral between the versions. */
export interface User {
  id: string;
  kind: UserKind;
  /** `meta.created`, already formatted (FACT-ID-11). */
  created: string;
  userName: string;
  displayName: string;
  givenName: string;
  familyName: string;
  honorificPrefix: string | null;
  primaryEmail: string;
  secondaryEmail: string | null;
  profileUrl: string;
  /** Photo URL; null stands for the default Gravatar. */
  photo: string | null;
  title: string;
  timezone: string;
  active: boolean;
  mobilePhone: string | null;
  primaryPhone: string | null;
  address: Address | null;
  role: string | null;
  userType: string | null;
  preferredLanguage: string | null;
  locale: string | null;
  enterprise: Enterprise;
  /** Seconds since 1970, null when unset. */
  startDate: number | null;
  guest: Guest | null;
  /** Ids of the groups that the user is in. Replaced, never changed in place. */
  groups: readonly string[];
}

/** A user group or IdP group. */
export interface Group {
  id: string;
  created: string;
  displayName: string;
  /** Ids of the members in the order of joining. */
  members: Set<string>;
  /** FACT-GROUP-36: a group linked to channels cannot be deleted. */
  linkedToChannels: boolean;
}
