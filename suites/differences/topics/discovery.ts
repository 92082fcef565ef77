import { matches, oneOf } from "../../expectation.ts";
import { asJson, at, items } from "../../json.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { isServed } from "../probing/shared-reads.ts";

/**
 * The version whose characteristics the attributes of a schema document have: `1.1`, `2.0` or
 * `other`.
 */
function characteristics(json: unknown): string {
  const attribute = at(json, "attributes", 0);
  if (at(attribute, "mutability") !== undefined) return "2.0";
  return at(attribute, "readOnly") !== undefined ? "1.1" : "other";
}

const userSchema = (t: CheckContext) => t.once("schema of users", () => t.client.schema("User"));

/** Resource types, schema documents and optional endpoints. */
export const discovery: readonly Difference[] = [
  {
    id: "DIFF-RT-01",
    area: "discovery",
    topic: "discovery",
    title: "the list of resource types",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not available",
    v2: "GET /ResourceTypes lists User and Group",
    source: "Slack's transition list",
    clientMustChange: "Nothing; you may use it for discovery.",
    expect: {
      "1.1": { offered: false, names: [] },
      "2.0": { offered: true, names: ["Group", "User"] },
    },
    safety: "read",
    observe: async (t) => {
      const answer = await t.client.resourceTypes();
      const names = items(at(answer.json, "Resources")).map((type) => String(at(type, "name")));
      return { offered: answer.status === 200, names: names.sort() };
    },
  },
  {
    id: "DIFF-SEARCH-01",
    area: "discovery",
    topic: "discovery",
    title: "searching with POST",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not in the standard, and not offered",
    v2: "POST /.search in the RFC; not offered",
    source: "RFC 7644 §3.4.3",
    clientMustChange: "Use GET.",
    ...sameInBoth({ offered: false }),
    safety: "write",
    observe: async (t) => ({ offered: isServed(await t.users.searchByPost({ count: 1 })) }),
  },
  {
    id: "DIFF-ME-01",
    area: "discovery",
    topic: "discovery",
    title: "an alias for the authenticated user",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not in the standard, and not offered",
    v2: "/Me in the RFC; not offered",
    source: "RFC 7644 §3.11",
    clientMustChange: "Nothing.",
    ...sameInBoth({ offered: false }),
    safety: "read",
    observe: async (t) => ({ offered: isServed(await t.client.optional("me")) }),
  },
  {
    id: "DIFF-BULK-01",
    area: "users",
    topic: "bulk",
    title: "the messages of bulk operations",
    kind: "documented",
    impact: "cosmetic",
    v1: "The core URN, and an object as the status",
    v2: "Message URNs, and a scalar as the status",
    source: "SCIM 1.1 §3.5; RFC 7644 §3.7",
    clientMustChange: "Nothing.",
    notProbed: "Slack offers bulk operations in neither version (SAME-12 checks that)",
  },
  {
    id: "DIFF-SCH-02",
    area: "discovery",
    topic: "discovery",
    title: "how a schema document describes an attribute",
    kind: "documented",
    impact: "breaking",
    v1: "With readOnly and multiValuedAttributeChildName, and with the endpoint; Slack's documents were not recorded",
    v2: "With mutability, returned and uniqueness; Slack's documents were not recorded",
    source: "SCIM 1.1 core schema §10; RFC 7643 §6, §7",
    clientMustChange: "Use two parsers.",
    expect: {
      "1.1": { characteristics: oneOf("1.1", "other") },
      "2.0": { characteristics: oneOf("2.0", "1.1", "other") },
    },
    safety: "read",
    observe: async (t) => ({ characteristics: characteristics((await userSchema(t)).json) }),
  },
  {
    id: "DIFF-SCH-03",
    area: "discovery",
    topic: "discovery",
    title: "the id of a schema",
    kind: "documented",
    impact: "cosmetic",
    v1: "urn:scim:schemas:core:1.0:User in the standard; Slack's documents were not recorded",
    v2: "urn:ietf:params:scim:schemas:core:2.0:User in the RFC; Slack's documents were not recorded",
    source: "SCIM 1.1 core schema §11.6; RFC 7643 §7",
    clientMustChange: "Use the path that Slack documents: /Schemas/Users.",
    expect: { "1.1": { id: matches(/User|core/) }, "2.0": { id: matches(/User/) } },
    safety: "read",
    observe: async (t) => ({ id: asJson(at((await userSchema(t)).json, "id")) }),
  },
  {
    id: "DIFF-VERS-01",
    area: "discovery",
    topic: "base URL",
    title: "the version in the URL",
    kind: "assumed",
    impact: "cosmetic",
    v1: "v1, or none; a version that does not exist is rejected",
    v2: "v2, or none, in the RFC; a version that does not exist is rejected",
    source: "SCIM 1.1 §3.10; RFC 7644 §3.13",
    clientMustChange: "Put the version into the URL.",
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
    area: "discovery",
    topic: "discovery",
    title: "a filter on a discovery endpoint",
    kind: "assumed",
    impact: "cosmetic",
    v1: "Not defined",
    v2: "403 in the RFC; not documented by Slack",
    source: "RFC 7644 §4",
    clientMustChange: "Nothing.",
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
    area: "discovery",
    topic: "discovery",
    title: "the counters of the list of resource types",
    kind: "observed",
    impact: "silent",
    v1: "No such list",
    v2: "A list without totalResults, startIndex and itemsPerPage",
    source: "samples of the Java SDK",
    clientMustChange: "Count the Resources.",
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
    id: "DIFF-SCH-01",
    area: "discovery",
    topic: "discovery",
    title: "the list of all schemas",
    kind: "documented",
    impact: "cosmetic",
    v1: "Not documented: only /Schemas/Users and /Schemas/Groups",
    v2: "GET /Schemas lists them",
    source: "Slack reference",
    clientMustChange: "Nothing.",
    expect: { "1.1": { listed: oneOf(false, true) }, "2.0": { listed: true } },
    assumes: { facts: ["FACT-DISCOVERY-10"], expect: { "1.1": { listed: false } } },
    safety: "read",
    observe: async (t) => {
      const list = await t.client.schemas();
      return { listed: isServed(list) && items(at(list.json, "Resources")).length > 0 };
    },
  },
];
