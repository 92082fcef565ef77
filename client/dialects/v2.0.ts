import type { Profile } from "../profile.ts";
import type { Dialect } from "./dialect.ts";
import { encodeGroup } from "./group-codec.ts";
import { urns as allUrns, bulkRequestUrn } from "./urns.ts";
import { decodeUser, encodeUser, type ManagerKey } from "./user-codec.ts";
import { encodePatch } from "./v2.0-patch.ts";

const urns = allUrns["2.0"];

/** SCIM 2.0 (RFC 7643, RFC 7644), as Slack serves it at `/scim/v2`. */
export function dialect20(profile: Profile): Dialect {
  const managerKey: ManagerKey = profile === "slack" ? "managerId" : "value";
  return {
    version: "2.0",
    // Slack is only known to accept application/json (FACT-FORMAT-01); RFC 7644 §3.8 names the other.
    mediaType: profile === "slack" ? "application/json" : "application/scim+json",
    urns,
    paths: {
      users: "/Users",
      groups: "/Groups",
      serviceProviderConfig: "/ServiceProviderConfig",
      schemas: "/Schemas",
      resourceTypes: "/ResourceTypes",
      bulk: "/Bulk",
    },
    bulkUrn: bulkRequestUrn,
    schemaName: (resource) =>
      profile === "slack" ? `${resource}s` : urns[resource === "User" ? "user" : "group"],
    encodeUser: (user) => encodeUser(user, urns, managerKey),
    decodeUser: (json) => decodeUser(json, urns, managerKey),
    encodeGroup: (group) => encodeGroup(group, urns),
    encodePatch: (intents, form) => encodePatch(intents, profile, managerKey, form),
  };
}
