import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * The names that a declaration file exports, `type` before those that are no value. Written for the
 * forms that the four public files use; any other form of export throws.
 */
function exportsOf(file: string): string[] {
  const text = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  return [...text.matchAll(/^export .*?(?:;$|\{$|\}$)/gms)].flatMap(([statement]) => {
    const [, typeOnly, list] = /^export (type )?\{(.*?)\}/s.exec(statement) ?? [];
    if (list !== undefined) {
      return list
        .split(",")
        .map((name) => name.trim().replace(/(?<=^|type )\S+ as /, ""))
        .filter((name) => name !== "")
        .map((name) => (typeOnly && !name.startsWith("type ") ? `type ${name}` : name));
    }
    const [, from] = /^export type \* from "(.*)\.ts"/.exec(statement) ?? [];
    if (from !== undefined) return exportsOf(join(dirname(file), `${from}.d.ts`));
    const [, kind, name] = /^export (?:declare )?(?:async )?(\w+) (\w+)/.exec(statement) ?? [];
    if (kind === undefined) throw new Error(`${file}: ${statement}`);
    return [kind === "interface" || kind === "type" ? `type ${name}` : `${name}`];
  });
}

const { exports } = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8"));
const modules = Object.keys(exports).map((module) => module.slice(2));
const namesOf = (module: string) => exportsOf(join(dist, module, "index.d.ts")).sort();

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
