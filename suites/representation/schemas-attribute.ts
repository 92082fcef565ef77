import { isObject } from "../../schemas/json-value.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { at, items } from "../json.ts";
import type { Requirement } from "../requirement.ts";
import { Skip } from "../run/stop.ts";
import { distinct, listOfGroups, listOfUsers, onSeen, violationsIn } from "./seen.ts";
import { isUrn } from "./walk.ts";

/**
 * The schemas attribute, and the extensions that it names: SCIM 1.1 core schema §4 and §5.2,
 * RFC 7643 §3.
 */
export const schemasAttribute: readonly Requirement[] = [
  onSeen(
    "schemas is a non-empty array of URIs",
    {
      "1.1": clause("SCIM11-CS-5.2-01", doc("FACT-FORMAT-58")),
      "2.0": clause("SCIM20-7643-3-01", doc("FACT-FORMAT-58")),
    },
    { wrong: [] },
    (resources) => ({
      wrong: violationsIn(resources, function* (json) {
        const schemas = items(at(json, "schemas"));
        const uris = schemas.filter((uri) => typeof uri === "string" && URL.canParse(uri));
        if (schemas.length === 0 || uris.length < schemas.length) yield "schemas";
      }),
    }),
  ),
  onSeen(
    "schemas lists no URI twice",
    {
      "1.1": clause("SCIM11-CS-5.2-02"),
      "2.0": clause("SCIM20-7643-3-02"),
    },
    { twice: [] },
    (resources) => ({
      twice: violationsIn(resources, function* (json) {
        const schemas = items(at(json, "schemas"));
        if (new Set(schemas).size < schemas.length) yield "schemas";
      }),
    }),
  ),
  onSeen(
    "resources and messages have schemas",
    {
      "1.1": clause("SCIM11-CS-3-05", doc("FACT-FORMAT-58")),
      "2.0": clause("SCIM20-7643-2.1-03", doc("FACT-FORMAT-58")),
    },
    { without: [] },
    async (resources, t) => {
      const messages: [name: string, json: unknown][] = [
        ["list of users", (await listOfUsers(t)).json],
        ["list of groups", (await listOfGroups(t)).json],
      ];
      const missing = await t.users.get("U00000000000");
      if (t.version === "2.0" && missing.status >= 400) messages.push(["error", missing.json]);
      return {
        without: distinct([
          ...resources
            .filter(({ json }) => at(json, "schemas") === undefined)
            .map(({ type }) => type),
          ...messages.filter(([, json]) => at(json, "schemas") === undefined).map(([name]) => name),
        ]),
      };
    },
  ),
  onSeen(
    "schemas lists the URN of every extension that the resource has",
    {
      "1.1": clause("SCIM11-CS-4-02", doc("FACT-FORMAT-58")),
      "2.0": clause("SCIM20-7643-3-05", doc("FACT-FORMAT-58")),
    },
    { unnamed: [] },
    (resources) => ({
      unnamed: violationsIn(resources, function* (json) {
        const schemas = items(at(json, "schemas"));
        for (const name of Object.keys(Object(json))) {
          if (isUrn(name) && !schemas.includes(name)) yield name;
        }
      }),
    }),
  ),
  onSeen(
    "the attributes of an extension are in an object under its URN",
    { "2.0": clause("SCIM20-7643-3.3-02", doc("FACT-FORMAT-59")) },
    { notAnObject: [] },
    (resources) => ({
      notAnObject: violationsIn(resources, function* (json) {
        for (const [name, value] of Object.entries(Object(json))) {
          if (isUrn(name) && value !== null && !isObject(value)) yield name;
        }
      }),
    }),
  ),
  onSeen(
    "schemas lists the base schema of the resource",
    {
      "1.1": slackClause("SLACK-REPR-11", "DOC", "FACT-FORMAT-58"),
      "2.0": clause("SCIM20-7643-3.3-01", doc("FACT-FORMAT-58")),
    },
    { without: [] },
    (resources, t) => {
      const { user, group } = t.client.dialect.urns;
      return {
        without: violationsIn(resources, function* (json, type) {
          const base = type === "User" ? user : group;
          if (!items(at(json, "schemas")).includes(base)) yield base;
        }),
      };
    },
  ),
  onSeen(
    "schemas lists only URNs that the resource type declares",
    { "2.0": clause("SCIM20-7643-3-04", inf("FACT-DISCOVERY-44")) },
    { undeclared: [] },
    async (resources, t) => {
      const types = items(at((await t.client.resourceTypes()).json, "Resources"));
      if (types.length === 0) throw new Skip("not-offered", "no resource types are listed");
      const declared = (type: string): unknown[] =>
        types
          .filter((one) => at(one, "name") === type)
          .flatMap((one) => [
            at(one, "schema"),
            ...items(at(one, "schemaExtensions")).map((extension) => at(extension, "schema")),
          ]);
      return {
        undeclared: violationsIn(resources, function* (json, type) {
          for (const urn of items(at(json, "schemas"))) {
            if (!declared(type).includes(urn)) yield String(urn);
          }
        }),
      };
    },
  ),
  onSeen(
    "an extension does not redefine core attributes",
    {
      "1.1": clause("SCIM11-CS-4-01", doc("FACT-USER-53")),
      "2.0": clause("SCIM20-7643-3.3-03", doc("FACT-USER-53")),
    },
    { again: [] },
    (resources) => ({
      again: violationsIn(resources, function* (json) {
        for (const [name, block] of Object.entries(Object(json))) {
          if (!isUrn(name) || !isObject(block)) continue;
          for (const inner of Object.keys(block)) if (at(json, inner) !== undefined) yield inner;
        }
      }),
    }),
  ),
];
