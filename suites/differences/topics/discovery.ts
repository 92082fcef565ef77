import type { FactId } from "../../../facts/index.ts";
import { oneOf } from "../../expectation.ts";
import { asJson, at, items, textAt } from "../../json.ts";
import { optional } from "../../provider/optional-endpoints.ts";
import { attributeObjects } from "../../provider/schema-attributes.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Difference } from "../difference.ts";
import { createGroup, createUser, lesson, patchUser, read } from "../lesson.ts";
import { adaByName, newUser, readAda, resourceTypes, schemaOfUsers } from "../lesson-steps.ts";
import { isServed, readGivenUser } from "../probing/shared-reads.ts";

/**
 * The version whose characteristics the attributes of a schema document have: `1.1`, `2.0` or
 * `other`.
 */
function characteristics(json: unknown): string {
  const attribute = at(json, "attributes", 0);
  if (at(attribute, "mutability") !== undefined) return "2.0";
  return at(attribute, "readOnly") !== undefined ? "1.1" : "other";
}

const isDirectory = (urn: string) => urn.includes(":slack:directory:");

/** How the schema of users itself describes an extension; undefined where it does not. */
function formOf(attributes: unknown, urn: string): string | undefined {
  if (items(attributes).includes(urn)) return "loose values";
  const objects = attributeObjects(attributes);
  if (objects.some(({ name }) => name === urn)) return "one attribute";
  return objects.some(({ schema }) => schema === urn) ? "flat attributes" : undefined;
}

/** What no source says that Slack offers: either answer is expected, and it is assumed that Slack does not. */
const assumedNotOffered = (fact: FactId) =>
  ({
    expect: {
      "1.1": { offered: oneOf(false, true) },
      "2.0": { offered: oneOf(false, true) },
    },
    assumes: {
      facts: [fact],
      expect: { "1.1": { offered: false }, "2.0": { offered: false } },
    },
  }) as const;

const userSchema = (t: CheckContext) => t.once("schema of users", () => t.client.schema("User"));

/** Resource types, schema documents and optional endpoints. */
export const discovery: readonly Difference[] = [
  {
    id: "DIFF-RT-01",
    facts: ["FACT-DISCOVERY-06", "FACT-DISCOVERY-08"],
    area: "discovery",
    topic: "discovery",
    title: "the list of resource types",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not available",
    v2: "GET /ResourceTypes lists User and Group",
    source: "Slack's transition list",
    clientMustChange:
      "Keep /Users and /Groups as your endpoints: nothing has to change. To discover endpoints and extension URNs, read Resources of GET /ResourceTypes in 2.0; 1.1 has no such list.",
    lesson: lesson(
      "If 2.0 served no list, a client cannot discover the endpoints there: with /Users, /Groups and the URNs of the extensions in its configuration it does not have to.",
      resourceTypes,
    ),
    expect: {
      "1.1": { offered: false, names: [] },
      "2.0": { offered: true, names: ["Group", "User"] },
    },
    safety: "read",
    observe: async (t) => {
      const answer = await t.client.resourceTypes();
      const names = items(at(answer.json, "Resources")).map((type) => textAt(type, "name"));
      return { offered: answer.status === 200, names: names.sort() };
    },
  },
  {
    id: "DIFF-SEARCH-01",
    facts: ["FACT-SERVICE-14"],
    area: "discovery",
    topic: "discovery",
    title: "searching with POST",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Not in the standard; Slack is assumed not to offer it",
    v2: "POST /.search in the RFC; Slack is assumed not to offer it",
    source: "RFC 7644 §3.4.3",
    clientMustChange:
      "Keep GET /Users?filter=…, in both versions. Do not move to POST /Users/.search, which the RFC defines and Slack is assumed not to offer.",
    lesson: lesson(
      "Whether Slack offers the search by POST is not documented; a client that searches with GET need not know.",
      adaByName,
    ),
    ...assumedNotOffered("FACT-SERVICE-14"),
    safety: "write",
    observe: async (t) => ({ offered: isServed(await optional(t, "search")) }),
  },
  {
    id: "DIFF-ME-01",
    facts: ["FACT-SERVICE-13"],
    area: "discovery",
    topic: "discovery",
    title: "an alias for the authenticated user",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Not in the standard; Slack is assumed not to offer it",
    v2: "/Me in the RFC; Slack is assumed not to offer it",
    source: "RFC 7644 §3.11",
    clientMustChange:
      "Keep reading a user at /Users/{id}. Do not use /Me, which the RFC defines and Slack is assumed not to offer.",
    lesson: lesson(
      "Whether Slack offers /Me is not documented; a client that reads users by id need not know.",
      readAda,
    ),
    ...assumedNotOffered("FACT-SERVICE-13"),
    safety: "read",
    observe: async (t) => ({ offered: isServed(await t.client.optional("me")) }),
  },
  {
    id: "DIFF-BULK-01",
    facts: ["FACT-SERVICE-12"],
    area: "users",
    topic: "bulk",
    title: "the messages of bulk operations",
    kind: "documented",
    impact: "cosmetic",
    v1: "The core URN, and an object as the status",
    v2: "Message URNs, and a scalar as the status",
    source: "SCIM 1.1 §3.5; RFC 7644 §3.7",
    clientMustChange:
      "Keep sending one request for each user or group. Do not send POST /Bulk, which Slack is assumed to offer in neither version.",
    lesson: lesson(
      "It is not probed, since Slack is assumed to offer no bulk operations; a client that sends one request for each resource need not know.",
      createUser(newUser),
      createGroup({ displayName: "Research" }),
    ),
    notProbed: "Slack is assumed to offer bulk operations in neither version (FACT-SERVICE-12)",
  },
  {
    id: "DIFF-SCH-02",
    facts: ["FACT-DISCOVERY-64", "FACT-DISCOVERY-65", "FACT-DISCOVERY-89", "FACT-DISCOVERY-90"],
    area: "discovery",
    topic: "discovery",
    title: "how a schema document describes an attribute",
    kind: "documented",
    impact: "breaking",
    v1: "With schema, readOnly and multiValuedAttributeChildName; the document has an endpoint",
    v2: "With mutability, returned and uniqueness, and still with multiValuedAttributeChildName; no endpoint",
    source: "SCIM 1.1 core schema §10; RFC 7643 §6, §7; recorded documents of 2019 and 2024",
    clientMustChange:
      "Read mutability, returned and uniqueness in 2.0, in place of readOnly, and do not expect schema in an attribute or endpoint in the document. In 1.1 read readOnly, schema and endpoint as before. Request /Schemas/Users in both; multiValuedAttributeChildName stays.",
    lesson: lesson(
      "If both versions described attributes alike, read whichever of readOnly and mutability is there; a client that does not read /Schemas has nothing to do.",
      schemaOfUsers,
    ),
    expect: { "1.1": { characteristics: "1.1" }, "2.0": { characteristics: "2.0" } },
    safety: "read",
    observe: async (t) => ({ characteristics: characteristics((await userSchema(t)).json) }),
  },
  {
    id: "DIFF-SCH-03",
    facts: ["FACT-DISCOVERY-50", "FACT-DISCOVERY-76"],
    area: "discovery",
    topic: "discovery",
    title: "the id of a schema",
    kind: "documented",
    impact: "cosmetic",
    v1: "urn:scim:schemas:core:1.0:User; the schema of groups has none",
    v2: "urn:ietf:params:scim:schemas:core:2.0:User",
    source: "recorded documents of 2019 and 2024",
    clientMustChange:
      "Keep the paths /Schemas/Users and /Schemas/Groups; do not build them from id. If you compare the id of the schema of users, expect urn:ietf:params:scim:schemas:core:2.0:User in place of urn:scim:schemas:core:1.0:User.",
    lesson: lesson(
      "A client that finds the schema by its path need not know which id your organisation states.",
      schemaOfUsers,
    ),
    expect: {
      "1.1": { id: "urn:scim:schemas:core:1.0:User" },
      "2.0": { id: "urn:ietf:params:scim:schemas:core:2.0:User" },
    },
    safety: "read",
    observe: async (t) => ({ id: asJson(at((await userSchema(t)).json, "id")) }),
  },
  {
    id: "DIFF-SCH-04",
    facts: ["FACT-DISCOVERY-53", "FACT-DISCOVERY-80"],
    area: "discovery",
    topic: "discovery",
    title: "how the schema of users describes the enterprise extension",
    kind: "observed",
    impact: "breaking",
    v1: "As one complex attribute, named by the URN of the extension",
    v2: "As loose values among the attributes, without names: a text, another text, true …; so do the guest and the profile extension",
    source: "recorded documents of 2019 and 2024",
    clientMustChange:
      "Leave out entries of attributes that are texts, booleans or arrays in 2.0, and take the attributes of the enterprise, guest and profile extension from Slack's reference. In 1.1 read the attribute whose name is urn:scim:schemas:extension:enterprise:1.0.",
    lesson: lesson(
      "If 2.0 described the extensions in another form, Slack has changed the document since 2024: a client that maps them by Slack's reference is not affected.",
      schemaOfUsers,
    ),
    expect: {
      "1.1": { enterprise: oneOf("one attribute", "flat attributes") },
      "2.0": { enterprise: oneOf("loose values", "a separate schema") },
    },
    safety: "read",
    observe: async (t) => {
      const attributes = at((await userSchema(t)).json, "attributes");
      const { enterprise } = t.client.dialect.urns;
      const form = formOf(attributes, enterprise);
      if (form !== undefined) return { enterprise: form };
      const listed = items(at((await t.client.schemas()).json, "Resources"));
      const isSeparate = listed.some((schema) => at(schema, "id") === enterprise);
      return { enterprise: isSeparate ? "a separate schema" : "not described" };
    },
  },
  {
    id: "DIFF-SCH-05",
    facts: ["FACT-DISCOVERY-56", "FACT-DISCOVERY-87"],
    area: "discovery",
    topic: "discovery",
    title: "the type of active in the schema of users",
    kind: "observed",
    impact: "silent",
    v1: "string, although its values are booleans",
    v2: "string, although its values are booleans; a PATCH with a text is ignored (DIFF-PATCH-12)",
    source: "recorded documents of 2019 and 2024",
    clientMustChange:
      'Send active as the boolean true or false, not as the text "true" or "false", although /Schemas/Users says string in both versions. In 2.0 the user stays active after a text (DIFF-PATCH-12).',
    lesson: lesson(
      "Send the boolean whatever type the schema states; a client that does not generate its code from /Schemas is not affected.",
      patchUser([{ kind: "set", path: "active", value: false }]),
      schemaOfUsers,
    ),
    expect: {
      "1.1": { type: oneOf("string", "boolean") },
      "2.0": { type: oneOf("string", "boolean") },
    },
    safety: "read",
    observe: async (t) => {
      const attributes = attributeObjects(at((await userSchema(t)).json, "attributes"));
      const active = attributes.find(({ name }) => name === "active");
      return { type: textAt(active, "type") };
    },
  },
  {
    id: "DIFF-VERS-01",
    facts: ["FACT-SERVICE-16", "FACT-SERVICE-17"],
    area: "discovery",
    topic: "base URL",
    title: "the version in the URL",
    kind: "assumed",
    impact: "cosmetic",
    v1: "v1, or none; a version that does not exist is rejected",
    v2: "v2, or none, in the RFC; a version that does not exist is rejected",
    source: "SCIM 1.1 §3.10; RFC 7644 §3.13",
    clientMustChange:
      "Put the version in the URL: /scim/v1/Users or /scim/v2/Users. Do not send /scim/Users or /scim/v3/Users: Slack is assumed to reject both.",
    lesson: lesson(
      "What Slack returns without a version in the URL is not documented; a client that names the version need not know.",
      readAda,
    ),
    expect: {
      "1.1": { unknownVersion: "refused", noVersion: oneOf("refused", "served") },
      "2.0": { unknownVersion: "refused", noVersion: oneOf("refused", "served") },
    },
    assumes: {
      facts: ["FACT-SERVICE-17"],
      expect: { "1.1": { noVersion: "refused" }, "2.0": { noVersion: "refused" } },
    },
    safety: "read",
    observe: async (t) => ({
      unknownVersion: isServed(await t.client.usersUnderVersion("v3")) ? "served" : "refused",
      noVersion: isServed(await t.client.usersUnderVersion(undefined)) ? "served" : "refused",
    }),
  },
  {
    id: "DIFF-DISC-01",
    facts: ["FACT-FILTER-40"],
    area: "discovery",
    topic: "discovery",
    title: "a filter on a discovery endpoint",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Not defined",
    v2: "403 in the RFC; not documented by Slack",
    source: "RFC 7644 §4",
    clientMustChange:
      "Keep GET /Schemas/Users and GET /ResourceTypes without filter, and select in the client. The RFC recommends 403 for a filter there; what Slack does is not known.",
    lesson: lesson(
      "What Slack makes of such a filter is not documented; a client that does not send one need not know.",
      schemaOfUsers,
    ),
    expect: {
      "1.1": { filter: oneOf("ignored", "refused") },
      "2.0": { filter: oneOf("ignored", "refused") },
    },
    assumes: { facts: ["FACT-FILTER-40"], expect: { "2.0": { filter: "ignored" } } },
    safety: "read",
    observe: async (t) => {
      const query = { filter: 'name eq "User"' };
      const { status } = await t.client.schema("User", { query });
      return { filter: status < 300 ? "ignored" : status < 500 ? "refused" : "fails" };
    },
  },
  {
    id: "DIFF-RT-02",
    facts: ["FACT-DISCOVERY-34"],
    area: "discovery",
    topic: "discovery",
    title: "the counters of the list of resource types",
    kind: "observed",
    impact: "silent",
    v1: "No such list",
    v2: "A list without totalResults, startIndex and itemsPerPage",
    source: "samples of the Java SDK",
    clientMustChange:
      "Count the entries of Resources in GET /ResourceTypes of 2.0: do not read totalResults, startIndex or itemsPerPage, which recorded lists lack. Do not let a parser of lists fail without them.",
    lesson: lesson(
      "If the counters were there, a client that counts Resources reads the same number; if it was not probed, count Resources.",
      resourceTypes,
    ),
    expect: { "1.1": { offered: false, counters: [] }, "2.0": { offered: true, counters: [] } },
    safety: "read",
    observe: async (t) => {
      const answer = await t.client.resourceTypes();
      const counters = ["totalResults", "itemsPerPage", "startIndex"];
      return {
        offered: isServed(answer),
        counters: counters.filter((name) => at(answer.json, name) !== undefined),
      };
    },
  },
  {
    id: "DIFF-RT-03",
    facts: ["FACT-DISCOVERY-42", "FACT-DISCOVERY-44"],
    area: "discovery",
    topic: "discovery",
    title: "the directory extension",
    kind: "observed",
    impact: "cosmetic",
    v1: "Does not exist",
    v2: "The resource type of users names it, and no schema describes it; whether users have it is not known",
    source: "recorded resource types of 2025",
    clientMustChange:
      "Ignore members whose names you do not know, in resource types and in users, such as urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User. Do not send this block: no schema describes it, and whether users ever have it is not known.",
    lesson: lesson(
      "Your organisation may not have the extension; a client that ignores unknown members is safe either way.",
      readAda,
      { "2.0": resourceTypes["2.0"] },
    ),
    expect: {
      "1.1": { named: false, shown: false },
      "2.0": { named: oneOf(true, false), shown: oneOf(false, true) },
    },
    assumes: { facts: ["FACT-DISCOVERY-44"], expect: { "2.0": { shown: false } } },
    safety: "read",
    observe: async (t) => {
      const types = items(at((await t.client.resourceTypes()).json, "Resources"));
      const extensions = types.flatMap((type) => items(at(type, "schemaExtensions")));
      const { json } = await readGivenUser(t);
      return {
        named: extensions.some((extension) => isDirectory(textAt(extension, "schema"))),
        shown: Object.keys(Object(json)).some(isDirectory),
      };
    },
  },
  {
    id: "DIFF-SCH-01",
    facts: ["FACT-DISCOVERY-10", "FACT-DISCOVERY-11", "FACT-DISCOVERY-12"],
    area: "discovery",
    topic: "discovery",
    title: "the list of all schemas",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not documented: only /Schemas/Users and /Schemas/Groups",
    v2: "GET /Schemas lists User and Group, without totalResults, startIndex and itemsPerPage in 2024",
    source: "Slack reference; recorded documents of 2024",
    clientMustChange:
      "Keep GET /Schemas/Users and GET /Schemas/Groups, which both versions document, or read both in one GET /Schemas in 2.0. In that list count Resources: in 2024 it had no totalResults, startIndex and itemsPerPage.",
    lesson: lesson(
      "A client that requests /Schemas/Users and /Schemas/Groups, which both versions document, need not know whether your organisation serves the list.",
      read({ "1.1": "/Schemas/Users", "2.0": "/Schemas" }),
      { "1.1": read("/Schemas/Groups")["1.1"] },
    ),
    expect: { "1.1": { listed: oneOf(false, true) }, "2.0": { listed: true } },
    assumes: { facts: ["FACT-DISCOVERY-10"], expect: { "1.1": { listed: false } } },
    safety: "read",
    observe: async (t) => {
      const list = await t.client.schemas();
      return { listed: isServed(list) && items(at(list.json, "Resources")).length > 0 };
    },
  },
];
