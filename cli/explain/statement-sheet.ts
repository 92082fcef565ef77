import { sourceOf } from "../../suites/standards/source.ts";
import type { Statement } from "../../suites/standards/statement.ts";
import type { Sheet } from "./sheet.ts";

/** A statement of a standard that no check tests. @param why why not */
export function statementSheet(statement: Statement, why: string): Sheet {
  const [id, level, demand] = statement;
  const { source, url } = sourceOf(statement);
  return {
    id,
    title: "not tested",
    brief: [`Statement of a standard: ${level}.`],
    sections: [
      { title: "The demand", lines: [demand, { asIs: `${source}  ${url}` }] },
      { title: "The check", lines: [`There is none: ${why}.`] },
    ],
  };
}
