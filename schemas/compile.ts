import { readFileSync } from "node:fs";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type SchemaName, schemaNames } from "./names.ts";

/** One broken rule, in words that a person understands. */
export interface SchemaViolation {
  /** JSON Pointer of the offending value, `` for the whole document. */
  path: string;
  /** The JSON Schema keyword that is broken, such as `required` or `pattern`. */
  rule: string;
  message: string;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
formats.default(ajv);
for (const name of schemaNames) {
  const file = new URL(`./${name}.json`, import.meta.url);
  ajv.addSchema(JSON.parse(readFileSync(file, "utf8")));
}

function validator(name: SchemaName): ValidateFunction {
  const validate = ajv.getSchema(`scim-conformance:/${name}.json`);
  if (!validate) throw new Error(`no JSON Schema named ${name}`);
  return validate as ValidateFunction;
}

function violationOf(error: ErrorObject): SchemaViolation {
  const where = error.instancePath === "" ? "the document" : error.instancePath;
  return {
    path: error.instancePath,
    rule: error.keyword,
    message: `${where} ${error.message ?? `breaks the rule ${error.keyword}`}`,
  };
}

/**
 * Every rule of a schema that a value breaks; an empty list when the value is valid.
 * Schemas are compiled at their first use.
 *
 * @param name file name without `.json`, relative to `schemas/`, such as `suite/target`
 */
export function violations(name: SchemaName, value: unknown): SchemaViolation[] {
  const validate = validator(name);
  return validate(value) ? [] : (validate.errors ?? []).map(violationOf);
}
