/** The schema URNs of messages: 1.1 has one for all (core schema §13), 2.0 one each (RFC 7644 §8.2). */
export const messageUrns = {
  "1.1": "urn:scim:schemas:core:1.0",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  patch: "urn:ietf:params:scim:api:messages:2.0:PatchOp",
  bulk: "urn:ietf:params:scim:api:messages:2.0:BulkResponse",
  error: "urn:ietf:params:scim:api:messages:2.0:Error",
} as const;
