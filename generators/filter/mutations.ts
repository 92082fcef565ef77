import fc, { type Arbitrary } from "fast-check";
import { type Version, versions } from "../../schemas/version.ts";
import { type DueError, due } from "../errors.ts";

/** The rule of the grammar that a malformed filter breaks. */
export type FilterRule =
  | "an expression is attribute, operator and value"
  | "the operator is known"
  | "the attribute is known"
  | "the value is a literal"
  | "groups are balanced and not empty"
  | "one space between tokens";

/** The parts of a comparison to malform. */
interface Comparison {
  readonly attribute: string;
  readonly value: string;
}

/** A named way to malform a filter. */
export interface FilterMutation {
  readonly name: string;
  readonly breaks: FilterRule;
  /** The versions in which the result is malformed. */
  readonly versions: readonly Version[];
  readonly mutate: (comparison: Comparison) => string;
  /** The error of Slack. A server that follows the standards returns 400, in v2.0 with the scimType `invalidFilter` (RFC 7644 §3.12). */
  readonly due: DueError;
}

/** A filter that its version has to reject. */
export interface MalformedFilter extends Omit<FilterMutation, "mutate"> {
  readonly text: string;
}

const SHAPE = "an expression is attribute, operator and value" as const;
const OPERATOR = "the operator is known" as const;
const GROUP = "groups are balanced and not empty" as const;
const LITERAL = "the value is a literal" as const;

const incomplete = (fact: string): DueError =>
  due(["incomplete_filter", "invalid_query", "no_filters"], "DOC", fact);
const none = (fact: string): DueError => due(["no_filters", "incomplete_filter"], "DOC", fact);
const query = (fact: string): DueError =>
  due(["invalid_query", "incomplete_filter", "query_building_failed"], "DOC", fact);
const group = (fact: string): DueError =>
  due(["invalid_filter_group", "incomplete_filter", "invalid_query"], "DOC", fact);
const guess = (fact: string): DueError =>
  due(["incomplete_filter", "invalid_query", "invalid_filter_group", "no_filters"], "INF", fact);

const equals = ({ attribute, value }: Comparison): string => `${attribute} eq "${value}"`;

/**
 * All mutations. Slack's list explains its codes so: `no_filters` no boolean expression,
 * `incomplete_filter` malformed tokens, `invalid_query` invalid attributes or operators,
 * `invalid_filter_group` bad parentheses (DOC); which code a filter gets that fits two of them is
 * not documented, so every code that fits is accepted, the likeliest first.
 */
export const filterMutations: readonly FilterMutation[] = [
  {
    name: "a single word",
    breaks: SHAPE,
    versions,
    mutate: () => "foo",
    due: due(
      ["no_filters"],
      "OBS",
      "observed for users and groups in v1.1; v2.0 is assumed to agree",
    ),
  },
  {
    name: "nothing",
    breaks: SHAPE,
    versions,
    mutate: () => "",
    due: due(["no_filters", "incomplete_filter"], "INF", "an empty parameter may count as none"),
  },
  {
    name: "an attribute alone",
    breaks: SHAPE,
    versions,
    mutate: ({ attribute }) => attribute,
    due: none("no boolean expression"),
  },
  {
    name: "no value",
    breaks: SHAPE,
    versions,
    mutate: ({ attribute }) => `${attribute} eq`,
    due: incomplete("a comparison needs a value"),
  },
  {
    name: "no attribute",
    breaks: SHAPE,
    versions,
    mutate: ({ value }) => `eq "${value}"`,
    due: incomplete("a comparison needs an attribute"),
  },
  {
    name: "no operator",
    breaks: SHAPE,
    versions,
    mutate: ({ attribute, value }) => `${attribute} "${value}"`,
    due: incomplete("a comparison needs an operator"),
  },
  {
    name: "two operators",
    breaks: LITERAL,
    versions,
    mutate: ({ attribute, value }) => `${attribute} eq eq "${value}"`,
    due: incomplete("malformed tokens"),
  },
  {
    name: "an unknown operator",
    breaks: OPERATOR,
    versions,
    mutate: ({ attribute, value }) => `${attribute} qzx "${value}"`,
    due: query("an invalid operator"),
  },
  ...(["ne", "ew"] as const).map(
    (operator): FilterMutation => ({
      name: `the operator ${operator}`,
      breaks: OPERATOR,
      versions: ["1.1"],
      mutate: ({ attribute, value }) => `${attribute} ${operator} "${value}"`,
      due: query("v1.1 has no such operator"),
    }),
  ),
  {
    name: "a negation",
    breaks: OPERATOR,
    versions: ["1.1"],
    mutate: (comparison) => `not (${equals(comparison)})`,
    due: guess("v1.1 has no not"),
  },
  {
    name: "a value path",
    breaks: GROUP,
    versions: ["1.1"],
    mutate: ({ value }) => `emails[value eq "${value}"]`,
    due: guess("v1.1 has no brackets"),
  },
  {
    name: "an unknown attribute",
    breaks: "the attribute is known",
    versions,
    mutate: ({ value }) => `favouriteColour eq "${value}"`,
    due: query("an invalid attribute"),
  },
  {
    name: "an open quote",
    breaks: LITERAL,
    versions,
    mutate: ({ attribute, value }) => `${attribute} eq "${value}`,
    due: guess("a literal is a JSON string"),
  },
  {
    name: "a value after pr",
    breaks: SHAPE,
    versions,
    mutate: ({ attribute, value }) => `${attribute} pr "${value}"`,
    due: guess("pr takes no value"),
  },
  {
    name: "nothing after and",
    breaks: SHAPE,
    versions,
    mutate: (comparison) => `${equals(comparison)} and`,
    due: incomplete("and needs two expressions"),
  },
  {
    name: "nothing before or",
    breaks: SHAPE,
    versions,
    mutate: (comparison) => `or ${equals(comparison)}`,
    due: incomplete("or needs two expressions"),
  },
  {
    name: "two expressions side by side",
    breaks: SHAPE,
    versions,
    mutate: (comparison) => `${equals(comparison)} ${comparison.attribute} pr`,
    due: incomplete("expressions are joined by and or or"),
  },
  {
    name: "two spaces",
    breaks: "one space between tokens",
    versions,
    mutate: ({ attribute, value }) => `${attribute}  eq  "${value}"`,
    due: incomplete("tokens are separated by single spaces"),
  },
  {
    name: "an open parenthesis",
    breaks: GROUP,
    versions,
    mutate: (comparison) => `(${equals(comparison)}`,
    due: group("parentheses come in pairs"),
  },
  {
    name: "an extra closing parenthesis",
    breaks: GROUP,
    versions,
    mutate: (comparison) => `${equals(comparison)})`,
    due: group("parentheses come in pairs"),
  },
  {
    name: "an empty group",
    breaks: GROUP,
    versions,
    mutate: (comparison) => `${equals(comparison)} and ()`,
    due: group("a group contains an expression"),
  },
  {
    name: "an open bracket",
    breaks: GROUP,
    versions: ["2.0"],
    mutate: ({ value }) => `emails[value eq "${value}"`,
    due: guess("brackets come in pairs (RFC 7644 §3.4.2.2)"),
  },
  {
    name: "the name of the parameter inside its value",
    breaks: "the attribute is known",
    versions,
    mutate: (comparison) => `filter=${equals(comparison)}`,
    due: guess("old client documentation shows it; its effect in Slack is not known"),
  },
];

export interface MalformedFilterConstraints {
  version: Version;
  /** Attributes that the target's filters support. Default: `userName`. */
  attributes?: readonly string[];
  /** Default: all that apply to the version. */
  names?: readonly string[];
}

/** Filters that the version has to reject, each with its name and the expected error. */
export function malformedFilterArbitrary(
  constraints: MalformedFilterConstraints,
): Arbitrary<MalformedFilter> {
  const { version, attributes = ["userName"], names } = constraints;
  const possible = filterMutations.filter(
    (mutation) => mutation.versions.includes(version) && (names?.includes(mutation.name) ?? true),
  );
  const value = fc.string({
    unit: fc.constantFrom("a", "b", "c", "1"),
    minLength: 1,
    maxLength: 8,
  });
  return fc
    .tuple(fc.constantFrom(...possible), fc.constantFrom(...attributes), value)
    .map(([{ mutate, ...mutation }, attribute, text]) => ({
      ...mutation,
      text: mutate({ attribute, value: text }),
    }));
}
