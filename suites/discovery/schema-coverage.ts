import { clause, obs } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { at, items, typeOf } from "../json.ts";
import { describedAttributes, subAttributesOf } from "../provider/schema-attributes.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { extensionUrns } from "./extension-urns.ts";

/** Attributes that every resource has and no schema lists (RFC 7643 §3.1, SCIM 1.1 core schema §5). */
const common = ["schemas", "id", "externalId", "meta"];

/** A user and a group as returned. */
async function shown(t: CheckContext): Promise<{ User: unknown; Group: unknown }> {
  const user = await t.sharedUser();
  const group = await t.sharedGroup();
  return {
    User: (await t.users.get(user.id)).json,
    Group: (await t.groups.get(group.id)).json,
  };
}

/** The attributes of a resource that its schema does not list, sub-attributes by path. */
function unlisted(resource: unknown, attributes: unknown, prefix = ""): string[] {
  if (typeOf(resource) !== "object") return [];
  return Object.entries(resource as object).flatMap(([name, value]) => {
    if (name.startsWith("urn:") || (prefix === "" && common.includes(name))) return [];
    const listed = describedAttributes(attributes).find(
      (attribute) => at(attribute, "name") === name,
    );
    if (listed === undefined) return [`${prefix}${name}`];
    const parts = subAttributesOf(listed);
    if (parts.length === 0) return [];
    const values = Array.isArray(value) ? value : [value];
    return [...new Set(values.flatMap((entry) => unlisted(entry, parts, `${prefix}${name}.`)))];
  });
}

const { enterprise, profile, directory } = extensionUrns;

/** The extensions that a user can have: all, those of the long form or none (FACT-USER-50). */
const usedExtensions = [
  [],
  [directory],
  [enterprise],
  [profile],
  [enterprise, profile],
  [enterprise, directory, profile],
];

export const schemaCoverage: readonly Requirement[] = [
  {
    title: "the published schemas list every attribute that resources return",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-CS-10-07"),
      "2.0": clause("SCIM20-7643-7-16"),
    },
    expect: { User: [], Group: [] },
    check: async (t) => {
      const resources = await shown(t);
      const attributes = async (resource: "User" | "Group") => {
        const document = await t.provider.documents.document(resource);
        const status = document === undefined ? 404 : 200;
        t.provider.documents.needs({ status }, `no schema of ${resource} is published`);
        return at(document, "attributes");
      };
      return {
        User: unlisted(resources.User, await attributes("User")),
        Group: unlisted(resources.Group, await attributes("Group")),
      };
    },
  },
  {
    title: "every URN in schemas of a resource has a published schema",
    area: "discovery",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7643-7-02",
        obs(
          "FACT-DISCOVERY-74",
          { withoutSchema: oneOf(...usedExtensions) },
          "describes extensions within the schema of users, if at all",
        ),
      ),
    },
    expect: { withoutSchema: [] },
    check: async (t) => {
      const { User, Group } = await shown(t);
      const published = items(
        at((await t.provider.documents.listedSchemas()).json, "Resources"),
      ).map((schema) => at(schema, "id"));
      const used = [User, Group].flatMap((resource) => items(at(resource, "schemas")).map(String));
      return { withoutSchema: [...new Set(used)].filter((urn) => !published.includes(urn)).sort() };
    },
  },
];
