import fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckContext } from "../run/check-context.ts";
import { holdsForAll } from "./holds-for-all.ts";

/** What a property needs of a check. */
const context = {
  seed: 1,
  cases: 50,
  apart: async (run: () => Promise<unknown>) => ({ value: await run(), exchanges: [] }),
  cite: () => undefined,
} as unknown as CheckContext;

test("while a counterexample shrinks, no value is tried again for which the property holds", async () => {
  const tried: string[] = [];
  let found = false;
  const observation = await holdsForAll(context, fc.array(fc.nat(9)), async (value) => {
    const came = value.filter((each) => each >= 3).length < 3;
    if (found && came) tried.push(JSON.stringify(value));
    found ||= !came;
    return { due: true, came };
  });
  expect(observation).toEqual({ counterexample: { value: [3, 3, 3], due: true, came: false } });
  expect(tried.length).toBeGreaterThan(5);
  expect(tried).toEqual([...new Set(tried)]);
});
