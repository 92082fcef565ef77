/** The extensions of users that Slack's resource types name (FACT-DISCOVERY-42). */
export const extensionUrns = {
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  guest: "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User",
  directory: "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User",
  profile: "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User",
} as const;
