import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { declarationOf, exportsOf } from "../testing/declarations.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const { exports } = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8"));

const head = `# API reference

Every name that the four modules export, with its declaration, as editors show it. [Use it as a library](../library.md) has whole programs. The types of bodies and files are left out: \`slack-scim-conformance/schemas\` exports one for each JSON Schema.

This page is written from the declarations of the build by \`npm run build && npm run generate:api\`.`;

/** The part of a module: values first, then types, each by name. */
function part(module: string): string {
  const names = exportsOf(join(dist, module, "index.d.ts"))
    .filter(({ file }) => !file.endsWith("types.generated.d.ts"))
    .sort(
      (one, other) => Number(one.isType) - Number(other.isType) || compare(one.name, other.name),
    );
  const entries = names.map((one) => `### ${one.name}\n\n\`\`\`ts\n${declarationOf(one)}\n\`\`\``);
  return [`## slack-scim-conformance/${module}`, ...entries].join("\n\n");
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

test("docs/api/reference.md has the declarations of the exported names", async () => {
  const parts = Object.keys(exports).map((module) => part(module.slice(2)));
  await expect(`${[head, ...parts].join("\n\n")}\n`).toMatchFileSnapshot(
    "../docs/api/reference.md",
  );
});
