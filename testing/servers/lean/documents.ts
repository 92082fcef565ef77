import type { JsonObject } from "../../../schemas/json-value.ts";
import { type leanSchemas, urnOf } from "./schemas.ts";

const core = "urn:ietf:params:scim:schemas:core:2.0:";
const off = { supported: false };

export const leanConfig: JsonObject = {
  schemas: [`${core}ServiceProviderConfig`],
  patch: off,
  bulk: { ...off, maxOperations: 0, maxPayloadSize: 0 },
  filter: { ...off, maxResults: 0 },
  changePassword: off,
  sort: off,
  etag: { supported: true },
  authenticationSchemes: [
    { type: "oauthbearertoken", name: "Bearer", description: "A bearer token", primary: true },
  ],
};

const kinds: readonly ("User" | "Group")[] = ["User", "Group"];

export const documentsOf =
  (attributes: ReturnType<typeof leanSchemas>) =>
  (base: string): JsonObject[] =>
    kinds.map((kind) => ({
      schemas: [`${core}Schema`],
      id: urnOf(kind),
      name: kind,
      description: kind,
      attributes: attributes[kind],
      meta: { resourceType: "Schema", location: `${base}/Schemas/${urnOf(kind)}` },
    }));

export const typeDocuments = (base: string): JsonObject[] =>
  kinds.map((kind) => ({
    schemas: [`${core}ResourceType`],
    id: kind,
    name: kind,
    endpoint: `/${kind}s`,
    description: kind,
    schema: urnOf(kind),
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${kind}` },
  }));
