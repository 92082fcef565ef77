import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { bench, describe } from "vitest";
import { fixtures, isJson } from "../testing/schemas/fixtures.ts";
import { violations } from "./compile.ts";
import { schemaDocument } from "./documents.ts";
import { scimFormats } from "./formats.ts";
import { type SchemaName, schemaNames } from "./names.ts";
import { validate } from "./validate.ts";

/**
 * `violations` and `validate` against ajv alone, as ratios of one run: `npx vitest bench --run schemas/schemas.bench.ts`.
 * Ajv alone uses the same schemas and formats, and stops at the first error.
 */
const bare = new Ajv2020({ strict: false, validateSchema: false });
formats.default(bare);
for (const [name, format] of Object.entries(scimFormats)) bare.addFormat(name, format);
for (const name of schemaNames) bare.addSchema(schemaDocument(name));

function alone(name: SchemaName) {
  const validate = bare.getSchema(`scim-conformance:/${name}.json`);
  if (!validate) throw new Error(`no JSON Schema named ${name}`);
  return validate;
}

const user = fixtures.get("slack/v2.0/user-long")?.valid[0];
const list = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  totalResults: 1000,
  itemsPerPage: 1000,
  startIndex: 1,
  Resources: Array.from({ length: 1000 }, () => user),
};
const broken = { ...(isJson(user) ? user : {}), active: "yes" };

describe.each([
  { title: "a user", name: "slack/v2.0/user", value: user },
  { title: "a list of 1,000 users", name: "slack/v2.0/user-list", value: list },
  { title: "a user with one mistake", name: "slack/v2.0/user", value: broken },
] as const)("$title", ({ name, value }) => {
  const validate = alone(name);
  bench("ajv alone", () => {
    validate(value);
  });
  bench("violations", () => {
    violations(name, value);
  });
});

describe("a user, by the standard and by Slack", () => {
  const standard = alone("v2.0/user");
  const slack = alone("slack/v2.0/user");
  bench("ajv alone, both schemas", () => {
    standard(user);
    slack(user);
  });
  bench("validate", () => {
    validate("2.0", "user", user);
  });
});
