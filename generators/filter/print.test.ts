import fc from "fast-check";
import * as scim2 from "scim2-parse-filter";
import { describe, expect, test } from "vitest";
import type { Filter } from "../../schemas/index.ts";
import { filterArbitrary, filterOperators, filterStyleArbitrary, print } from "../index.ts";

const equals: Filter = { op: "eq", attribute: "email", value: 'a"b' };
const present: Filter = { op: "pr", attribute: "userName" };

describe("print", () => {
  test.each<[string, Parameters<typeof print>, string]>([
    ["v1.1 says email", [equals, "1.1"], 'email eq "a\\"b"'],
    ["v2.0 says emails", [equals, "2.0"], 'emails eq "a\\"b"'],
    [
      "an or inside an and needs parentheses",
      [{ op: "and", left: present, right: { op: "or", left: present, right: present } }, "1.1"],
      "userName pr and (userName pr or userName pr)",
    ],
    [
      "an and inside an or needs none",
      [{ op: "or", left: present, right: { op: "and", left: present, right: present } }, "1.1"],
      "userName pr or userName pr and userName pr",
    ],
    ["not has parentheses", [{ op: "not", filter: present }, "2.0"], "not (userName pr)"],
    [
      "a value path has brackets",
      [{ op: "valuePath", attribute: "email", filter: { op: "pr", attribute: "value" } }, "2.0"],
      "emails[value pr]",
    ],
    [
      "a bare literal where it is possible",
      [{ op: "eq", attribute: "restricted", value: "1" }, "1.1", { quotes: "none" }],
      "restricted eq 1",
    ],
    [
      "quotes where a bare literal cannot be",
      [{ op: "eq", attribute: "userName", value: "a b" }, "1.1", { quotes: "none" }],
      'userName eq "a b"',
    ],
    [
      "single quotes",
      [{ op: "eq", attribute: "restricted", value: "1" }, "1.1", { quotes: "single" }],
      "restricted eq '1'",
    ],
    [
      "escapes, letter cases, parentheses and spaces",
      [
        { op: "eq", attribute: "userName", value: "a" },
        "1.1",
        {
          escapes: "unicode",
          attributeCase: "upper",
          operatorCase: "capital",
          redundantParentheses: 1,
          whiteSpace: "double",
        },
      ],
      '(USERNAME  Eq  "\\u0061")',
    ],
  ])("%s", (_, given, expected) => {
    expect(print(...given)).toBe(expected);
  });
});

/** The tree of another parser in our types, chains of one operator folded to the right. */
function ours(filter: scim2.Filter): Filter {
  switch (filter.op) {
    case "and":
    case "or": {
      const { op } = filter;
      const [last, ...others] = filter.filters.map(ours).reverse();
      if (!last) throw new Error("an empty chain");
      return others.reduce((right, left): Filter => ({ op, left, right }), last);
    }
    case "not":
      return { op: "not", filter: ours(filter.filter) };
    case "[]":
      return { op: "valuePath", attribute: filter.attrPath, filter: ours(filter.valFilter) };
    case "pr":
      return { op: "pr", attribute: filter.attrPath };
    default:
      return { op: filter.op, attribute: filter.attrPath, value: filter.compValue };
  }
}

/** The same tree with chains of one operator folded to the right, and names in lower case. */
function folded(filter: Filter): Filter {
  switch (filter.op) {
    case "and":
    case "or": {
      const { op } = filter;
      const chain = (node: Filter): Filter[] =>
        node.op === op ? [...chain(node.left), ...chain(node.right)] : [folded(node)];
      const [last, ...others] = chain(filter).reverse();
      if (!last) throw new Error("an empty chain");
      return others.reduce((right, left): Filter => ({ op, left, right }), last);
    }
    case "not":
      return { op: "not", filter: folded(filter.filter) };
    case "valuePath":
      return {
        ...filter,
        attribute: filter.attribute.toLowerCase(),
        filter: folded(filter.filter),
      };
    default:
      return { ...filter, attribute: filter.attribute.toLowerCase() };
  }
}

test("another parser reads the tree that was printed, in every style", () => {
  const population = [
    { userName: "ada", title: 'a "b" (c)', emails: [{ value: "ada@b.example", primary: true }] },
  ];
  const filters = filterArbitrary({
    population,
    operators: filterOperators["2.0"],
    attributes: ["userName", "emails", "title"],
  });
  // That parser does not decode \uXXXX, so that style is omitted here.
  const styles = filterStyleArbitrary().map((style) => ({ ...style, escapes: "minimal" as const }));
  fc.assert(
    fc.property(filters, styles, (filter, style) => {
      const text = print(filter, "2.0", style);
      expect(folded(ours(scim2.parse(text)))).toEqual(folded(filter));
    }),
    { seed: 1, numRuns: 1000 },
  );
});
