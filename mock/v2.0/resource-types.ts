import type { JsonObject } from "../../schemas/json-value.ts";
import { directoryUrn, urnsOf } from "../urns.ts";

const resourceTypeUrn = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

/**
 * FACT-DISCOVERY-08, FACT-DISCOVERY-35 to FACT-DISCOVERY-41, FACT-DISCOVERY-45: the two resource
 * types; only users have extensions.
 * @param hasDirectory whether users have the fourth extension too (FACT-DISCOVERY-42,
 *   FACT-DISCOVERY-43)
 */
export function resourceTypes(baseUrl: string, hasDirectory: boolean): readonly JsonObject[] {
  const urns = urnsOf("2.0");
  const fourth = hasDirectory ? [directoryUrn] : [];
  const extensions = [urns.enterprise, urns.guest, ...fourth, urns.profile];
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
      description: "User Account",
      schema: urns.user,
      schemaExtensions: extensions.map((schema) => ({ schema, required: false })),
      meta: meta("User"),
    },
    {
      schemas: [resourceTypeUrn],
      id: "Group",
      name: "Group",
      endpoint: "/Groups",
      description: "Group",
      schema: urns.group,
      meta: meta("Group"),
    },
  ];
}
