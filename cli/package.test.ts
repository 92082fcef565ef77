import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What `npm publish` would send: the paths from the root, and the size of the tarball in bytes. */
function packageContents(): { packed: string[]; size: number } {
  const args = ["pack", "--dry-run", "--ignore-scripts", "--json"];
  const output = execFileSync("npm", args, { cwd: root, encoding: "utf8", stdio: "pipe" });
  const [{ files, size }] = JSON.parse(output);
  return { packed: files.map(({ path }: { path: string }) => path), size };
}

/** What README says is left out: users have it in the report, or do not need it. */
const leftOut = [
  "CONTRIBUTING.md",
  "docs/api/reference.md",
  "docs/architecture.md",
  "docs/decisions",
  "docs/slack-facts.md",
];

/** The files that a Markdown file links to, as paths from the root; web addresses are left out. */
function linkedFiles(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8").replaceAll(/^```.*?^```$/gms, "");
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => join(dirname(file), link));
}

const { packed, size } = packageContents();

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

test("the package is small", () => {
  // Above it, `npm pack --dry-run` shows what grew: a picture, or a document that is not for users.
  expect(size).toBeLessThan(1_000_000);
});

test("versions are held back by dependencies, not by overrides", () => {
  const { overrides } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // They hold in a checkout only: who installs the package gets other versions.
  expect(overrides).toBeUndefined();
});

test("every file that a document of the package links to is in the package, or named as left out", () => {
  const documents = packed.filter((path) => path.endsWith(".md"));
  expect(documents).toContain("README.md");
  const broken = documents.flatMap((document) =>
    linkedFiles(document)
      .filter((path) => !leftOut.includes(path.replace(/\/$/, "")))
      .filter((path) => !packed.some((file) => file === path || file.startsWith(join(path, "/"))))
      .map((path) => `${document} links to ${path}`),
  );
  expect(broken).toEqual([]);
});
