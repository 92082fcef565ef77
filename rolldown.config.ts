import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin, type RolldownOptions } from "rolldown";
import { minifySync } from "rolldown/utils";
import { schemaNames } from "./schemas/names.ts";

/**
 * The built package. One file a module would cost every command half of its time: it has to load
 * hundreds of them, in up to three threads.
 */
const dist = "dist";
const { bin, exports } = JSON.parse(readFileSync("package.json", "utf8"));

/** What is started or imported by its path, as paths of the sources. */
const product = [
  ...[...Object.values<string>(bin), ...Object.values<string>(exports)].map((file) =>
    file.replace(`./${dist}/`, "").replace(/\.js$/, ".ts"),
  ),
  ...["cli/mock-thread.ts", "cli/generate-report.ts"],
  ...["suites/conformance.suite.ts", "suites/run/checks-thread.ts", "suites/run/runner.ts"],
  // A test starts them in a process.
  ...["suites/run/run-suites.ts", "suites/run/checks-pool.ts"],
];
const benches = ["cli/bench", "mock/bench"].flatMap((folder) =>
  readdirSync(folder).map((file) => `${folder}/${file}`),
);
const scripts = readdirSync("reports/browser").filter((file) => file.endsWith(".js"));

/** Files that are read as they are: see `schemas/own-file.ts`. */
const readByPath: Plugin = {
  name: "read-by-path",
  generateBundle() {
    const add = (fileName: string, source: string) =>
      this.emitFile({ type: "asset", fileName, source });
    for (const name of schemaNames) {
      add(`schemas/${name}.json`, readFileSync(`schemas/${name}.json`, "utf8"));
    }
    // The scripts of pages, without their comments. Pages join them by their lines of import.
    const readable = { compress: false, mangle: false, codegen: { removeWhitespace: false } };
    for (const file of scripts.map((name) => `reports/browser/${name}`)) {
      add(file, minifySync(file, readFileSync(file, "utf8"), readable).code);
    }
  },
};

/**
 * Writes only what changed, and removes what is built no more, so that a build without changes does
 * not disturb a command that another process starts.
 * @param isOurs whether a file, as a path from `dist`, belongs to this part of the build
 */
function onlyChanges(isOurs: (file: string) => boolean): Plugin {
  const built = new Set<string>();
  return {
    name: "only-changes",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const [file, output] of Object.entries(bundle)) {
          built.add(file);
          const path = join(dist, file);
          const text = output.type === "asset" ? output.source : output.code;
          if (existsSync(path) && readFileSync(path, "utf8") === text) delete bundle[file];
        }
      },
    },
    writeBundle() {
      for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
        const path = file.replaceAll("\\", "/");
        if (!/\.(?:js|json|d\.ts)$/.test(path) || built.has(path) || !isOurs(path)) continue;
        // The compiler writes declarations, and knows of those that it has written.
        if (path.endsWith(".d.ts") && existsSync(path.replace(/\.d\.ts$/, ".ts"))) continue;
        rmSync(join(dist, file));
      }
    },
  };
}

const isOfBenches = (file: string) => /(?:^|\/)bench\//.test(file);

function part(
  sources: readonly string[],
  chunks: string,
  plugins: readonly Plugin[],
): RolldownOptions {
  return {
    input: Object.fromEntries(sources.map((file) => [file.replace(/\.ts$/, ""), `./${file}`])),
    platform: "node",
    // Packages and modules of Node.js; to bundle packages too saves hardly more.
    external: /^[@a-z]/,
    experimental: { attachDebugInfo: "none" },
    plugins: [...plugins],
    output: {
      dir: dist,
      entryFileNames: "[name].js",
      chunkFileNames: `${chunks}/[name]-[hash].js`,
      comments: false,
      codeSplitting: { groups: [{ name: "own-file", test: /[\\/]own-file\.ts$/ }] },
    },
  };
}

/** Benches are apart: what only they use must not be in the chunks of the package. */
export default defineConfig([
  part(product, "chunks", [
    readByPath,
    onlyChanges((file) => !isOfBenches(file) && !file.startsWith("node_modules/")),
  ]),
  part(benches, "bench", [onlyChanges(isOfBenches)]),
]);
