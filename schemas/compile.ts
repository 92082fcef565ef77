import { createRequire } from "node:module";
import type { ErrorObject, Options, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { needsOf, schemaDocument } from "./documents.ts";
import { scimFormats } from "./formats.ts";
import type { SchemaName } from "./names.ts";
import { type Place, placesOf } from "./place.ts";
import { type SchemaViolation, violationOf } from "./violation.ts";

/** Loads ajv at its first use: most commands validate nothing, and would wait for it. */
const load = createRequire(import.meta.url);

/**
 * A new ajv with our formats and annotations, without schemas.
 * The tests check that the schemas are valid; each start does not.
 */
export function newAjv(options: Options = {}): Ajv2020 {
  const { Ajv2020 }: typeof import("ajv/dist/2020.js") = load("ajv/dist/2020.js");
  const formats: typeof import("ajv-formats") = load("ajv-formats");
  const ajv = new Ajv2020({
    allErrors: true,
    meta: false,
    validateSchema: false,
    verbose: true,
    // Compiling takes half the time, validating takes the same (schemas.bench.ts).
    code: { optimize: false },
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    allowMatchingProperties: true,
    // In a choice of structures, the member that names the structure decides.
    discriminator: true,
    ...options,
  });
  formats.default(ajv);
  for (const [name, format] of Object.entries(scimFormats)) ajv.addFormat(name, format);
  // x-source: the section that a rule comes from; x-level: SHOULD for a recommendation;
  // x-deviation: the rule of the standard that differs, and the fact about Slack (deviations.ts).
  ajv.addVocabulary(["x-source", "x-level", "x-deviation"]);
  return ajv;
}

let ajv: Ajv2020 | undefined;
const loaded = new Set<SchemaName>();
const places = new Map<object, Place>();
const placed = new Set<SchemaName>();

/** Adds a schema to ajv, with those that it refers to. */
function add(name: SchemaName, to: Ajv2020): void {
  for (const part of needsOf(name)) {
    if (loaded.has(part)) continue;
    loaded.add(part);
    to.addSchema(schemaDocument(part));
  }
}

const validators = new Map<SchemaName, ValidateFunction>();

function validator(name: SchemaName): ValidateFunction {
  let validate = validators.get(name);
  if (!validate) {
    ajv ??= newAjv();
    add(name, ajv);
    validate = ajv.getSchema(`scim-conformance:/${name}.json`);
    if (!validate) throw new Error(`no JSON Schema named ${name}`);
    validators.set(name, validate);
  }
  return validate;
}

const fragments = new WeakMap<object, ValidateFunction>();

/** The validator of a schema inside another one, such as in an annotation. */
export function compiled(schema: object): ValidateFunction {
  let validate = fragments.get(schema);
  if (!validate) {
    ajv ??= newAjv();
    validate = ajv.compile(schema);
    fragments.set(schema, validate);
  }
  return validate;
}

const nowhere: Place = { location: "", source: {}, level: {} };

function placeOf(error: ErrorObject): Place {
  const holder = error.parentSchema;
  if (holder === undefined) return nowhere;
  if (!places.has(holder)) {
    for (const name of loaded) {
      if (placed.has(name)) continue;
      placed.add(name);
      for (const [node, place] of placesOf(name, schemaDocument(name))) places.set(node, place);
    }
  }
  return places.get(holder) ?? nowhere;
}

/** Compiles schemas before their first use, for a thread that has nothing else to do yet. */
export function prepare(...names: readonly SchemaName[]): void {
  for (const name of names) validator(name);
}

/**
 * Every rule of a schema that a value breaks; an empty list when the value is valid.
 * A schema is read and compiled at its first use.
 *
 * @param name file name without `.json`, relative to `schemas/`, such as `slack/v2.0/user`
 */
export function violations(name: SchemaName, value: unknown): SchemaViolation[] {
  const validate = validator(name);
  if (validate(value)) return [];
  // An `if` or an entry of a `contains` would report the same rule a second time.
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== "if")
    .map((error) => violationOf(error, placeOf(error)))
    .filter((violation) => !violation.location.includes("/contains"));
}
