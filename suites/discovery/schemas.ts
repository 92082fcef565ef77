import type { JsonObject, Outcome } from "../../client/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { clientError, type Expectation, type Json, oneOf } from "../expectation.ts";
import { asJson, at, items, textAt } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import type { Findings } from "../not-observed.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import {
  attributeObjects,
  describedAttributes,
  looseExtensions,
  looseValues,
  subAttributesOf,
} from "../provider/schema-attributes.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { extensionUrns } from "./extension-urns.ts";

/** The violations of an attribute of a schema and of its sub-attributes, by path. */
export function faults(
  attributes: unknown,
  find: (attribute: JsonObject) => readonly string[],
  prefix = "",
): string[] {
  return describedAttributes(attributes).flatMap((attribute) => {
    const path = `${prefix}${textAt(attribute, "name")}`;
    const below = faults(subAttributesOf(attribute), find, `${path}.`);
    return [...find(attribute).map((fault) => `${path}: ${fault}`), ...below];
  });
}

/** A requirement on every published schema document. */
export function onSchemas(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (documents: unknown[], t: CheckContext) => Findings | Promise<Findings>,
): Requirement {
  return {
    title,
    area: "discovery",
    safety: "read",
    versions,
    expect,
    check: async (t) => observe(await t.provider.documents.publishedSchemas(), t),
  };
}

/** The canonical values that a schema lists for the type of a multi-valued attribute. */
function canonicalTypes(attribute: unknown): unknown[] {
  const parts = subAttributesOf(attribute);
  return items(
    at(
      parts.find((part) => at(part, "name") === "type"),
      "canonicalValues",
    ),
  );
}

const without = (attribute: JsonObject, names: readonly string[]): string[] =>
  names.filter((name) => attribute[name] === undefined).map((name) => `no ${name}`);

const inEach = (documents: unknown[], find: (attribute: JsonObject) => readonly string[]) =>
  documents.flatMap((document) => faults(at(document, "attributes"), find));

/** The data types: SCIM 1.1 core schema §3.1, RFC 7643 §2.3. */
const types20 = [
  "string",
  "boolean",
  "decimal",
  "integer",
  "dateTime",
  "reference",
  "complex",
  "binary",
];

const shownType = (type: unknown) => (typeof type === "string" ? type : "no type");

/** The type of an attribute, if RFC 7643 does not define it. */
export const otherType = (type: unknown): string[] =>
  types20.includes(shownType(type)) ? [] : [shownType(type)];

const { enterprise, guest, profile } = extensionUrns;
const manager = `${enterprise}.manager`;
const startDate = `${profile}.startDate`;

/** The types of Slack that RFC 7643 does not define, as the observation of a check names them. */
export const slackTypes = (fact: "otherTypes" | "ownTypes") =>
  obs(
    "FACT-DISCOVERY-88",
    { [fact]: oneOf([], [`${guest}.expiration: datetime`, `${startDate}: datetime`]) },
    "spells the type datetime",
  );

/** The status of a single document; a list in its place is not the document. */
function servedAs({ status, json }: Outcome<unknown>): Json {
  return status === 200 && Array.isArray(at(json, "Resources")) ? "a list" : status;
}

export const schemas: readonly Requirement[] = [
  {
    title: "the schemas of users and groups are served by name",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3-04", doc("FACT-DISCOVERY-12")),
      "2.0": slackClause("SLACK-DISCOVERY-01", "DOC", "FACT-DISCOVERY-12"),
    },
    expect: { User: 200, Group: 200 },
    check: async (t) => ({
      User: servedAs(await t.provider.documents.schema("User")),
      Group: (await t.provider.offers.groups())
        ? servedAs(await t.provider.documents.schema("Group"))
        : withoutGroups(),
    }),
  },
  {
    title: "the user schema lists attributes with names and descriptions",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-DISCOVERY-02", "OBS", "FACT-DISCOVERY-46"),
      "2.0": slackClause("SLACK-DISCOVERY-02", "OBS", "FACT-DISCOVERY-90"),
    },
    expect: { hasAttributes: true, incomplete: [] },
    check: async (t) => {
      const attributes = items(at((await t.provider.documents.schema("User")).json, "attributes"));
      return {
        hasAttributes: withValues(attributes.length > 0, { attributes: attributes.length }),
        incomplete: faults(attributes, (attribute) => without(attribute, ["name", "description"])),
      };
    },
  },
  {
    title: "/Schemas returns a list of all schemas",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-4-02", doc("FACT-DISCOVERY-11")) },
    expect: {
      status: 200,
      schemas: [messageUrns.list],
      hasSchemas: true,
    },
    check: async (t) => {
      const { status, json } = await t.provider.documents.schemas();
      return {
        status,
        schemas: asJson(at(json, "schemas")),
        hasSchemas: withValues(items(at(json, "Resources")).length > 0, {
          "members returned": Object.keys(Object(json)),
        }),
      };
    },
  },
  onSchemas(
    "each schema is served by its URN",
    {
      "2.0": clause(
        "SCIM20-7644-4-03",
        inf("FACT-DISCOVERY-14", {}, "documents the names Users and Groups"),
      ),
    },
    { notServed: [] },
    async (all, t) => {
      const notServed: Json[] = [];
      for (const id of all.map((schema) => textAt(schema, "id"))) {
        const answer = await t.client.schemaById(id);
        const seen = servedAs(answer);
        if (seen !== 200) notServed.push(id);
        else if (at(answer.json, "id") !== id)
          notServed.push(`${id}: ${textAt(answer.json, "id")}`);
      }
      return { notServed };
    },
  ),
  onSchemas(
    "the core schemas are named User and Group",
    { "1.1": clause("SCIM11-CS-10-01", obs("FACT-DISCOVERY-50")) },
    { User: true, Group: true },
    async (all, t) => {
      // Schemas of extensions may be listed too, and in any order.
      const names = all.map((schema) => at(schema, "name"));
      return {
        User: withValues(names.includes("User"), { "names listed": names }),
        Group: (await t.provider.offers.groups())
          ? withValues(names.includes("Group"), { "names listed": names })
          : withoutGroups(),
      };
    },
  ),
  onSchemas(
    "a schema has a description, a URN, an endpoint and attributes",
    {
      "1.1": clause(
        "SCIM11-CS-10-02",
        obs(
          "FACT-DISCOVERY-51",
          { missing: [], ofSeveralUrns: oneOf([], ["User"]) },
          "lists two URNs in the schema of users",
        ),
      ),
    },
    { missing: [], ofSeveralUrns: [] },
    (all) => ({
      missing: all.flatMap((schema) =>
        ["description", "schema", "endpoint", "attributes"].filter(
          (name) => at(schema, name) === undefined,
        ),
      ),
      ofSeveralUrns: all
        .filter((schema) => Array.isArray(at(schema, "schema")))
        .map((schema) => textAt(schema, "name")),
    }),
  ),
  onSchemas(
    "the id of a schema is a URN",
    { "2.0": clause("SCIM20-7643-7-01", obs("FACT-DISCOVERY-76")) },
    { otherIds: [] },
    (all) => ({
      otherIds: all
        .map((schema) => asJson(at(schema, "id")) ?? null)
        .filter((id) => typeof id !== "string" || !id.startsWith("urn:")),
    }),
  ),
  onSchemas(
    "each attribute of a schema states all its characteristics",
    {
      "1.1": clause("SCIM11-CS-10-03", obs("FACT-DISCOVERY-64")),
      "2.0": clause(
        "SCIM20-7643-7-03",
        obs(
          "FACT-DISCOVERY-79",
          {
            incomplete: oneOf([], [`${startDate}: no mutability`, `${startDate}: no returned`]),
            looseValues: oneOf(0, 29),
          },
          "lists the values of extensions loose",
        ),
      ),
    },
    { incomplete: [], looseValues: 0 },
    (all, t) => {
      const common = ["name", "type", "multiValued", "description", "required"];
      // SCIM 1.1 gives sub-attributes no schema and no multiplicity (core schema §10).
      const find = (attribute: JsonObject) =>
        without(attribute, [...common, "mutability", "returned"]);
      const top = [...common, "schema", "readOnly", "caseExact"];
      const incomplete = all.flatMap((schema) =>
        t.version === "2.0"
          ? [
              ...faults(attributeObjects(at(schema, "attributes")), find),
              // Loose values have no names, but the sub-attributes among them do.
              ...looseExtensions(at(schema, "attributes")).flatMap(({ name, subAttributes }) =>
                faults(subAttributes, find, `${name}.`),
              ),
            ]
          : describedAttributes(at(schema, "attributes")).flatMap((attribute) =>
              without(attribute, top).map((fault) => `${textAt(attribute, "name")}: ${fault}`),
            ),
      );
      const loose = all.map((schema) => looseValues(at(schema, "attributes")));
      return { incomplete, looseValues: loose.reduce((sum, count) => sum + count, 0) };
    },
  ),
  onSchemas(
    "multi-valued attributes, and no others, name their child element",
    {
      "1.1": clause(
        "SCIM11-CS-10-04",
        obs(
          "FACT-DISCOVERY-53",
          { wrong: oneOf([], ["urn:scim:schemas:extension:enterprise:1.0: child name"]) },
          "calls the enterprise extension multi-valued",
        ),
      ),
    },
    { wrong: [] },
    (all) => ({
      wrong: inEach(all, ({ multiValued, multiValuedAttributeChildName: child }) =>
        (multiValued === true) === (typeof child === "string") ? [] : ["child name"],
      ),
    }),
  ),
  onSchemas(
    "the schema lists the canonical types of e-mail addresses and phone numbers",
    { "1.1": clause("SCIM11-CS-10-05", obs("FACT-DISCOVERY-59")) },
    { withoutValues: [] },
    (all) => {
      const listed = all
        .flatMap((schema) => items(at(schema, "attributes")))
        .filter((attribute) => ["emails", "phoneNumbers"].includes(String(at(attribute, "name"))))
        .map((attribute) => ({ attribute, values: canonicalTypes(attribute) }))
        // The member is optional; where present, it contains the values of the core schema.
        .filter(({ values }) => values.length > 0);
      if (listed.length === 0) throw new Skip("not-applicable", "no canonical values are listed");
      return {
        withoutValues: listed
          .filter(({ values }) => !["work", "home"].every((value) => values.includes(value)))
          .map(({ attribute }) => asJson(at(attribute, "name")) ?? null),
      };
    },
  ),
  onSchemas(
    "the endpoint of a schema exists below the base URL",
    { "1.1": clause("SCIM11-CS-10-06", obs("FACT-DISCOVERY-50")) },
    { otherwise: [] },
    async (all, t) => {
      const otherwise: Json[] = [];
      for (const schema of all) {
        const endpoint = textAt(schema, "endpoint");
        const answer = await t.client.follow(`${t.client.baseUrl}${endpoint}?count=1`);
        if (answer?.status === 200) continue;
        otherwise.push({ endpoint, status: answer?.status ?? "outside the base URL" });
      }
      return { otherwise };
    },
  ),
  onSchemas(
    "complex attributes list their sub-attributes",
    {
      "2.0": clause(
        "SCIM20-7643-7-04",
        obs(
          "FACT-DISCOVERY-86",
          {
            withoutParts: oneOf([], ["groups: no subAttributes", `${manager}: no subAttributes`]),
          },
          "spells subattributes, and gives manager one object (FACT-DISCOVERY-85)",
        ),
      ),
    },
    { withoutParts: [] },
    (all) => ({
      withoutParts: inEach(all, ({ type, subAttributes }) =>
        type === "complex" && items(subAttributes).length === 0 ? ["no subAttributes"] : [],
      ),
    }),
  ),
  onSchemas(
    "attributes have a type that RFC 7643 defines",
    { "2.0": clause("SCIM20-7643-7-05", slackTypes("otherTypes")) },
    { otherTypes: [] },
    (all) => ({
      otherTypes: inEach(all, ({ type }) => otherType(type)),
    }),
  ),
  onSchemas(
    "only attributes of type reference have referenceTypes",
    { "2.0": clause("SCIM20-7643-7-14", obs("FACT-DISCOVERY-91")) },
    { others: [] },
    (all) => ({
      others: inEach(all, ({ type, referenceTypes }) =>
        referenceTypes !== undefined && type !== "reference" ? [shownType(type)] : [],
      ),
    }),
  ),
  onSchemas(
    "/Schemas does not list message URNs",
    { "2.0": clause("SCIM20-7644-3.1-02", obs("FACT-DISCOVERY-74")) },
    { messages: [] },
    (all) => ({
      messages: all
        .map((schema) => textAt(schema, "id"))
        .filter((id) => id.startsWith("urn:ietf:params:scim:api:messages:")),
    }),
  ),
  {
    title: "schemas are read-only",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-10-08", inf("FACT-DISCOVERY-16")),
      "2.0": clause("SCIM20-7643-7-15", inf("FACT-DISCOVERY-16")),
    },
    expect: { status: clientError },
    check: async (t) => ({ status: (await t.client.writeSchema()).status }),
  },
];
