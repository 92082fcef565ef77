import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onError, onSuccess, planter } from "../plant.ts";
import { describedIn } from "./described.ts";

const plant = planter("discovery");
const config = { operation: "config" } as const;

function without(name: string) {
  return onBody(config, (body) => {
    delete body[name];
  });
}

function claiming(name: string, supported: boolean) {
  return onBody(config, (body) => {
    body[name] = { supported };
  });
}

function onSchema(change: (document: JsonObject) => void) {
  return onBody({ operation: ["schema", "schemas"] }, (body) => {
    for (const document of body.Resources ? objectsIn(body.Resources) : [body]) change(document);
  });
}

function onResourceTypes(change: (type: JsonObject) => void) {
  return onBody({ operation: "resource-types" }, (body) =>
    objectsIn(body.Resources).forEach(change),
  );
}

/** Faults of the service provider configuration, schemas and resource types. */
export const discoveryFaults: readonly Fault[] = [
  plant(
    "config-without-patch",
    "The service provider configuration lacks `patch`",
    { v1: ["SCIM11-CS-9-01", "DIFF-SPC-04"], v2: ["SCIM20-7643-5-01", "DIFF-SPC-04"] },
    without("patch"),
  ),
  plant(
    "config-without-bulk",
    "The service provider configuration lacks `bulk`",
    { v1: ["SCIM11-CS-9-02"], v2: ["SCIM20-7643-5-02"] },
    without("bulk"),
  ),
  plant(
    "config-without-filter",
    "The service provider configuration lacks `filter`",
    { v1: ["SCIM11-CS-9-03", "SLACK-CONFIG-02"], v2: ["SCIM20-7643-5-03", "SLACK-CONFIG-02"] },
    without("filter"),
  ),
  plant(
    "config-without-change-password",
    "The service provider configuration lacks `changePassword`",
    { v1: ["SCIM11-CS-9-04"], v2: ["SCIM20-7643-5-04"] },
    without("changePassword"),
  ),
  plant(
    "config-without-sort",
    "The service provider configuration lacks `sort`",
    { v1: ["SCIM11-CS-9-04"], v2: ["SCIM20-7643-5-05"] },
    without("sort"),
  ),
  plant(
    "config-without-etag",
    "The service provider configuration lacks `etag`",
    { v1: ["SCIM11-CS-9-04"], v2: ["SCIM20-7643-5-06"] },
    without("etag"),
  ),
  plant(
    "v1-config-without-xml-flag",
    "The configuration lacks `xmlDataFormat` in v1.1",
    { v1: ["SCIM11-CS-9-04"] },
    without("xmlDataFormat"),
  ),
  plant(
    "config-without-authentication-schemes",
    "The configuration lists no authentication scheme",
    { v1: ["SCIM11-CS-9-05"], v2: ["SCIM20-7643-5-07"] },
    onBody(config, (body) => {
      body.authenticationSchemes = [];
    }),
  ),
  plant(
    "config-scheme-without-description",
    "The authentication scheme has no description",
    { v1: ["SCIM11-CS-9-05"], v2: ["SCIM20-7643-5-07"] },
    onBody(config, (body) => {
      for (const scheme of objectsIn(body.authenticationSchemes)) delete scheme.description;
    }),
  ),
  plant(
    "config-scheme-type-unknown",
    "The authentication scheme has a type that the specification does not define",
    { v1: ["SCIM11-CS-9-06"] },
    onBody(config, (body) => {
      for (const scheme of objectsIn(body.authenticationSchemes)) scheme.type = "magic";
    }),
  ),
  plant(
    "config-denies-patch",
    "The configuration says that PATCH is not supported",
    // In v1.1 it was observed (FACT-DISCOVERY-25).
    { v2: ["SCIM20-7643-5-11"] },
    claiming("patch", false),
  ),
  plant(
    "config-claims-etag",
    "The configuration announces ETags, which no response has",
    { v1: ["SCIM11-CS-9-09"], v2: ["SCIM20-7643-5-11"] },
    claiming("etag", true),
  ),
  plant(
    "config-claims-sort",
    "The configuration announces sorting, which is not supported",
    { v1: ["SLACK-CONFIG-01", "SAME-12"], v2: ["SLACK-CONFIG-01", "SAME-12"] },
    claiming("sort", true),
  ),
  plant(
    "config-flag-as-string",
    "`patch.supported` is the string `true`",
    { v1: ["SCIM11-CS-9-01"], v2: ["SCIM20-7643-5-01"] },
    onBody(config, (body) => {
      body.patch = { supported: "true" };
    }),
  ),
  plant(
    "config-needs-token",
    "The configuration is not readable without a valid token",
    { v1: ["SCIM11-CS-9-07", "DIFF-AUTH-03"], v2: ["SCIM20-7643-5-09", "DIFF-AUTH-03"] },
    { defects: { openNeedsToken: true } },
  ),
  plant(
    "config-missing",
    "The service provider configuration is missing",
    { v1: ["SCIM11-API-3-03"], v2: ["SCIM20-7644-3.2-02", "SLACK-CONFIG-03"] },
    onSuccess(config, (answer) => {
      answer.status = 404;
    }),
  ),
  plant(
    "v2-schemas-list-missing",
    "`/Schemas` is not found in v2.0",
    { v2: ["SCIM20-7644-4-02", "SCIM20-7644-4-06"] },
    onSuccess({ operation: "schemas" }, (answer) => {
      answer.status = 404;
    }),
  ),
  plant(
    "schema-documents-missing",
    "`/Schemas/Users` and `/Schemas/Groups` are not found",
    { v1: ["SCIM11-API-3-04"], v2: ["SLACK-DISCOVERY-01"] },
    onSuccess({ operation: "schema" }, (answer) => {
      answer.status = 404;
    }),
  ),
  plant(
    "schema-without-attributes",
    "Schema documents have no `attributes`",
    {
      v1: ["SCIM11-CS-10-02", "SLACK-DISCOVERY-02"],
      v2: ["SCIM20-7643-7-16", "SLACK-DISCOVERY-02"],
    },
    onSchema((document) => {
      delete document.attributes;
    }),
  ),
  plant(
    "schema-attribute-without-type",
    "Attributes in schema documents have no `type`",
    { v1: ["SCIM11-CS-10-03"], v2: ["SCIM20-7643-7-03"] },
    onSchema((document) => {
      for (const attribute of objectsIn(document.attributes)) delete attribute.type;
    }),
  ),
  plant(
    "schema-attribute-type-unknown",
    "Attributes in schema documents have a type that the specification does not define",
    { v2: ["SCIM20-7643-7-05", "SCIM20-7643-2.3-01"] },
    onSchema((document) => {
      for (const attribute of describedIn(document)) attribute.type = "text";
    }),
  ),
  plant(
    "v2-schema-strings-have-reference-types",
    "Strings have `referenceTypes` in v2.0's schema documents",
    { v2: ["SCIM20-7643-7-14"] },
    onSchema((document) => {
      for (const attribute of objectsIn(document.attributes)) {
        if (attribute.type === "string") attribute.referenceTypes = ["external"];
      }
    }),
  ),
  plant(
    "schema-lacks-active",
    "The schema of users does not describe `active`",
    { v1: ["SCIM11-CS-10-07", "DIFF-SCH-05"], v2: ["SCIM20-7643-7-16", "DIFF-SCH-05"] },
    onSchema((document) => {
      document.attributes = objectsIn(document.attributes).filter((each) => each.name !== "active");
    }),
  ),
  plant(
    "schema-lacks-user-name",
    "The schema of users does not describe `userName`",
    { v1: ["SCIM11-CS-10-07"], v2: ["SCIM20-7643-7-16"] },
    onSchema((document) => {
      document.attributes = objectsIn(document.attributes).filter(
        (each) => each.name !== "userName",
      );
    }),
  ),
  plant(
    "v2-schema-id-no-urn",
    "The ids of schema documents are not URNs in v2.0",
    { v2: ["SCIM20-7643-7-01", "SCIM20-7643-6-02", "SCIM20-7643-7-02", "DIFF-SCH-03"] },
    onSchema((document) => {
      document.id = document.name;
    }),
  ),
  plant(
    "v2-resource-types-missing",
    "`/ResourceTypes` is not found in v2.0",
    { v2: ["SCIM20-7644-4-04", "DIFF-RT-01"] },
    onSuccess({ operation: "resource-types" }, (answer) => {
      answer.status = 404;
    }),
  ),
  plant(
    "v2-resource-types-without-group",
    "`/ResourceTypes` does not list groups in v2.0",
    { v2: ["DIFF-RT-01", "SLACK-DISCOVERY-04"] },
    onBody({ operation: "resource-types" }, (body) => {
      body.Resources = objectsIn(body.Resources).filter((type) => type.name !== "Group");
    }),
  ),
  plant(
    "v2-resource-type-endpoint-wrong",
    "Resource types name endpoints that do not exist in v2.0",
    { v2: ["SCIM20-7643-6-06"] },
    onResourceTypes((type) => {
      type.endpoint = `/People${type.endpoint}`;
    }),
  ),
  plant(
    "v2-resource-type-without-name",
    "Resource types have no `name` in v2.0",
    { v2: ["SCIM20-7643-6-01", "SCIM20-7644-4-05"] },
    onResourceTypes((type) => {
      delete type.name;
    }),
  ),
  plant(
    "v2-resource-type-schema-wrong",
    "Resource types name a schema that is not published in v2.0",
    { v2: ["SCIM20-7643-6-02", "SCIM20-7643-3-04"] },
    onResourceTypes((type) => {
      type.schema = `${type.schema}s`;
    }),
  ),
  plant(
    "v1-resource-types-offered",
    "v1.1 returns 200 at an endpoint that it does not have, such as `/ResourceTypes`",
    { v1: ["DIFF-RT-01", "SLACK-DISCOVERY-03", "SLACK-DISCOVERY-06"] },
    onError(
      (answer, call) => {
        if (call.resource !== "none") return;
        answer.status = 200;
        answer.body = { Resources: [] };
      },
      404,
      { operation: "unknown" },
    ),
  ),
  plant(
    "v2-missing-endpoint-unexplained",
    "An endpoint that is not offered returns 404 without a body in v2.0",
    { v2: ["SCIM20-7644-3.2-03", "SCIM20-7644-3.7-01", "SLACK-DISCOVERY-06"] },
    onError(
      (answer) => {
        answer.body = undefined;
      },
      404,
      { operation: "unknown" },
    ),
  ),
  plant(
    "v2-config-singular-missing",
    "The singular `/ServiceProviderConfig` is not found in v2.0",
    { v2: ["SCIM20-7644-3.2-02", "DIFF-URL-02"] },
    onSuccess(config, (answer, call) => {
      if (!isObject(answer.body) || call.path.endsWith("s")) return;
      answer.status = 404;
    }),
  ),
];
