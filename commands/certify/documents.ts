import { ctrfOf } from "../../reports/ci/ctrf.ts";
import { junitOf } from "../../reports/ci/junit.ts";
import type { Certification, Results } from "../../schemas/index.ts";
import { certificatePage } from "./certificate/page.ts";
import { declaration } from "./declaration.ts";
import { earlOf } from "./earl.ts";
import { statementOf } from "./statement.ts";

/**
 * The documents of a package, by name: pure functions of what it declares and of the results, so that
 * `--verify` makes them again and compares them byte for byte.
 */
export const documents: Readonly<
  Record<string, (certification: Certification, results: Results) => string>
> = {
  "certificate.html": certificatePage,
  "certification.json": json,
  "ctrf.json": (_, results) => json(ctrfOf(results)),
  "declaration.md": declaration,
  "earl.jsonld": (certification, results) => json(earlOf(certification, results)),
  "junit.xml": (_, results) => junitOf(results),
  "statement.intoto.json": (certification, results) => json(statementOf(certification, results)),
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
