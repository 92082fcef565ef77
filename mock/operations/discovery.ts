import type { JsonObject } from "../../schemas/json-value.ts";
import type { Answer, Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { listResource } from "../representation/list.ts";
import { urnsOf } from "../urns.ts";
import { schemaDocumentsV1 } from "../v1.1/schemas.ts";
import { resourceTypes } from "../v2.0/resource-types.ts";
import { schemaDocumentsV2 } from "../v2.0/schemas.ts";

function ok(body: JsonObject): Answer {
  return { status: 200, headers: {}, body };
}

/** FACT-DISCOVERY-17, FACT-DISCOVERY-18: the same document in both versions, with neither `schemas` nor `meta`. */
export function readConfig(): Answer {
  return ok({
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "OAuth Bearer Token",
        description: "OAuth bearer token in the Authorization header",
        specUrl: "http://tools.ietf.org/html/draft-ietf-oauth-v2-bearer-01",
        primary: true,
      },
    ],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    // False although filters work: FACT-DISCOVERY-28.
    filter: { supported: false, maxResults: 0 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    xmlDataFormat: { supported: false },
  });
}

function documentsOf(call: Call): readonly JsonObject[] {
  return call.version === "1.1" ? schemaDocumentsV1() : schemaDocumentsV2();
}

export function listSchemas(call: Call): Answer {
  const isOffered = call.version === "2.0" || call.rules.settings.v1SchemasList;
  if (!isOffered) throw new ScimError("bad_endpoint");
  const documents = documentsOf(call);
  return ok(listResource(documents, documents.length, 1, call));
}

/** FACT-DISCOVERY-13: schema ids in the URL are `Users` and `Groups` in both versions. */
export function readSchema(call: Call): Answer {
  const documents = documentsOf(call);
  const byName: Record<string, JsonObject | undefined> = {
    Users: documents[0],
    Groups: documents[1],
  };
  const byUrn = call.rules.settings.schemasByUrn
    ? documents.find((document) => document.id === call.id)
    : undefined;
  const document = (Object.hasOwn(byName, call.id) ? byName[call.id] : undefined) ?? byUrn;
  if (!document) throw new ScimError("bad_endpoint");
  return ok(document);
}

/** FACT-DISCOVERY-34: a list without counters. */
export function listResourceTypes(call: Call): Answer {
  if (call.version === "1.1") throw new ScimError("bad_endpoint");
  return ok({ schemas: [urnsOf("2.0").list], Resources: resourceTypes(call.baseUrl) });
}

export function readResourceType(call: Call): Answer {
  const isOffered = call.version === "2.0" && call.rules.settings.resourceTypesById;
  const found = resourceTypes(call.baseUrl).find((type) => type.id === call.id);
  if (!isOffered || !found) throw new ScimError("bad_endpoint");
  return ok(found);
}
