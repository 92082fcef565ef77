import { choice, flag, whole } from "./setting.ts";

/** Settings of endpoints, bodies and headers. */
export const wireSettings = {
  v1UserDeleteStatus: choice({
    values: [200, 204],
    default: 200,
    facts: ["FACT-DELETE-01"],
    decides: "status of DELETE of a user in 1.1",
  }),
  v1GroupPatchStatus: choice({
    values: [200, 204],
    default: 204,
    facts: ["FACT-PATCH-03"],
    decides: "status of PATCH of a group in 1.1; 204 has no body",
  }),
  v2GroupDeleteStatus: choice({
    values: [200, 204],
    default: 204,
    facts: ["FACT-DELETE-06"],
    decides: "status of DELETE of a group in 2.0",
  }),
  groupPostBody: choice({
    values: ["full", "empty"],
    default: "full",
    facts: ["FACT-GROUP-03"],
    decides: "body of the answer to POST of a group in 1.1 (DIFF-POST-02)",
  }),
  v1SingularProviderConfig: flag({
    default: false,
    facts: ["FACT-DISCOVERY-05"],
    decides: "whether 1.1 also serves the singular /ServiceProviderConfig (DIFF-URL-02)",
  }),
  v1SchemasList: flag({
    default: false,
    facts: ["FACT-DISCOVERY-10"],
    decides: "whether 1.1 lists /Schemas",
  }),
  schemasByUrn: flag({
    default: false,
    facts: ["FACT-DISCOVERY-14"],
    decides: "whether /Schemas/{urn} is served too; documented are Users and Groups",
  }),
  resourceTypesById: flag({
    default: true,
    facts: ["FACT-DISCOVERY-09"],
    decides: "whether /ResourceTypes/User and /ResourceTypes/Group are served",
  }),
  discoveryDocuments: choice({
    values: ["recorded", "tidy"],
    default: "recorded",
    facts: ["FACT-DISCOVERY-49"],
    decides:
      "schemas and resource types as they were recorded, with their odd parts, or in the form of the specification",
  }),
  v1PatchAnnounced: flag({
    default: true,
    facts: ["FACT-DISCOVERY-25"],
    decides: "patch.supported in the configuration of 1.1; PATCH works with either value",
  }),
  v2ContentType: choice({
    values: ["application/json; charset=utf-8", "application/scim+json; charset=utf-8"],
    default: "application/json; charset=utf-8",
    facts: ["FACT-FORMAT-09"],
    decides: "media type of the answers of 2.0; the RFC requires application/scim+json",
  }),
  v1EscapesSlashes: flag({
    default: true,
    facts: ["FACT-FORMAT-10"],
    decides: "whether bodies of 1.1 escape a slash with a backslash",
  }),
  locationHeader: flag({
    default: false,
    facts: ["FACT-FORMAT-19"],
    decides: "whether a 201 has the header Location",
  }),
  attributesParameter: choice({
    values: ["ignore", "honour"],
    default: "ignore",
    facts: ["FACT-FORMAT-14"],
    decides: "attributes and excludedAttributes are ignored, or select top-level attributes",
  }),
  foreignContentType: choice({
    values: ["refuse", "accept"],
    default: "refuse",
    facts: ["FACT-FORMAT-03"],
    decides: "a request body whose Content-Type is not JSON",
  }),
  singleQuotedJson: choice({
    values: ["refuse", "accept"],
    default: "refuse",
    facts: ["FACT-FORMAT-29"],
    decides: "a request body whose strings are in single quotes",
  }),
  v1MethodOverride: choice({
    values: ["refuse", "honour"],
    default: "refuse",
    facts: ["FACT-PATCH-24"],
    decides: "a POST in 1.1 with the header X-HTTP-Method-Override (DIFF-OVERRIDE-01)",
  }),
  maxBodyBytes: whole({
    min: 1,
    max: 256 * 1024 * 1024,
    default: 4 * 1024 * 1024,
    facts: ["FACT-FORMAT-27"],
    decides: "largest request body in bytes; Slack's limit is not known",
  }),
  maxBodyDepth: whole({
    min: 1,
    max: 1000,
    default: 32,
    facts: ["FACT-FORMAT-28"],
    decides: "deepest nesting of a request body",
  }),
  v1PostRequiresSchemas: flag({
    default: true,
    facts: ["FACT-FORMAT-31", "FACT-USER-07"],
    decides: "whether POST without schemas is rejected in 1.1",
  }),
  v1PatchRequiresSchemas: flag({
    default: false,
    facts: ["FACT-PATCH-20", "FACT-FORMAT-32"],
    decides: "whether PATCH without schemas is rejected in 1.1",
  }),
  v1PutRequiresSchemas: flag({
    default: false,
    facts: ["FACT-PUT-28", "FACT-FORMAT-32"],
    decides: "whether PUT without schemas is rejected in 1.1",
  }),
  v2PatchRequiresPatchOp: flag({
    default: true,
    facts: ["FACT-PATCH-22"],
    decides: "whether a PATCH in 2.0 must contain the URN of PatchOp (DIFF-PATCH-02)",
  }),
  foreignSchemas: choice({
    values: ["refuse", "accept"],
    default: "refuse",
    facts: ["FACT-FORMAT-37"],
    decides: "a POST or PUT whose schemas has no URN of the version of the call (DIFF-URN-01)",
  }),
  unknownMembers: choice({
    values: ["ignore", "error"],
    default: "ignore",
    facts: ["FACT-ERROR-24", "FACT-USER-06"],
    decides: "unknown members of a body are ignored, or give invalid_request_payload",
  }),
  attributeNamesIgnoreCase: flag({
    default: true,
    facts: ["FACT-FORMAT-40"],
    decides: "whether attribute names of a body are matched regardless of case (DIFF-CASE-01)",
  }),
};
