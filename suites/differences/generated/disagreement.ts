import type { Arbitrary } from "fast-check";
import { asJson, at } from "../../json.ts";
import { holdsForAll } from "../../properties/holds-for-all.ts";
import type { BothVersions, Disagreement } from "./differential.ts";

/** What each version showed of one case. */
export interface Seen {
  v1: unknown;
  v2: unknown;
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
