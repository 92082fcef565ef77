import type { JsonObject, Outcome } from "../../client/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { clientError, type Expectation, type Json, type Observation } from "../expectation.ts";
import { asJson, at, items, typeOf } from "../json.ts";
import { messageUrns } from "../message-urns.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked, Skip } from "../run/stop.ts";

type Resource = "User" | "Group";

export const schemaOf = (t: CheckContext, resource: Resource) =>
  t.once(`schema of ${resource}`, () => t.client.schema(resource));
export const schemaList = (t: CheckContext) => t.once("all schemas", () => t.client.schemas());

/**
 * The list of schemas, for rules on something else than that there is one (RFC 7644 §4).
 * @throws Skip where there is none; at Slack its absence is a part of what is compared
 */
export async function publishedSchemas(t: CheckContext): Promise<Outcome<JsonObject>> {
  const list = await schemaList(t);
  if (t.profile === "rfc" && list.status >= 400) throw blocked("no list of schemas is published");
  return list;
}

/** Every schema document that the version publishes: the list in 2.0, the two by name in 1.1. */
async function documents(t: CheckContext): Promise<unknown[]> {
  const found =
    t.version === "2.0"
      ? items(at((await schemaList(t)).json, "Resources"))
      : [await schemaOf(t, "User"), await schemaOf(t, "Group")]
          .filter(({ status }) => status === 200)
          .map(({ json }) => json);
  const objects = found.filter((document) => typeOf(document) === "object");
  if (objects.length === 0) throw blocked("no schema document is published");
  return objects;
}

/** What is wrong with an attribute of a schema, and with those below it, by path. */
function faults(
  attributes: unknown,
  find: (attribute: JsonObject) => readonly string[],
  prefix = "",
): string[] {
  return items(attributes).flatMap((attribute) => {
    const path = `${prefix}${String(at(attribute, "name"))}`;
    const below = faults(at(attribute, "subAttributes"), find, `${path}.`);
    return [...find(attribute as JsonObject).map((fault) => `${path}: ${fault}`), ...below];
  });
}

/** A requirement on every published schema document. */
export function onSchemas(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (documents: unknown[], t: CheckContext) => Observation | Promise<Observation>,
): Requirement {
  return {
    title,
    area: "discovery",
    safety: "read",
    versions,
    expect,
    check: async (t) => observe(await documents(t), t),
  };
}

/** The canonical values that a schema lists for the type of a multi-valued attribute. */
function canonicalTypes(attribute: unknown): unknown[] {
  const parts = items(at(attribute, "subAttributes"));
  return items(
    at(
      parts.find((part) => at(part, "name") === "type"),
      "canonicalValues",
    ),
  );
}

const without = (attribute: JsonObject, names: readonly string[]): string[] =>
  names.filter((name) => attribute[name] === undefined).map((name) => `no ${name}`);

export const inEach = (documents: unknown[], find: (attribute: JsonObject) => readonly string[]) =>
  documents.flatMap((document) => faults(at(document, "attributes"), find));

/** The words for types: SCIM 1.1 core schema §3.1, RFC 7643 §2.3. */
export const types20 = [
  "string",
  "boolean",
  "decimal",
  "integer",
  "dateTime",
  "reference",
  "complex",
  "binary",
];

export const schemas: readonly Requirement[] = [
  {
    title: "the schemas of users and of groups are served by their names",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3-04", "MUST*", doc("§2")),
      "2.0": slackClause("SLACK-DISCOVERY-01", "DOC", "§2"),
    },
    expect: { User: 200, Group: 200 },
    check: async (t) => ({
      User: (await schemaOf(t, "User")).status,
      Group: (await t.hasGroups()) ? (await schemaOf(t, "Group")).status : 200,
    }),
  },
  {
    title: "the schema of users lists attributes with their names and descriptions",
    area: "discovery",
    safety: "read",
    versions: {
      "1.1": slackClause("SLACK-DISCOVERY-02", "OBS", "§4.3"),
      "2.0": slackClause("SLACK-DISCOVERY-02", "DOC", "§4.3"),
    },
    expect: { some: true, incomplete: [] },
    check: async (t) => {
      const attributes = items(at((await schemaOf(t, "User")).json, "attributes"));
      return {
        some: attributes.length > 0,
        incomplete: faults(attributes, (attribute) => without(attribute, ["name", "description"])),
      };
    },
  },
  {
    title: "SCIM 2.0: all schemas are served as a list",
    area: "discovery",
    safety: "read",
    versions: { "2.0": clause("SCIM20-7644-4-02", "SHALL", doc("§2")) },
    expect: {
      status: 200,
      schemas: [messageUrns.list],
      some: true,
    },
    check: async (t) => {
      const { status, json } = await schemaList(t);
      return {
        status,
        schemas: asJson(at(json, "schemas")),
        some: items(at(json, "Resources")).length > 0,
      };
    },
  },
  onSchemas(
    "SCIM 2.0: each schema is served by its URN",
    {
      "2.0": clause(
        "SCIM20-7644-4-03",
        "MUST*",
        inf("§4.3", {}, "documents the names Users and Groups"),
      ),
    },
    { notServed: [] },
    async (all, t) => {
      const notServed: Json[] = [];
      for (const id of all.map((schema) => String(at(schema, "id")))) {
        if ((await t.client.schemaById(id)).status !== 200) notServed.push(id);
      }
      return { notServed };
    },
  ),
  onSchemas(
    "SCIM 1.1: the name of a core schema is User or Group",
    { "1.1": clause("SCIM11-CS-10-01", "MUST", inf("§4.3")) },
    { names: ["User", "Group"] },
    async (all, t) => {
      // Schemas of extensions may be listed too, and in any order.
      const names = all.map((schema) => at(schema, "name"));
      const hasGroups = await t.hasGroups();
      return {
        names: ["User", "Group"].filter(
          (name) => names.includes(name) || (name === "Group" && !hasGroups),
        ),
      };
    },
  ),
  onSchemas(
    "SCIM 1.1: a schema has a description, its URN, its endpoint and its attributes",
    { "1.1": clause("SCIM11-CS-10-02", "REQUIRED", inf("§4.3")) },
    { missing: [] },
    (all) => ({
      missing: all.flatMap((schema) =>
        ["description", "schema", "endpoint", "attributes"].filter(
          (name) => at(schema, name) === undefined,
        ),
      ),
    }),
  ),
  onSchemas(
    "SCIM 2.0: the id of a schema is its URN",
    { "2.0": clause("SCIM20-7643-7-01", "REQUIRED", inf("§4.3")) },
    { otherIds: [] },
    (all) => ({
      otherIds: all
        .map((schema) => asJson(at(schema, "id")) ?? null)
        .filter((id) => typeof id !== "string" || !id.startsWith("urn:")),
    }),
  ),
  onSchemas(
    "each attribute of a schema has all its characteristics",
    {
      "1.1": clause("SCIM11-CS-10-03", "REQUIRED", inf("§4.3")),
      "2.0": clause("SCIM20-7643-7-03", "MUST*", inf("§4.3")),
    },
    { incomplete: [] },
    (all, t) => {
      const common = ["name", "type", "multiValued", "description", "required"];
      // SCIM 1.1 gives sub-attributes no schema and no multiplicity of their own (core schema §10).
      const find = (attribute: JsonObject) =>
        t.version === "2.0" ? without(attribute, [...common, "mutability", "returned"]) : [];
      const top = [...common, "schema", "readOnly", "caseExact"];
      const incomplete = all.flatMap((schema) =>
        t.version === "2.0"
          ? faults(at(schema, "attributes"), find)
          : items(at(schema, "attributes")).flatMap((attribute) =>
              without(attribute as JsonObject, top).map(
                (fault) => `${String(at(attribute, "name"))}: ${fault}`,
              ),
            ),
      );
      return { incomplete };
    },
  ),
  onSchemas(
    "SCIM 1.1: exactly the multi-valued attributes name their child",
    { "1.1": clause("SCIM11-CS-10-04", "MUST", inf("§4.3", {}, "its schemas are not known")) },
    { wrong: [] },
    (all) => ({
      wrong: inEach(all, ({ multiValued, multiValuedAttributeChildName: child }) =>
        (multiValued === true) === (typeof child === "string") ? [] : ["child name"],
      ),
    }),
  ),
  onSchemas(
    "SCIM 1.1: the canonical values of core attributes are listed",
    { "1.1": clause("SCIM11-CS-10-05", "MUST", inf("§4.3", {}, "its schemas are not known")) },
    { withoutValues: [] },
    (all) => {
      const listed = all
        .flatMap((schema) => items(at(schema, "attributes")))
        .filter((attribute) => ["emails", "phoneNumbers"].includes(String(at(attribute, "name"))))
        .map((attribute) => ({ attribute, values: canonicalTypes(attribute) }))
        // The member is optional; where it is there, it holds what the core schema names.
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
    "SCIM 1.1: the endpoint of a schema is there, below the base URL",
    { "1.1": clause("SCIM11-CS-10-06", "MUST*", inf("§4.3")) },
    { otherwise: [] },
    async (all, t) => {
      const otherwise: Json[] = [];
      for (const schema of all) {
        const endpoint = String(at(schema, "endpoint"));
        const answer = await t.client.follow(`${t.client.baseUrl}${endpoint}?count=1`);
        if (answer?.status === 200) continue;
        otherwise.push({ endpoint, status: answer?.status ?? "outside the base URL" });
      }
      return { otherwise };
    },
  ),
  onSchemas(
    "SCIM 2.0: complex attributes list their sub-attributes",
    { "2.0": clause("SCIM20-7643-7-04", "SHOULD", inf("§4.3")) },
    { withoutParts: [] },
    (all) => ({
      withoutParts: inEach(all, ({ type, subAttributes }) =>
        type === "complex" && items(subAttributes).length === 0 ? ["no subAttributes"] : [],
      ),
    }),
  ),
  onSchemas(
    "SCIM 2.0: the type of an attribute is one of the words of the text",
    { "2.0": clause("SCIM20-7643-7-05", "MUST*", inf("§4.3")) },
    { otherTypes: [] },
    (all) => ({
      otherTypes: inEach(all, ({ type }) => (types20.includes(String(type)) ? [] : [String(type)])),
    }),
  ),
  onSchemas(
    "SCIM 2.0: only references have referenceTypes",
    { "2.0": clause("SCIM20-7643-7-14", "MUST*", inf("§4.3")) },
    { others: [] },
    (all) => ({
      others: inEach(all, ({ type, referenceTypes }) =>
        referenceTypes !== undefined && type !== "reference" ? [String(type)] : [],
      ),
    }),
  ),
  onSchemas(
    "SCIM 2.0: the URNs of messages are not among the schemas",
    { "2.0": clause("SCIM20-7644-3.1-02", "SHALL NOT", inf("§4.3")) },
    { messages: [] },
    (all) => ({
      messages: all
        .map((schema) => String(at(schema, "id")))
        .filter((id) => id.startsWith("urn:ietf:params:scim:api:messages:")),
    }),
  ),
  {
    title: "schemas cannot be written",
    area: "discovery",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-10-08", "MUST*", inf("§2")),
      "2.0": clause("SCIM20-7643-7-15", "MUST*", inf("§2")),
    },
    expect: { status: clientError },
    check: async (t) => ({ status: (await t.client.writeSchema()).status }),
  },
];
