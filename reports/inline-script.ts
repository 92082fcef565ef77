import { readFileSync } from "node:fs";

/**
 * Joins modules into one inline script. They are written for it: each imports only from earlier
 * ones, and no two share a name.
 *
 * @param files plain JavaScript, in the order of their imports
 */
export function inlineScript(files: readonly URL[]): string {
  const parts = files.map((file) =>
    readFileSync(file, "utf8")
      .replace(/^import .*? from "\.\/[\w-]+\.js";\n/gms, "")
      // The compiler marks a module that neither imports nor exports.
      .replace(/^export \{\};\n/gm, "")
      .replace(/^export (?=(?:async )?function|const|class)/gm, ""),
  );
  const script = `(() => {\n"use strict";\n${parts.join("\n")}})();\n`;
  // Within a page, this would end the script.
  if (/<\/script|<!--/i.test(script)) throw new Error("a page's script must not contain markup");
  return script;
}
