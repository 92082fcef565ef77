import type { Version } from "../../schemas/version.ts";

/** The schema URNs of one version (FACT-FORMAT-50). */
export interface Urns {
  user: string;
  group: string;
  enterprise: string;
  guest: string;
  profile: string;
}

export const urns: Record<Version, Urns> = {
  "1.1": {
    user: "urn:scim:schemas:core:1.0",
    group: "urn:scim:schemas:core:1.0",
    enterprise: "urn:scim:schemas:extension:enterprise:1.0",
    guest: "urn:scim:schemas:extension:slack:guest:1.0",
    profile: "urn:scim:schemas:extension:slack:profile:1.0",
  },
  "2.0": {
    user: "urn:ietf:params:scim:schemas:core:2.0:User",
    group: "urn:ietf:params:scim:schemas:core:2.0:Group",
    enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    guest: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
    profile: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
  },
};

/** RFC 7644 §3.5.2. */
export const patchOpUrn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/** RFC 7644 §3.4.3. */
export const searchRequestUrn = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
/** RFC 7644 §3.7. */
export const bulkRequestUrn = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
