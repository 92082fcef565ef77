import { readFileSync } from "node:fs";
import { ownFile } from "../schemas/own-file.ts";

/**
 * Joins modules of `reports/browser/` into one inline script. They are written for it: each imports
 * only from earlier ones, and no two share a name.
 *
 * @param names of the files, in the order of their imports
 */
export function inlineScript(names: readonly string[]): string {
  const parts = names.map((name) =>
    readFileSync(ownFile(`reports/browser/${name}.js`), "utf8")
      .replace(/^import .*? from "\.\/[\w-]+\.js";\n/gms, "")
      .replace(/^export (?=(?:async )?function|const|class)/gm, ""),
  );
  const script = `(() => {\n"use strict";\n${parts.join("\n")}})();\n`;
  // Within a page, this would end the script.
  if (/<\/script|<!--/i.test(script)) throw new Error("a page's script must not contain markup");
  return script;
}
