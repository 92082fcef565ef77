import type { Profile } from "../profile.ts";
import type { Dialect } from "./dialect.ts";
import { encodeGroup } from "./group-codec.ts";
import { urns as allUrns } from "./urns.ts";
import { decodeUser, encodeUser } from "./user-codec.ts";
import { encodePatch } from "./v1.1-patch.ts";

const urns = allUrns["1.1"];

/** SCIM 1.1 (protocol and core-schema drafts), as Slack serves it at `/scim/v1`. */
export function dialect11(profile: Profile): Dialect {
  return {
    version: "1.1",
    mediaType: "application/json",
    urns,
    paths: {
      users: "/Users",
      groups: "/Groups",
      serviceProviderConfig: "/ServiceProviderConfigs",
      schemas: "/Schemas",
      resourceTypes: "/ResourceTypes",
      bulk: "/Bulk",
    },
    bulkUrn: urns.user,
    schemaName: (resource) =>
      profile === "slack" ? `${resource}s` : `urn:scim:schemas:core:1.0:${resource}`,
    encodeUser: (user) => encodeUser(user, urns, "managerId"),
    decodeUser: (json) => decodeUser(json, urns, "managerId"),
    encodeGroup: (group) => encodeGroup(group, urns),
    encodePatch: (intents, form) => encodePatch(intents, profile, form),
  };
}
