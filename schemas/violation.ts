import type { ErrorObject } from "ajv";
import type { Place } from "./place.ts";

/** One broken rule, in words that a person understands. */
export interface SchemaViolation {
  /** JSON Pointer of the offending value, `` for the whole document. */
  path: string;
  /** The JSON Schema keyword that is broken, such as `required` or `pattern`. */
  rule: string;
  /** The member that is missing or must not be there, for the rules that name one. */
  member?: string;
  /** Where the rule is written: section of a specification, or fact about Slack. */
  source?: string;
  /** `SHOULD` where the source advises; everything else is `MUST`. */
  level: "MUST" | "SHOULD";
  /** Where, what and why: `/emails/0/primary must be true or false, but is a text (RFC 7643 §2.4)`. */
  message: string;
  /** Where the rule stands in the schemas: `v2.0/common#/$defs/emails/items/properties/primary`. */
  location: string;
}

const typeWords: Record<string, string> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  null: "null",
};

/**
 * A value in a sentence. Texts are shown only when they are short and no address: messages go into
 * reports, and a report must not carry a person's data.
 */
function shown(value: unknown, open: boolean): string {
  if (value === undefined) return "absent";
  if (typeof value === "string") {
    if (value === "") return "empty";
    return open && value.length <= 60 && !value.includes("@") ? `"${value}"` : "a text";
  }
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : JSON.stringify(value);
}

const listed = (words: readonly string[]) => words.join(" or ");

type Sentence = (params: Record<string, unknown>, error: ErrorObject) => string;

/** Sentences by keyword; what is not here speaks in ajv's words. */
const sentences: Record<string, Sentence> = {
  type: ({ type }, { data }) => {
    const types = Array.isArray(type) ? type.map(String) : String(type).split(",");
    return `must be ${listed(types.map((word) => typeWords[word] ?? word))}, but is ${shown(data, false)}`;
  },
  required: ({ missingProperty }) => `lacks the member "${missingProperty}"`,
  additionalProperties: ({ additionalProperty }) =>
    `has a member that is not defined here: "${additionalProperty}"`,
  enum: ({ allowedValues }, { data }) =>
    `must be one of ${(Array.isArray(allowedValues) ? allowedValues : []).map((value) => JSON.stringify(value)).join(", ")}, but is ${shown(data, true)}`,
  const: ({ allowedValue }, { data }) =>
    `must be ${JSON.stringify(allowedValue)}, but is ${shown(data, true)}`,
  pattern: ({ pattern }, { data }) =>
    `must have the form ${String(pattern)}, but is ${shown(data, true)}`,
  format: ({ format }, { data }) =>
    `must be a valid ${String(format).replace(/^scim-/, "SCIM ")}, but is ${shown(data, true)}`,
  minLength: ({ limit }, { data }) =>
    limit === 1
      ? "must not be empty"
      : `must have at least ${limit} characters, but has ${[...String(data)].length}`,
  maxLength: ({ limit }, { data }) =>
    `must have at most ${limit} characters, but has ${[...String(data)].length}`,
  minItems: ({ limit }, { data }) =>
    `must have at least ${limit} entries, but has ${Array.isArray(data) ? data.length : 0}`,
  maxItems: ({ limit }, { data }) =>
    `must have at most ${limit} entries, but has ${Array.isArray(data) ? data.length : 0}`,
  minimum: ({ limit }, { data }) => `must be at least ${limit}, but is ${shown(data, true)}`,
  maximum: ({ limit }, { data }) => `must be at most ${limit}, but is ${shown(data, true)}`,
  uniqueItems: ({ i, j }) => `has the same entry twice, at ${j} and ${i}`,
  contains: (_, { schema, parentSchema }) => {
    const wanted: unknown = schema;
    if (typeof wanted === "object" && wanted !== null && "const" in wanted)
      return `must hold ${JSON.stringify(wanted.const)}`;
    const most: unknown = parentSchema?.maxContains;
    return `must have at most ${String(most)} entry with ${JSON.stringify(schema)}`;
  },
  not: () => "must not be here",
};

/** The words for an error of ajv (which has to run with `verbose`), given where its rule stands. */
export function violationOf(error: ErrorObject, place: Place): SchemaViolation {
  const { params, keyword, instancePath: path } = error;
  const source = place.source[keyword] ?? place.source["*"];
  const member: unknown = params.missingProperty ?? params.additionalProperty;
  const says = sentences[keyword]?.(params, error) ?? error.message ?? `breaks the rule ${keyword}`;
  return {
    path,
    rule: keyword,
    ...(typeof member === "string" ? { member } : {}),
    ...(source === undefined ? {} : { source }),
    level: place.level[keyword] === "SHOULD" ? "SHOULD" : "MUST",
    message: `${path === "" ? "the document" : path} ${says}${source === undefined ? "" : ` (${source})`}`,
    location: place.location,
  };
}
