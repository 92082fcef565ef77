import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { expect, test } from "vitest";
import { schemaNames } from "./names.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

test("every schema file is named in names.ts", () => {
  const files = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !/^fixtures\//.test(file.replaceAll("\\", "/")))
    .map((file) => file.replaceAll("\\", "/").replace(/\.json$/, ""));
  expect([...schemaNames].sort()).toEqual(files.sort());
});

test("types.generated.ts matches the schemas (npm run generate:types updates it)", async () => {
  const all = {
    title: "SchemaTypes",
    type: "object" as const,
    additionalProperties: false,
    properties: Object.fromEntries(schemaNames.map((name) => [name, { $ref: `${name}.json` }])),
  };
  const types = await compile(all, "SchemaTypes", {
    cwd: here,
    bannerComment: "// Written by `npm run generate:types` from the JSON Schemas. Do not edit.",
    style: { printWidth: 100 },
    unknownAny: true,
  });
  await expect(types).toMatchFileSnapshot("./types.generated.ts");
});
