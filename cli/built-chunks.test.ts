import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** Every built file, benches included, as a path from `dist`. */
const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".js") && !/^(?:node_modules|reports\/browser)\//.test(file));
const chunks = files.filter((file) => /^(?:chunks|bench)\//.test(file));

/** What a file imports: built files as paths from `dist`, packages by name. */
function importsOf(file: string, isLazyToo: boolean): string[] {
  const text = readFileSync(join(dist, file), "utf8");
  const always = [...text.matchAll(/^(?:import|export)\b[^;'"]*"([^"]+)";/gm)];
  const lazy = isLazyToo ? [...text.matchAll(/\bimport\("([^"]+)"\)/g)] : [];
  return [...always, ...lazy].map(([, name = ""]) =>
    name.startsWith(".") ? join(dirname(file), name) : name,
  );
}

/** The packages that are loaded with a file before any of its code runs. */
function packagesOf(file: string): string[] {
  const loaded = new Set([file]);
  for (const one of loaded) {
    if (one.endsWith(".js") && files.includes(one)) {
      for (const name of importsOf(one, false)) loaded.add(name);
    }
  }
  return [...loaded].filter((name) => !files.includes(name) && !name.startsWith("node:"));
}

const heavy = /^(?:@allurereport|allure|fast-check|fastify|undici|vitest)(?:$|[-/])/;
const heavyOf = (file: string) => packagesOf(file).filter((name) => heavy.test(name));

test("a build leaves no file that nothing imports", () => {
  const imported = new Set(files.flatMap((file) => importsOf(file, true)));
  expect(chunks.length).toBeGreaterThan(50);
  expect(chunks.filter((file) => !imported.has(file))).toEqual([]);
});

test("only ownFile finds files by the place of its module: others have none in the bundle", () => {
  const rooms = ["client", "generators", "mock", "suites", "reports", "commands", "schemas", "cli"];
  const finders = rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((file) =>
        join(room, file).replaceAll("\\", "/"),
      ),
    )
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .filter((file) => readFileSync(join(root, file), "utf8").includes("import.meta.url"));
  expect(finders.sort()).toEqual([
    // Starts itself once more, as an entry of the build.
    "mock/bench/throughput.ts",
    // Finds packages.
    "schemas/compile.ts",
    "schemas/own-file.ts",
  ]);
});

test("what finds files by their path is one folder below the root, as its source is", () => {
  const finders = files.filter((file) =>
    readFileSync(join(dist, file), "utf8").includes("new URL(`../${"),
  );
  expect(finders.map((file) => file.replace(/-.*/, "")).sort()).toEqual([
    "bench/own",
    "chunks/own",
  ]);
});

test("the command loads only what the command that is called needs", () => {
  expect(packagesOf("cli/main.js")).toContain("commander");
  expect(heavyOf("cli/main.js")).toEqual([]);
  const [mock] = importsOf("cli/main.js", true).filter((file) => /^chunks\/mock-/.test(file));
  expect(heavyOf(mock ?? "")).toEqual([]);
  // The checks themselves need them, so they would be found.
  expect(heavyOf("suites/conformance.suite.js")).toContain("vitest");
});
