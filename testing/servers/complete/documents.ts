import type { Version } from "../../../client/index.ts";
import type { JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, common, type Kind, type Schema, type Schemas } from "./attributes.ts";
import type { Directory } from "./directory.ts";
import { maxResults } from "./query.ts";

export const maxOperations = 20;
export const maxPayloadSize = 1_000_000;

const yes = { supported: true };
const core = "urn:ietf:params:scim:schemas:core:2.0:";

/** The provider configuration (SCIM 1.1 core schema §9, RFC 7643 §5). */
export function configOf(version: Version, base: string): JsonObject {
  const scheme = { type: "oauthbearertoken", name: "Bearer", description: "A bearer token" };
  const common = {
    documentationUrl: "https://example.com/scim",
    patch: yes,
    bulk: { ...yes, maxOperations, maxPayloadSize },
    filter: { ...yes, maxResults },
    changePassword: yes,
    sort: yes,
    etag: yes,
  };
  if (version === "1.1") {
    return {
      schemas: ["urn:scim:schemas:core:1.0"],
      ...common,
      xmlDataFormat: { supported: false },
      authenticationSchemes: [{ ...scheme, specUrl: "https://example.com/spec", primary: true }],
    };
  }
  return {
    schemas: [`${core}ServiceProviderConfig`],
    ...common,
    documentationUri: common.documentationUrl,
    documentationUrl: undefined,
    authenticationSchemes: [{ ...scheme, specUri: "https://example.com/spec", primary: true }],
    meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
  };
}

/** The published schemas. */
export function schemaDocuments(
  { version, schemas, kinds }: Directory,
  base: string,
): JsonObject[] {
  if (version === "1.1") return kinds.map((kind) => schema11(kind, schemas[kind]));
  const all = kinds.flatMap((kind) => schemas[kind]);
  return all.map(({ urn, name, attributes }) => ({
    schemas: [`${core}Schema`],
    id: urn,
    name,
    description: name,
    attributes: attributes.map(attribute20),
    meta: { resourceType: "Schema", location: `${base}/Schemas/${urn}` },
  }));
}

function attribute20({ subAttributes, ...rest }: Attribute): JsonObject {
  return {
    ...rest,
    description: rest.name,
    ...(subAttributes ? { subAttributes: subAttributes.map(attribute20) } : {}),
  };
}

/** A schema of SCIM 1.1 holds the attributes of extensions too, each with its URN. */
function schema11(kind: Kind, [main, ...extensions]: Schemas): JsonObject {
  const all: Schema[] = [{ ...main, attributes: [...common, ...main.attributes] }, ...extensions];
  return {
    id: `urn:scim:schemas:core:1.0:${kind}`,
    name: kind,
    description: kind,
    schema: main.urn,
    endpoint: `/${kind}s`,
    attributes: all.flatMap(({ urn, attributes }) =>
      attributes.map((each) => ({ ...attribute11(each), schema: urn })),
    ),
  };
}

function attribute11(attribute: Attribute): JsonObject {
  const {
    name,
    type,
    multiValued,
    required,
    caseExact,
    mutability,
    subAttributes,
    canonicalValues,
  } = attribute;
  return {
    name,
    type: type === "reference" ? "string" : type,
    multiValued,
    ...(multiValued ? { multiValuedAttributeChildName: name.replace(/s$/, "") } : {}),
    description: name,
    readOnly: mutability === "readOnly",
    required,
    caseExact,
    ...(canonicalValues ? { canonicalValues } : {}),
    ...(subAttributes ? { subAttributes: subAttributes.map(attribute11) } : {}),
  };
}

/** The types of resources (RFC 7643 §6). */
export function typeDocuments({ schemas, kinds }: Directory, base: string): JsonObject[] {
  return kinds.map((kind) => {
    const [main, ...extensions] = schemas[kind];
    return {
      schemas: [`${core}ResourceType`],
      id: kind,
      name: kind,
      description: kind,
      endpoint: `/${kind}s`,
      schema: main.urn,
      ...(extensions.length === 0
        ? {}
        : { schemaExtensions: extensions.map(({ urn }) => ({ schema: urn, required: false })) }),
      meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${kind}` },
    };
  });
}
