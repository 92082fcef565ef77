import type { Outcome } from "../../client/index.ts";
import { equal, type Json } from "../expectation.ts";
import { asJson, at } from "../json.ts";
import { type WithValues, withValues } from "../with-values.ts";

/**
 * The names of the attributes that differ between two representations of a resource. Photos are
 * left out: Slack processes them after its response (FACT-USER-69).
 */
export function differences(one: unknown, other: unknown): string[] {
  const a = attributes(one);
  const b = attributes(other);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => name !== "photos" && !equal(a[name], b[name]))
    .sort();
}

/** {@link differences}, with the values of both responses, each named, for the message. */
export function differing(...[[one, first], [other, second]]: readonly [Named, Named]): WithValues {
  const names = differences(first.json, second.json);
  const values = names.flatMap((name) => [
    [`${name} by ${one}`, at(first.json, name)],
    [`${name} by ${other}`, at(second.json, name)],
  ]);
  return withValues(names, Object.fromEntries(values), first, second);
}

type Named = readonly [name: string, answer: Pick<Outcome<unknown>, "json" | "exchangeId">];

function attributes(resource: unknown): Record<string, Json | undefined> {
  return Object.fromEntries(
    Object.entries(Object(resource)).map(([name, value]) => [name, asJson(value)]),
  );
}
