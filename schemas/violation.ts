import type { ErrorObject } from "ajv";
import type { Place } from "./place.ts";

/** One violated rule, with a readable message. */
export interface SchemaViolation {
  /** JSON Pointer of the offending value, `` for the whole document. */
  path: string;
  /** The violated JSON Schema keyword, such as `required` or `pattern`. */
  rule: string;
  /** The missing or undefined member, for the rules that name one. */
  member?: string;
  /** The source of the rule: section of a specification, or fact about Slack. */
  source?: string;
  /** `SHOULD` for a recommendation of the source; everything else is `MUST`. */
  level: "MUST" | "SHOULD";
  /** Where, what and why: `/emails/0/primary must be a boolean, but is a string (RFC 7643 §2.4)`. */
  message: string;
  /** The place of the rule in the schemas: `v2.0/common#/$defs/emails/items/properties/primary`. */
  location: string;
}

const typeWords: Record<string, string> = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  null: "null",
};

const formatWords: Record<string, string> = {
  "scim-date-time": "an xsd:dateTime such as 2024-04-10T00:00:00Z",
  "slack-date-time": "a date-time such as 2024-04-10T00:00:00+0000",
  "scim-urn": "a URN",
  "scim-email": "an e-mail address",
  "slack-email": "an e-mail address, or empty",
  "bcp-47": "a language tag such as en-US",
  "scim11-locale": "a language and a country such as en_US",
  "accept-language": "a list of language tags such as en-US, en;q=0.8",
  "time-zone": "a time zone such as Europe/London",
  "slack-time-zone": "a time zone such as Europe/London, or one space",
  "photo-uri": "the URL of an image, or a data URI",
  base64: "Base64",
  "entity-tag": 'an entity tag such as W/"1"',
  "scim-patch-operation": "add, replace or remove",
  "scim-patch-path": "a PATCH path of RFC 7644",
  "slack-patch-path": "a PATCH path that Slack accepts",
  "scim11-attribute-path": "the name of an attribute",
  "slack-user-id": "the id of a Slack user",
  "slack-group-id": "the id of a Slack group",
  "slack-channel-id": "the id of a Slack channel",
  uri: "an absolute URI",
  "date-time": "a date-time as in RFC 3339",
};

/**
 * A value in a sentence. Strings are shown only when they are short and contain no address: messages
 * go into reports, and a report must not contain personal data.
 */
function shown(value: unknown, open: boolean): string {
  if (value === undefined) return "absent";
  if (typeof value === "string") {
    if (value === "") return "empty";
    return open && value.length <= 60 && !value.includes("@") ? `"${value}"` : "a string";
  }
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : JSON.stringify(value);
}

const listed = (words: readonly string[]) => words.join(" or ");

/** The value that a `contains` requires, when it requires a constant. */
function constant(wanted: unknown): unknown {
  if (typeof wanted !== "object" || wanted === null) return undefined;
  if ("const" in wanted) return wanted.const;
  return "anyOf" in wanted && Array.isArray(wanted.anyOf) ? constant(wanted.anyOf[0]) : undefined;
}

type Sentence = (params: Record<string, unknown>, error: ErrorObject) => string;

/** Sentences by keyword; for other keywords the message of ajv is used. */
const sentences: Record<string, Sentence> = {
  type: ({ type }, { data }) => {
    const types = Array.isArray(type) ? type.map(String) : String(type).split(",");
    return `must be ${listed(types.map((word) => typeWords[word] ?? word))}, but is ${shown(data, false)}`;
  },
  required: ({ missingProperty }) => `lacks the member "${missingProperty}"`,
  additionalProperties: ({ additionalProperty }) =>
    `has an undefined member: "${additionalProperty}"`,
  enum: ({ allowedValues }, { data }) =>
    `must be one of ${(Array.isArray(allowedValues) ? allowedValues : []).map((value) => JSON.stringify(value)).join(", ")}, but is ${shown(data, true)}`,
  const: ({ allowedValue }, { data }) =>
    `must be ${JSON.stringify(allowedValue)}, but is ${shown(data, true)}`,
  pattern: ({ pattern }, { data }) =>
    `must have the form ${String(pattern)}, but is ${shown(data, true)}`,
  format: ({ format }, { data }) =>
    `must be ${formatWords[String(format)] ?? `a valid ${format}`}, but is ${shown(data, true)}`,
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
  contains: (_, { schema }) => {
    const value = constant(schema);
    return value === undefined
      ? "has more than one primary entry"
      : `must contain ${JSON.stringify(value)}`;
  },
  discriminator: ({ tag }) => `has no known ${JSON.stringify(tag)}`,
  not: () => "is not allowed",
};

/** The violation for an error of ajv (which has to run with `verbose`), given the place of its rule. */
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
