import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";

/** The properties of an arbitrary that its test needs. */
export interface Obligations<T> {
  readonly arbitrary: () => Arbitrary<T>;
  /** What is wrong with a value; an empty list when it is valid. */
  readonly violations: (value: T) => readonly unknown[];
  /** The value that every failure shrinks to. */
  readonly minimal: unknown;
  /** The part of a value that is compared with `minimal`. Default: all of it. */
  readonly minimalPart?: (value: T) => unknown;
  /** Classes that occur in 300 draws, and a test for each. */
  readonly classes?: Readonly<Record<string, (value: T) => boolean>>;
}

const SEEDS = [1, 2, 3, 42, 2024, -7];
const DRAWS = 300;

/** Every value that fast-check tries until a failure is shrunk, and the final value. */
function shrunk<T>(arbitrary: Arbitrary<T>, seed: number): { tried: T[]; minimal: T } {
  const tried: T[] = [];
  // Small values come first: a failure that begins later has something to shrink.
  const property = fc.property(arbitrary, (value) => {
    tried.push(value);
    return tried.length < 25;
  });
  const { counterexample } = fc.check(property, { seed });
  if (!counterexample) throw new Error("nothing failed, so nothing was shrunk");
  return { tried, minimal: counterexample[0] };
}

/**
 * The obligations of an arbitrary (after fast-check's own tests): the same seed gives the same
 * values, every value is valid, so is every value tried while shrinking, which ends in the
 * minimal form, and every class occurs.
 */
export function describeObligations<T>(name: string, obligations: Obligations<T>): void {
  const { arbitrary, violations, minimal, minimalPart = (value) => value } = obligations;
  const { classes = {} } = obligations;
  const drawn = new Map<number, T[]>();
  const drawsOf = (seed: number): T[] => {
    const values = drawn.get(seed) ?? fc.sample(arbitrary(), { seed, numRuns: DRAWS });
    drawn.set(seed, values);
    return values;
  };
  describe(name, () => {
    test("the same seed gives the same values", () => {
      for (const seed of SEEDS) {
        const draw = () => fc.sample(arbitrary(), { seed, numRuns: 50 });
        expect(draw()).toEqual(draw());
      }
    });

    test("every value is valid", () => {
      for (const seed of SEEDS) {
        expect(drawsOf(seed).flatMap((value) => violations(value))).toEqual([]);
      }
    });

    test("shrinking stays valid and ends in the minimal form", () => {
      for (const seed of SEEDS) {
        const { tried, minimal: reached } = shrunk(arbitrary(), seed);
        expect(tried.flatMap((value) => violations(value))).toEqual([]);
        expect(minimalPart(reached)).toEqual(minimal);
      }
    });

    test.each(Object.keys(classes))("%s occurs in 300 draws", (member) => {
      const isMember = classes[member] ?? (() => false);
      for (const seed of SEEDS) {
        expect(drawsOf(seed).some(isMember)).toBe(true);
      }
    });
  });
}
