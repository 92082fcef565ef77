import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A name that a declaration file exports. */
export interface ExportedName {
  name: string;
  isType: boolean;
  /** The file that declares it, and its name there. */
  file: string;
  declaredAs: string;
}

/**
 * The names that a declaration file exports. Written for the forms that the four public files use;
 * any other form of export throws.
 */
export function exportsOf(file: string): ExportedName[] {
  const text = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  return [...text.matchAll(/^export .*?(?:;$|\{$|\}$)/gms)].flatMap(([statement]) => {
    const [, typeOnly, list, from] =
      /^export (type )?\{(.*?)\}(?: from "(.*)\.ts")?/s.exec(statement) ?? [];
    if (list !== undefined) {
      const source = from === undefined ? file : declarationsOf(file, from);
      return list
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "")
        .map((name) => listed(name, typeOnly !== undefined, source));
    }
    const [, all] = /^export type \* from "(.*)\.ts"/.exec(statement) ?? [];
    if (all !== undefined) return exportsOf(declarationsOf(file, all));
    const [, kind, name] = /^export (?:declare )?(?:async )?(\w+) (\w+)/.exec(statement) ?? [];
    if (kind === undefined || name === undefined) throw new Error(`${file}: ${statement}`);
    return [{ name, isType: kind === "interface" || kind === "type", file, declaredAs: name }];
  });
}

const declarationsOf = (file: string, from: string) => join(dirname(file), `${from}.d.ts`);

function listed(text: string, typeOnly: boolean, file: string): ExportedName {
  const [, type, declaredAs = "", name = declaredAs] =
    /^(type )?(\w+)(?: as (\w+))?$/.exec(text) ?? [];
  return { name, isType: typeOnly || type !== undefined, file, declaredAs };
}

/**
 * The text that declares a name, with its docstring, as tsc writes it: a statement begins in the
 * first column, and its further lines are indented or begin with a bracket.
 * @throws Error where the file, or the one that it takes the name from, does not declare it
 */
export function declarationOf({
  file,
  declaredAs,
}: Pick<ExportedName, "file" | "declaredAs">): string {
  const text = readFileSync(file, "utf8");
  const statements = text.split(/^(?=\/\*\*|export |declare |import )/m);
  const at = statements.findIndex((one) =>
    new RegExp(`^(?:export |declare |abstract )*\\w+ ${declaredAs}\\b`).test(one),
  );
  const declared = statements[at];
  if (declared === undefined) {
    const taken = new RegExp(`\\{[^}]*\\b${declaredAs}\\b[^}]*\\} from "(\\S*)\\.ts"`).exec(text);
    if (taken?.[1] === undefined) throw new Error(`${file}: no ${declaredAs}`);
    return declarationOf({ file: declarationsOf(file, taken[1]), declaredAs });
  }
  const before = statements[at - 1] ?? "";
  const docstring = before.startsWith("/**") && before.trimEnd().endsWith("*/") ? before : "";
  return `${docstring}${declared}`.replace(/^export (?:declare )?/m, "").trim();
}
