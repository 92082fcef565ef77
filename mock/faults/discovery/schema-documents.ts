import type { JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onError, planter } from "../plant.ts";

const plant = planter("discovery");

function onDocument(change: (document: JsonObject) => void) {
  return onBody({ operation: ["schema", "schemas"] }, (body) => {
    for (const document of body.Resources ? objectsIn(body.Resources) : [body]) change(document);
  });
}

/** Changes the attributes of schema documents, but not their sub-attributes. */
function onAttribute(change: (attribute: JsonObject) => void) {
  return onDocument((document) => objectsIn(document.attributes).forEach(change));
}

const objectsOrValues = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const attributesOfTheServer = ["id", "meta", "groups"];

/** Faults in the content of schema documents, and in who may change them. */
export const schemaDocumentFaults: readonly Fault[] = [
  plant(
    "v1-schema-names-in-plural",
    "Schema documents are named `Users` and `Groups` in v1.1, like their endpoints",
    { v1: ["SCIM11-CS-10-01"] },
    onDocument((document) => {
      document.name = `${document.name}s`;
    }),
  ),
  plant(
    "v1-schema-without-child-names",
    "Multi-valued attributes have no `multiValuedAttributeChildName` in v1.1's schema documents",
    { v1: ["SCIM11-CS-10-04"] },
    onAttribute((attribute) => {
      delete attribute.multiValuedAttributeChildName;
    }),
  ),
  plant(
    "v1-schema-canonical-types-wrong",
    "Schema documents list other canonical types than those of the specification in v1.1",
    { v1: ["SCIM11-CS-10-05"] },
    onAttribute((attribute) => {
      for (const part of objectsIn(attribute.subAttributes)) {
        if (part.canonicalValues) part.canonicalValues = ["main"];
      }
    }),
  ),
  plant(
    "schema-lacks-extensions",
    "The schema of users does not describe the extensions",
    { v1: ["DIFF-SCH-04"], v2: ["DIFF-SCH-04"] },
    onDocument((document) => {
      document.attributes = objectsIn(document.attributes).filter(
        ({ name }) => !String(name).startsWith("urn:"),
      );
    }),
  ),
  plant(
    "v2-schema-in-the-form-of-v1",
    "Attributes have the characteristics of v1.1 in v2.0's schema documents",
    { v2: ["SCIM20-7643-7-03", "DIFF-SCH-02"] },
    onAttribute((attribute) => {
      attribute.readOnly = attribute.mutability === "readOnly";
      delete attribute.mutability;
      delete attribute.returned;
    }),
  ),
  plant(
    "v2-schema-lists-another-loose-value",
    "The attributes in v2.0's schema documents include a null",
    { v2: ["SCIM20-7643-7-03"] },
    onDocument((document) => {
      document.attributes = [...objectsOrValues(document.attributes), null];
    }),
  ),
  plant(
    "v1-schema-endpoint-wrong",
    "Schema documents name endpoints that do not exist in v1.1",
    { v1: ["SCIM11-CS-10-06"] },
    onDocument((document) => {
      document.endpoint = `/People${document.endpoint}`;
    }),
  ),
  plant(
    "v1-schema-id-writable",
    "Schema documents call `id`, `meta` and `groups` writable in v1.1",
    { v1: ["SCIM11-CS-3-01"] },
    onAttribute((attribute) => {
      if (attributesOfTheServer.includes(String(attribute.name))) attribute.readOnly = false;
    }),
  ),
  plant(
    "v2-schema-without-sub-attributes",
    "Complex attributes do not list their sub-attributes in v2.0's schema documents",
    { v2: ["SCIM20-7643-7-04"] },
    onAttribute((attribute) => {
      delete attribute.subAttributes;
    }),
  ),
  plant(
    "v2-schemas-list-messages",
    "The list of schemas contains one for list responses in v2.0",
    { v2: ["SCIM20-7644-3.1-02"] },
    onBody({ operation: "schemas" }, (body) => {
      const message = { id: "urn:ietf:params:scim:api:messages:2.0:ListResponse", name: "List" };
      body.Resources = [...objectsIn(body.Resources), message];
    }),
  ),
  plant(
    "schemas-writable",
    "A PUT of a schema document succeeds",
    { v1: ["SCIM11-CS-10-08"], v2: ["SCIM20-7643-7-15"] },
    onError((answer, call) => {
      if (call.method === "PUT" && call.path.includes("/Schemas/")) answer.status = 200;
    }, 405),
  ),
];
