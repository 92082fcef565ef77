import type { Arbitrary } from "fast-check";
import { asJson, at } from "../../json.ts";
import { atOnce } from "../../properties/at-once.ts";
import { holdsForAll } from "../../properties/holds-for-all.ts";
import type { BothVersions, Disagreement } from "./differential.ts";

/** What each version showed of one case. */
export interface Seen {
  v1: unknown;
  v2: unknown;
}

/**
 * Does something in both versions at once, where neither changes what the other sees.
 * @throws the error of version 1.1, or else of 2.0, once both have ended
 */
export async function inBoth<T>(
  v1: () => Promise<T>,
  v2: () => Promise<T>,
): Promise<{ v1: T; v2: T }> {
  const [seen1, seen2] = await atOnce([v1, v2]);
  return { v1: seen1, v2: seen2 };
}

/** Tries generated values in both versions, and shrinks the first in which they disagree. */
export async function disagreement<T>(
  { v1 }: BothVersions,
  values: Arbitrary<T>,
  tryOne: (value: T) => Promise<Seen>,
  smaller?: (value: T) => readonly T[],
): Promise<Disagreement | undefined> {
  const compared = async (value: T) => {
    const seen = await tryOne(value);
    return { due: seen.v1, came: seen.v2 };
  };
  const { counterexample } = await holdsForAll(v1, values, compared, smaller);
  if (counterexample === undefined) return undefined;
  const part = (name: string) => asJson(at(counterexample, name)) ?? null;
  return { value: part("value"), v1: part("due"), v2: part("came") };
}
