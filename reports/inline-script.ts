import { readFileSync } from "node:fs";

/**
 * Modules as one script that stands within a page and runs where it stands, as modules would not.
 * They are written to be joined: each imports only from those before it, and no two have a name in
 * common.
 *
 * @param files plain JavaScript, in the order of their imports
 */
export function inlineScript(files: readonly URL[]): string {
  const parts = files.map((file) =>
    readFileSync(file, "utf8")
      .replace(/^import .*? from "\.\/[\w-]+\.js";\n/gms, "")
      .replace(/^export (?=(?:async )?function|const|class)/gm, ""),
  );
  const script = `(() => {\n"use strict";\n${parts.join("\n")}})();\n`;
  // Within a page, this would end the script.
  if (/<\/script|<!--/i.test(script)) throw new Error("a page's script must not hold markup");
  return script;
}
