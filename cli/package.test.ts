import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The files that `npm publish` would send, as paths from the root. */
function packedFiles(): string[] {
  const args = ["pack", "--dry-run", "--ignore-scripts", "--json"];
  const output = execFileSync("npm", args, { cwd: root, encoding: "utf8", stdio: "pipe" });
  const [{ files }] = JSON.parse(output);
  return files.map(({ path }: { path: string }) => path);
}

/** The files that a Markdown file links to, as paths from the root; web addresses are left out. */
function linkedFiles(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8").replaceAll(/^```.*?^```$/gms, "");
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => join(dirname(file), link));
}

const packed = packedFiles();

test("the package holds what it exports and runs", () => {
  const { bin, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const code: string[] = [...Object.values<string>(bin), ...Object.values<string>(exports)];
  for (const path of code) expect(packed).toContain(path.replace("./", ""));
  expect(packed).toContain("dist/client/index.d.ts");
  expect(packed).toContain("dist/suites/conformance.suite.js");
  expect(packed).toContain("dist/schemas/suite/results.json");
});

test("the package holds no test, no bench, no build state and nothing of testing/", () => {
  const wrong =
    /\.(test|bench)\.(js|d\.ts)$|(^|\/)bench\/|tsbuildinfo|node_modules|^(dist\/)?testing\/|^docs\/api\//;
  expect(packed.filter((path) => wrong.test(path))).toEqual([]);
});

test("every file that a document of the package links to is in the package", () => {
  const documents = packed.filter((path) => path.endsWith(".md"));
  expect(documents).toContain("README.md");
  const broken = documents.flatMap((document) =>
    linkedFiles(document)
      .filter((path) => !packed.some((file) => file === path || file.startsWith(join(path, "/"))))
      .map((path) => `${document} links to ${path}`),
  );
  expect(broken).toEqual([]);
});
