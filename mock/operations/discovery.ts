import type { JsonObject } from "../../schemas/json-value.ts";
import type { Answer, Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { listResource } from "../representation/list.ts";
import { urnsOf } from "../urns.ts";
import { recordedSchemasV1 } from "../v1.1/recorded-schemas.ts";
import { tidySchemasV1 } from "../v1.1/tidy-schemas.ts";
import { recordedSchemasV2 } from "../v2.0/recorded-schemas.ts";
import { resourceTypes } from "../v2.0/resource-types.ts";
import { tidySchemasV2 } from "../v2.0/tidy-schemas.ts";

function ok(body: JsonObject): Answer {
  return { status: 200, headers: {}, body };
}

/**
 * FACT-DISCOVERY-17, FACT-DISCOVERY-18, FACT-DISCOVERY-21: the same document in both versions, with
 * neither `schemas` nor `meta`, nor a `documentationUrl`.
 */
export function readConfig({ version, rules }: Call): Answer {
  return ok({
    authenticationSchemes: [
      {
        // FACT-DISCOVERY-23, FACT-DISCOVERY-24.
        type: "oauthbearertoken",
        name: "OAuth Bearer Token",
        description: "Authentication Scheme using the OAuth Bearer Token Standard",
        specUrl: "http://tools.ietf.org/html/draft-ietf-oauth-v2-bearer-01",
        primary: true,
      },
    ],
    // It works whatever v1.1 says here (FACT-DISCOVERY-25 to FACT-DISCOVERY-27).
    patch: { supported: version === "2.0" || rules.settings.v1PatchAnnounced },
    // FACT-DISCOVERY-29 to FACT-DISCOVERY-32.
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    // False although filters work: FACT-DISCOVERY-28.
    filter: { supported: false, maxResults: 0 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    xmlDataFormat: { supported: false },
  });
}

/** FACT-DISCOVERY-49: the documents as recorded, or in the form of the specification. */
function isRecordedForm({ rules }: Call): boolean {
  return rules.settings.discoveryDocuments === "recorded";
}

function documentsOf(call: Call): readonly JsonObject[] {
  if (call.version === "1.1") return isRecordedForm(call) ? recordedSchemasV1() : tidySchemasV1();
  return isRecordedForm(call) ? recordedSchemasV2() : tidySchemasV2();
}

/** FACT-DISCOVERY-34, FACT-DISCOVERY-73: a list without counters, as v2.0 has it in discovery. */
function withoutCounters(documents: readonly JsonObject[]): JsonObject {
  return { schemas: [urnsOf("2.0").list], Resources: documents };
}

export function listSchemas(call: Call): Answer {
  const isOffered = call.version === "2.0" || call.rules.settings.v1SchemasList;
  if (!isOffered) throw new ScimError("bad_endpoint");
  const documents = documentsOf(call);
  if (call.version === "2.0" && isRecordedForm(call)) return ok(withoutCounters(documents));
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

function typesOf(call: Call): readonly JsonObject[] {
  const hasDirectory = isRecordedForm(call) || call.rules.settings.directoryBlock;
  return resourceTypes(call.baseUrl, hasDirectory);
}

export function listResourceTypes(call: Call): Answer {
  if (call.version === "1.1") throw new ScimError("bad_endpoint");
  return ok(withoutCounters(typesOf(call)));
}

export function readResourceType(call: Call): Answer {
  const isOffered = call.version === "2.0" && call.rules.settings.resourceTypesById;
  const found = typesOf(call).find((type) => type.id === call.id);
  if (!isOffered || !found) throw new ScimError("bad_endpoint");
  return ok(found);
}
