import type { JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import type { User } from "../organization/types.ts";
import { directoryUrn, urnsOf, type VersionUrns } from "../urns.ts";

/**
 * 32 hexadecimal digits that are constant for an id (FNV-1a over four offsets), instead of
 * Gravatar's digest.
 */
function digestOf(id: string): string {
  let digest = "";
  for (let part = 0; part < 4; part += 1) {
    let hash = 0x811c9dc5 + part;
    for (let index = 0; index < id.length; index += 1) {
      hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
    }
    digest += (hash >>> 0).toString(16).padStart(8, "0");
  }
  return digest;
}

/**
 * FACT-USER-68: the default photo is a Gravatar link with Slack's own fallback image. Its digest is
 * of the id, so that a new address does not change the photo.
 */
function photoOf(user: User): string {
  if (user.photo !== null) return user.photo;
  const digest = digestOf(user.id);
  const fallback = "https%3A%2F%2Fa.slack-edge.com%2Fdf10d%2Fimg%2Favatars%2Fava_0001-192.png";
  return `https://secure.gravatar.com/avatar/${digest}.jpg?s=192&d=${fallback}`;
}

/** FACT-USER-55, FACT-USER-75: primary first; `type` is not returned. */
function emailsOf(user: User, call: Call, isLong: boolean): JsonObject[] {
  const emails: JsonObject[] = [{ value: user.primaryEmail, primary: true }];
  if (user.secondaryEmail !== null) emails.push({ value: user.secondaryEmail, primary: false });
  else if (isLong && call.rules.settings.secondaryEmailPlaceholder) {
    emails.push({ value: "", primary: false });
  }
  return emails;
}

/** FACT-USER-45: `2024-04-10T00:00:00+0000`, an offset without a colon. */
function startDateOf(user: User): string | null {
  if (user.startDate === null) return null;
  return `${new Date(user.startDate * 1000).toISOString().slice(0, 19)}+0000`;
}

const noAddress = {
  streetAddress: null,
  locality: null,
  region: null,
  postalCode: null,
  country: null,
};

/**
 * FACT-USER-50, FACT-USER-51: the blocks that only members with SCIM profile fields have; unset
 * values are explicit nulls.
 */
function addLongBlocks(resource: JsonObject, user: User, urns: VersionUrns): void {
  const { managerId, ...texts } = user.enterprise;
  resource.addresses = [user.address ?? noAddress];
  resource.phoneNumbers = [
    { value: user.mobilePhone, type: "mobile" },
    { value: user.primaryPhone, primary: true },
  ];
  resource.userType = user.userType;
  resource.roles = [{ value: user.role, primary: true }];
  resource.preferredLanguage = user.preferredLanguage;
  resource.locale = user.locale;
  resource[urns.enterprise] = { ...texts, manager: { managerId } };
  resource[urns.profile] = { startDate: startDateOf(user) };
}

function groupsOf(user: User, call: Call): JsonObject[] {
  return user.groups.map((id) => {
    const display = call.organization.visibleGroup(id)?.displayName ?? "";
    return { value: id, display };
  });
}

function schemasOf(user: User, isLong: boolean, urns: VersionUrns): string[] {
  const schemas = [urns.user];
  if (isLong) schemas.push(urns.enterprise);
  if (user.guest) schemas.push(urns.guest);
  if (isLong) schemas.push(urns.profile);
  return schemas;
}

/** A user as Slack shows it (FACT-USER-49, FACT-USER-50): the versions differ in URNs and `meta.location` only. */
export function userResource(user: User, call: Call): JsonObject {
  const urns = urnsOf(call.version);
  const isLong =
    call.rules.settings.userShape === "long" && user.kind !== "bot" && user.guest === null;
  const name: JsonObject = { givenName: user.givenName, familyName: user.familyName };
  if (isLong || user.honorificPrefix !== null) name.honorificPrefix = user.honorificPrefix;
  const resource: JsonObject = {
    schemas: schemasOf(user, isLong, urns),
    id: user.id,
    externalId: "",
    meta: { created: user.created, location: `${call.baseUrl}/Users/${user.id}` },
    userName: user.userName,
    nickName: user.userName,
    name,
    displayName: user.displayName,
    profileUrl: user.profileUrl,
    title: user.title,
    timezone: user.timezone,
    active: user.active,
    emails: emailsOf(user, call, isLong),
    photos: [{ value: photoOf(user), type: "photo" }],
  };
  if (isLong) addLongBlocks(resource, user, urns);
  if (isLong && call.version === "2.0" && call.rules.settings.directoryBlock) {
    // What it holds is not known (FACT-DISCOVERY-44).
    resource.schemas = [...schemasOf(user, isLong, urns), directoryUrn];
    resource[directoryUrn] = {};
  }
  if (user.guest) {
    const { type, expiration, channels } = user.guest;
    resource[urns.guest] =
      expiration === null ? { type, channels } : { type, expiration, channels };
  }
  resource.groups = groupsOf(user, call);
  call.rules.user?.(resource, call);
  return resource;
}
