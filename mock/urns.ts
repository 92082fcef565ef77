import type { Version } from "../schemas/version.ts";

/** FACT-FORMAT-50 to FACT-FORMAT-55: the schema URNs of a version. */
export interface VersionUrns {
  readonly user: string;
  readonly group: string;
  readonly enterprise: string;
  readonly guest: string;
  readonly profile: string;
  readonly list: string;
}

const v11: VersionUrns = {
  user: "urn:scim:schemas:core:1.0",
  group: "urn:scim:schemas:core:1.0",
  enterprise: "urn:scim:schemas:extension:enterprise:1.0",
  guest: "urn:scim:schemas:extension:slack:guest:1.0",
  profile: "urn:scim:schemas:extension:slack:profile:1.0",
  list: "urn:scim:schemas:core:1.0",
};

const v20: VersionUrns = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  guest: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
  profile: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
};

/** FACT-DISCOVERY-42: an extension of v2.0 that nothing describes. */
export const directoryUrn = "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User";
export const patchOpUrn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const errorUrn = "urn:ietf:params:scim:api:messages:2.0:Error";

export function urnsOf(version: Version): VersionUrns {
  return version === "1.1" ? v11 : v20;
}
