import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { canonicalText, moment } from "./canonical.ts";

/** The attributes that are compared: how each is read, by its version-neutral name. */
export type AttributeTable<T> = Readonly<Record<string, (resource: T) => unknown>>;

/**
 * A user in either version. Left out: `password`, which is never returned, `meta.location`, which
 * names the version, and `meta.version` and `meta.resourceType`, which Slack returns in neither.
 */
export const userAttributes: AttributeTable<NeutralUser> = {
  userName: (user) => user.userName,
  nickName: (user) => user.nickName,
  externalId: (user) => user.externalId,
  displayName: (user) => user.displayName,
  "name.givenName": (user) => user.name?.givenName,
  "name.familyName": (user) => user.name?.familyName,
  "name.honorificPrefix": (user) => user.name?.honorificPrefix,
  "name.honorificSuffix": (user) => user.name?.honorificSuffix,
  "name.middleName": (user) => user.name?.middleName,
  "name.formatted": (user) => user.name?.formatted,
  profileUrl: (user) => user.profileUrl,
  title: (user) => user.title,
  userType: (user) => user.userType,
  preferredLanguage: (user) => user.preferredLanguage,
  locale: (user) => user.locale,
  timezone: (user) => user.timezone,
  active: (user) => user.active,
  emails: (user) => user.emails,
  phoneNumbers: (user) => user.phoneNumbers,
  photos: (user) => user.photos,
  roles: (user) => user.roles,
  addresses: (user) => user.addresses,
  groups: (user) => user.groups,
  "enterprise.employeeNumber": (user) => user.enterprise?.employeeNumber,
  "enterprise.costCenter": (user) => user.enterprise?.costCenter,
  "enterprise.organization": (user) => user.enterprise?.organization,
  "enterprise.division": (user) => user.enterprise?.division,
  "enterprise.department": (user) => user.enterprise?.department,
  "enterprise.managerId": (user) => user.enterprise?.managerId,
  "guest.type": (user) => user.guest?.type,
  "guest.expiration": (user) => moment(user.guest?.expiration),
  "guest.channels": (user) => user.guest?.channels,
  "profile.startDate": (user) => moment(user.profile?.startDate),
  "meta.created": (user) => moment(user.meta?.created),
  "meta.lastModified": (user) => moment(user.meta?.lastModified),
};

export const groupAttributes: AttributeTable<NeutralGroup> = {
  displayName: (group) => group.displayName,
  externalId: (group) => group.externalId,
  members: (group) => group.members,
  "meta.created": (group) => moment(group.meta?.created),
  "meta.lastModified": (group) => moment(group.meta?.lastModified),
};

/** An attribute on which the versions disagree; a value is absent where it was not kept. */
export interface Disagreement {
  attribute: string;
  v1?: string | undefined;
  v2?: string | undefined;
}

/** The attributes on which two readings of one resource disagree, with the value in each version. */
export function disagreements<T>(table: AttributeTable<T>, v1: T, v2: T): Disagreement[] {
  const found: Disagreement[] = [];
  for (const [attribute, read] of Object.entries(table)) {
    const first = canonicalText(read(v1));
    const second = canonicalText(read(v2));
    if (first !== second) found.push({ attribute, v1: first, v2: second });
  }
  return found;
}
