/** The words of flows in both versions: each version's URNs, as the SDKs write them. */
export const urns = {
  "1.1": {
    userUrn: "urn:scim:schemas:core:1.0",
    groupUrn: "urn:scim:schemas:core:1.0",
    enterpriseUrn: "urn:scim:schemas:extension:enterprise:1.0",
    guestUrn: "urn:scim:schemas:extension:slack:guest:1.0",
    profileUrn: "urn:scim:schemas:extension:slack:profile:1.0",
  },
  "2.0": {
    userUrn: "urn:ietf:params:scim:schemas:core:2.0:User",
    groupUrn: "urn:ietf:params:scim:schemas:core:2.0:Group",
    enterpriseUrn: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    guestUrn: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
    profileUrn: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
  },
} as const;

export const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
