import { equal, type Json } from "../expectation.ts";
import { asJson } from "../json.ts";

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

function attributes(resource: unknown): Record<string, Json | undefined> {
  return Object.fromEntries(
    Object.entries(Object(resource)).map(([name, value]) => [name, asJson(value)]),
  );
}
