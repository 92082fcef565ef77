import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The table of CONTRIBUTING.md: what a room may import from other rooms, as folders or files. */
const allowed: Record<string, readonly string[]> = {
  facts: [],
  schemas: [],
  generators: ["facts/", "schemas/"],
  client: ["schemas/"],
  mock: ["facts/", "schemas/"],
  suites: ["facts/", "schemas/", "generators/", "client/"],
  reports: ["facts/", "schemas/"],
  commands: [
    "facts/",
    "schemas/",
    "client/",
    "generators/",
    "reports/",
    "suites/verdict.ts",
    "suites/expectation.ts",
  ],
  cli: [
    "facts/",
    "schemas/",
    "generators/",
    "client/",
    "mock/",
    "suites/",
    "reports/",
    "commands/",
  ],
};

/** Every TypeScript file below a folder, as paths from the root. */
function sources(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}

function ships(file: string): boolean {
  return !/\.(test|bench)\.ts$|\/fixtures\/|^testing\//.test(file);
}

function importsOf(file: string): string[] {
  const text = readFileSync(`${root}/${file}`, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"((?:\.\.?\/)[^"]+)"/g)].map(([, path = ""]) =>
    new URL(path, `file:///${file}`).pathname.slice(1),
  );
}

for (const [folder, may] of Object.entries(allowed)) {
  test(`${folder}/ imports only from ${["itself", ...may].join(", ")}`, () => {
    const files = sources(folder);
    const wrong = files
      // A test may start what it tests against; the rule is for what ships.
      .filter(ships)
      .flatMap((file) =>
        importsOf(file)
          .filter((path) => ![`${folder}/`, ...may].some((place) => path.startsWith(place)))
          .map((path) => `${file} imports ${path}`),
      );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
}

test("no command of commands/ imports another", () => {
  const wrong = sources("commands").flatMap((file) =>
    importsOf(file)
      .filter((path) => path.startsWith("commands/") && path.split("/")[1] !== file.split("/")[1])
      .map((path) => `${file} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test("no shipped file imports a test or a conformance case", () => {
  const wrong = Object.keys(allowed)
    .flatMap(sources)
    .filter(ships)
    .filter((file) => importsOf(file).some((path) => /\.(test|suite)\.ts$/.test(path)));
  expect(wrong).toEqual([]);
});

test("the mock and the client share no code but the schemas", () => {
  const mock = sources("mock").flatMap(importsOf);
  const client = sources("client").flatMap(importsOf);
  const shared = mock.filter((path) => client.includes(path) && !path.startsWith("schemas/"));
  expect(shared.filter((path) => !path.startsWith("testing/"))).toEqual([]);
});

/** A circular path of imports, for each group of files that has one. */
function circles(files: readonly string[]): string[] {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

test("no import circle, type-only imports included", () => {
  const rooms = [...Object.keys(allowed), "testing"];
  expect(circles(rooms.flatMap(sources))).toEqual([]);
});
