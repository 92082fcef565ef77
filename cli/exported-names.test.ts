import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { exportsOf } from "../testing/declarations.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

const { exports } = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8"));
const modules = Object.keys(exports).map((module) => module.slice(2));
const namesOf = (module: string) =>
  exportsOf(join(dist, module, "index.d.ts"))
    .map(({ name, isType }) => (isType ? `type ${name}` : name))
    .sort();

// Removing a name breaks users, and one that is added has to be kept: CHANGELOG.md says so, and
// `npx vitest run cli/exported-names.test.ts -u` updates the list.
test("the package exports the names of exported-names.txt", async () => {
  const lines = modules.flatMap((module) => namesOf(module).map((name) => `${module}: ${name}\n`));
  await expect(lines.join("")).toMatchFileSnapshot("./exported-names.txt");
});

test("each exported value exists at run time, and no other", () => {
  // In a process of Node's: vitest would transform each file of dist/ first.
  const script = modules
    .map((module) => `import * as ${module} from "slack-scim-conformance/${module}";`)
    .concat(
      `const names = [${modules.join(", ")}].map((module) => Object.keys(module).sort());`,
      "console.log(JSON.stringify(names));",
    )
    .join("\n");
  const args = ["--input-type=module", "--eval", script];
  const output = execFileSync(process.execPath, args, { cwd: join(dist, ".."), encoding: "utf8" });
  const isValue = (name: string) => !name.startsWith("type ");
  expect(JSON.parse(output)).toEqual(modules.map((module) => namesOf(module).filter(isValue)));
});
