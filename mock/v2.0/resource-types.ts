import type { JsonObject } from "../../schemas/json-value.ts";
import { urnsOf } from "../urns.ts";

const resourceTypeUrn = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

/** FACT-DISCOVERY-08: the two resource types. */
export function resourceTypes(baseUrl: string): readonly JsonObject[] {
  const urns = urnsOf("2.0");
  const extensions = [urns.enterprise, urns.guest, urns.profile];
  const meta = (name: string) => ({
    location: `${baseUrl}/ResourceTypes/${name}`,
    resourceType: "ResourceType",
  });
  return [
    {
      schemas: [resourceTypeUrn],
      id: "User",
      name: "User",
      endpoint: "/Users",
      description: "Slack member accounts",
      schema: urns.user,
      schemaExtensions: extensions.map((schema) => ({ schema, required: false })),
      meta: meta("User"),
    },
    {
      schemas: [resourceTypeUrn],
      id: "Group",
      name: "Group",
      endpoint: "/Groups",
      description: "IdP groups or user groups",
      schema: urns.group,
      meta: meta("Group"),
    },
  ];
}
