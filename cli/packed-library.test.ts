import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const guide = readFileSync(join(root, "docs/library.md"), "utf8");
/** The programs of the guide, by the heading that they stand under. */
const programs = guide.split(/^## /m).flatMap((section) => {
  const [heading = ""] = section.split("\n");
  const blocks = [...section.matchAll(/^```js\n(.*?)^```/gms)].map(([, block = ""]) => block);
  return blocks.map((code, index) => ({ name: `${heading} ${index + 1}`, code }));
});

/** An empty project in which the package was installed from its tarball. */
const project = mkdtempSync(join(tmpdir(), "scim-library-"));
const modules = join(project, "node_modules");
const installed = join(modules, "slack-scim-conformance");

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const [{ filename }] = JSON.parse(
    execFileSync("npm", pack, { cwd: root, encoding: "utf8", stdio: "pipe" }),
  );
  const unpack = ["-xzf", join(project, filename), "-C", installed, "--strip-components=1"];
  execFileSync("tar", unpack);
  symlinkSync(join(root, "node_modules"), join(installed, "node_modules"));
  for (const name of ["fast-check", "@types"]) {
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function node(...args: string[]): string {
  const env = { ...process.env, NO_COLOR: "1" };
  return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8", env });
}

describe("the package from its tarball, in an empty project", () => {
  test("the guide has programs for each module", () => {
    expect(programs.length).toBeGreaterThanOrEqual(5);
  });

  test.each(programs)("runs the program of the guide: $name", ({ code }) => {
    const file = join(project, "program.mjs");
    writeFileSync(file, code);
    node(file);
  });

  test("has complete types: they are checked, those of the library too", () => {
    programs.forEach(({ code }, index) => {
      writeFileSync(join(project, `typed-${index}.mts`), code);
    });
    const options = { strict: true, noEmit: true, module: "nodenext", types: ["node"] };
    const compilerOptions = { ...options, target: "es2023", skipLibCheck: false };
    const include = ["*.mts"];
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
    const said = spawnSync(process.execPath, [
      join(root, "node_modules/typescript/bin/tsc"),
      ...["-p", project, "--pretty", "false"],
    ]);
    expect(String(said.stdout)).toBe("");
  });

  test("runs its command, and writes the report", () => {
    node(
      ...[join(installed, "dist/cli/main.js"), "run", "--area", "discovery", "--out", "results"],
    );
    for (const page of ["index.html", "differences/index.html", "coverage/index.html"]) {
      expect(existsSync(join(project, "results/report", page)), page).toBe(true);
    }
  }, 120_000);
});
