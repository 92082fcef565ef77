import type { ValidateFunction } from "ajv";
import { expect, test } from "vitest";
import { fixtures, type InvalidCase, invalidValue } from "../testing/schemas/fixtures.ts";
import { isPlain, type Rule, rulesOf, without } from "../testing/schemas/rules.ts";
import { newAjv } from "./compile.ts";
import { needsOf, schemaDocument } from "./documents.ts";
import { type SchemaName, schemaNames } from "./names.ts";

const documents = new Map(schemaNames.map((name) => [name, schemaDocument(name)] as const));

const needs = new Map(schemaNames.map((name) => [name, needsOf(name)] as const));

/** A schema compiled anew, with one of the documents that it needs replaced. */
function compiled(name: SchemaName, changed?: SchemaName, mutant?: object): ValidateFunction {
  const ajv = newAjv({ strict: false, verbose: false, logger: false, code: { optimize: false } });
  for (const part of needs.get(name) ?? []) {
    const schema = part === changed ? mutant : documents.get(part);
    if (schema) ajv.addSchema(schema);
  }
  const validate = ajv.getSchema(`scim-conformance:/${name}.json`);
  if (!validate) throw new Error(`${name} does not compile`);
  return validate as ValidateFunction;
}

function compiles(...of: Parameters<typeof compiled>): ValidateFunction | undefined {
  try {
    return compiled(...of);
  } catch {
    return undefined;
  }
}

function errorsOf(validate: ValidateFunction, value: unknown): Set<string> {
  validate(value);
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return new Set(
    errors.map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`),
  );
}

interface Draw {
  one: InvalidCase;
  value: unknown;
  /** The violations of a value by the unchanged schema. */
  errors: Set<string>;
}

const draws = new Map<SchemaName, Draw[]>();
/** The draw for a rule, by the rule's place and keyword. */
const drawFor = new Map<string, { user: SchemaName; draw: Draw }>();
for (const [user, { valid, invalid }] of fixtures) {
  const validate = compiled(user);
  const own = invalid.map((one) => {
    const value = invalidValue(valid, one);
    return { one, value, errors: errorsOf(validate, value) };
  });
  draws.set(user, own);
  for (const draw of own) {
    const { at, rule, member = "" } = draw.one;
    drawFor.set(`${at} ${rule} ${member}`, { user, draw });
  }
}

const loses = (mutant: ValidateFunction, { value, errors }: Draw): boolean => {
  const left = errorsOf(mutant, value);
  return [...errors].some((error) => !left.has(error));
};

/** Whether any fixture distinguishes the schema without a rule from the schema with it. */
function isNoticed(name: SchemaName, document: object, rule: Rule): boolean {
  const changed = without(document, [rule]);
  const users = [...fixtures.keys()].filter((user) => needs.get(user)?.has(name));
  users.sort((one, other) => Number(other === name) - Number(one === name));
  return users.some((user) => {
    const mutant = compiles(user, name, changed);
    // A keyword that another one needs, such as the `oneOf` of a `discriminator`.
    if (!mutant) return true;
    return (
      (draws.get(user) ?? []).some((draw) => loses(mutant, draw)) ||
      (fixtures.get(user)?.valid ?? []).some((value) => !mutant(value))
    );
  });
}

interface Batch {
  user: SchemaName;
  rules: Map<Rule, Draw>;
}

/**
 * Plain rules are independent, so many are removed at once: one compilation instead of
 * one each. No two of a batch have the same keyword at the same path of a value, where one could
 * replace the other.
 */
function batches(name: SchemaName, rules: readonly Rule[]): Batch[] {
  const found: (Batch & { spots: Set<string> })[] = [];
  for (const rule of rules) {
    const { pointer, keyword, member = "" } = rule;
    const known = drawFor.get(`${name}#${pointer} ${keyword} ${member}`);
    if (!known || !isPlain(rule)) continue;
    const { one } = known.draw;
    const spot = `${one.path} ${one.rule} ${member}`;
    let batch = found.find(({ user, spots }) => user === known.user && !spots.has(spot));
    if (!batch) {
      batch = { user: known.user, rules: new Map(), spots: new Set() };
      found.push(batch);
    }
    batch.spots.add(spot);
    batch.rules.set(rule, known.draw);
  }
  return found;
}

test.each([...documents])("%s: a fixture notices when a rule is removed", (name, document) => {
  const rules = rulesOf(document);
  const noticed = new Set<Rule>();
  for (const batch of batches(name, rules)) {
    const mutant = compiles(batch.user, name, without(document, [...batch.rules.keys()]));
    // Then each of the rules is removed alone, below.
    if (!mutant) continue;
    for (const [rule, draw] of batch.rules) if (loses(mutant, draw)) noticed.add(rule);
  }
  const survivors = rules.filter((rule) => !noticed.has(rule) && !isNoticed(name, document, rule));
  expect(survivors).toEqual([]);
});
