import fc, { type Arbitrary } from "fast-check";
import type { FilterStyle } from "./print.ts";

export interface FilterStyleConstraints {
  /**
   * `grammar`: what both standards allow. `slack`: also the single quotes and bare values that Slack
   * v1.1 accepts (DOC and OBS). Default: `grammar`.
   */
  allow?: "grammar" | "slack";
}

/** Equivalent ways to write one filter. Shrinks to the plainest. */
export function filterStyleArbitrary(
  constraints: FilterStyleConstraints = {},
): Arbitrary<FilterStyle> {
  const quotes =
    constraints.allow === "slack" ? (["double", "single", "none"] as const) : (["double"] as const);
  return fc.record(
    {
      quotes: fc.constantFrom(...quotes),
      attributeCase: fc.constantFrom("as-is", "lower", "upper"),
      operatorCase: fc.constantFrom("lower", "upper", "capital"),
      escapes: fc.constantFrom("minimal", "unicode"),
      redundantParentheses: fc.nat(2),
    },
    { noNullPrototype: true },
  );
}
