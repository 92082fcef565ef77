import { clause, obs, slackClause } from "../clause.ts";
import { clientError, type Expectation, type Json, oneOf } from "../expectation.ts";
import { asJson, at, items, textAt, typeOf } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import type { Findings } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { isOnAnotherHost } from "../run/location.ts";
import { blocked, Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { extensionUrns } from "./extension-urns.ts";

const resourceTypes = (t: CheckContext) => t.once("resource types", () => t.client.resourceTypes());

function onTypes(
  title: string,
  version: Requirement["versions"]["2.0"],
  expect: Expectation,
  observe: (types: unknown[], t: CheckContext) => Findings | Promise<Findings>,
): Requirement {
  return {
    title,
    area: "discovery",
    safety: "read",
    versions: version === undefined ? {} : { "2.0": version },
    expect,
    check: async (t) => {
      const types = items(at((await resourceTypes(t)).json, "Resources"));
      if (types.length === 0) throw blocked("no resource types are listed");
      return observe(types, t);
    },
  };
}

const listResponse = messageUrns.list;
const nameOf = (type: unknown) => textAt(type, "name");

const { enterprise, guest, directory, profile } = extensionUrns;

const published = async (t: CheckContext) =>
  items(at((await t.provider.documents.listedSchemas()).json, "Resources")).map((schema) =>
    at(schema, "id"),
  );

export const resourceTypeRequirements: readonly Requirement[] = [
  {
    title: "/ResourceTypes returns a list of resource types",
    area: "discovery",
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-4-04",
        obs(
          "FACT-DISCOVERY-34",
          { status: 200, schemas: [listResponse], Resources: "array", totalResults: "absent" },
          "leaves out the counters",
        ),
      ),
    },
    expect: {
      status: 200,
      schemas: [listResponse],
      Resources: "array",
      totalResults: "number",
    },
    check: async (t) => {
      const { status, json } = await resourceTypes(t);
      return {
        status,
        schemas: asJson(at(json, "schemas")),
        Resources: typeOf(at(json, "Resources")),
        totalResults: typeOf(at(json, "totalResults")),
      };
    },
  },
  {
    title: "version 1.1 has no resource types",
    area: "discovery",
    safety: "read",
    versions: { "1.1": slackClause("SLACK-DISCOVERY-03", "DOC", "FACT-DISCOVERY-06") },
    expect: { status: clientError },
    check: async (t) => ({ status: (await resourceTypes(t)).status }),
  },
  onTypes(
    "a resource type has a name, an endpoint and a schema",
    clause("SCIM20-7643-6-01", obs("FACT-DISCOVERY-36")),
    { incomplete: [] },
    (types) => ({
      incomplete: types.flatMap((type) =>
        ["name", "endpoint", "schema"]
          .filter((name) => typeof at(type, name) !== "string")
          .map((name) => `${nameOf(type)}: no ${name}`),
      ),
    }),
  ),
  onTypes(
    "the resource types include User and Group",
    slackClause("SLACK-DISCOVERY-04", "DOC", "FACT-DISCOVERY-08"),
    { missing: [] },
    (types) => ({
      missing: ["User", "Group"].filter((name) => !types.some((type) => nameOf(type) === name)),
    }),
  ),
  onTypes(
    "the schema of each resource type is published",
    clause("SCIM20-7643-6-02"),
    { unpublished: [] },
    async (types, t) => {
      const known = await published(t);
      return {
        unpublished: types
          .map((type) => asJson(at(type, "schema")) ?? null)
          .filter((urn) => !known.includes(urn)),
      };
    },
  ),
  onTypes(
    "each schema extension of a resource type has a URN and states whether it is required",
    clause("SCIM20-7643-6-03", obs("FACT-DISCOVERY-39")),
    { incomplete: [] },
    (types) => ({
      incomplete: types.flatMap((type) =>
        items(at(type, "schemaExtensions"))
          .filter(
            (extension) =>
              typeof at(extension, "schema") !== "string" ||
              typeof at(extension, "required") !== "boolean",
          )
          .map(() => nameOf(type)),
      ),
    }),
  ),
  onTypes(
    "the schema extensions of each resource type are published",
    clause(
      "SCIM20-7643-6-04",
      obs(
        "FACT-DISCOVERY-74",
        {
          unpublished: oneOf(
            [],
            [directory],
            [enterprise, guest, profile],
            [enterprise, directory, guest, profile],
          ),
        },
        "describes extensions within the schema of users, if at all",
      ),
    ),
    { unpublished: [] },
    async (types, t) => {
      const known = await published(t);
      const extensions = types.flatMap((type) => items(at(type, "schemaExtensions")));
      return {
        unpublished: extensions
          .map((extension) => asJson(at(extension, "schema")) ?? null)
          .filter((urn) => !known.includes(urn))
          .sort(),
      };
    },
  ),
  onTypes(
    "a required schema extension is present in every user",
    clause("SCIM20-7643-6-05", obs("FACT-DISCOVERY-41")),
    { missing: [] },
    async (types, t) => {
      const user = types.find((type) => nameOf(type) === "User");
      const required = items(at(user, "schemaExtensions"))
        .filter((extension) => at(extension, "required") === true)
        .map((extension) => String(at(extension, "schema")));
      if (required.length === 0)
        throw new Skip("not-applicable", "users have no required extension");
      const { json } = await t.users.list({ count: 100 });
      const users = items(at(json, "Resources"));
      return {
        missing: required.filter((urn) => users.some((each) => at(each, urn) === undefined)),
      };
    },
  ),
  onTypes(
    "the endpoint of each resource type exists below the base URL",
    clause("SCIM20-7643-6-06", obs("FACT-DISCOVERY-37")),
    { notThere: [] },
    async (types, t) => {
      const notThere: Json[] = [];
      const seen: Record<string, string | number> = {};
      for (const type of types) {
        const endpoint = textAt(type, "endpoint");
        const answer = await t.client.follow(`${t.client.baseUrl}${endpoint}?count=1`);
        if (answer?.status === 200) continue;
        notThere.push(endpoint);
        seen[`status of ${endpoint}`] = answer?.status ?? "outside the base URL";
      }
      return { notThere: withValues(notThere, seen) };
    },
  ),
  onTypes(
    "each resource type has the ResourceType URN in schemas",
    clause("SCIM20-7643-6-07", obs("FACT-DISCOVERY-36")),
    { otherwise: [] },
    (types) => ({
      otherwise: types
        .filter(
          (type) =>
            !items(at(type, "schemas")).includes(
              "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
            ),
        )
        .map(nameOf),
    }),
  ),
  onTypes(
    "each resource type is served at its meta.location, or by its name",
    clause("SCIM20-7644-4-05"),
    { notThere: [] },
    async (types, t) => {
      const notThere: Json[] = [];
      const seen: Record<string, unknown> = {};
      for (const type of types) {
        const { ownUrls } = t.provider.shows;
        const shown = at(type, "meta", "location");
        // Slack is not known to serve single resource types; elsewhere the text says where they are.
        if (typeof shown !== "string" && ownUrls)
          throw blocked("resource types have no meta.location");
        const byName = `${t.client.baseUrl}/ResourceTypes/${encodeURIComponent(nameOf(type))}`;
        const location = typeof shown === "string" ? shown : byName;
        if (!ownUrls && isOnAnotherHost(location, t.client.baseUrl)) continue;
        const answer = await t.client.follow(location);
        if (!answer && !ownUrls) continue;
        if (answer?.status === 200 && at(answer.json, "name") === at(type, "name")) continue;
        notThere.push(nameOf(type));
        seen[location] = answer ? { status: answer.status, name: at(answer.json, "name") } : null;
      }
      return { notThere: withValues(notThere, seen) };
    },
  ),
];
