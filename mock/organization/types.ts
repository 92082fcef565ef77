/** §6: the only kind of guest that SCIM provisions is the multi-channel one. */
interface Guest {
  type: "multi";
  /** ISO 8601 date-time, null without an end. */
  expiration: string | null;
  channels: readonly { value: string; display: string }[];
}

/** §5.5: the five parts of the one stored address. */
export interface Address {
  streetAddress: string | null;
  locality: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
}

/** §5.1: the enterprise attributes, null when unset. */
export interface Enterprise {
  employeeNumber: string | null;
  costCenter: string | null;
  organization: string | null;
  division: string | null;
  department: string | null;
  managerId: string | null;
}

/** The kind of a member; decides what SCIM may change (§7.5). */
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
  /** `meta.created`, already formatted (§3.2). */
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
  /** §8: a group linked to channels cannot be deleted. */
  linkedToChannels: boolean;
}
