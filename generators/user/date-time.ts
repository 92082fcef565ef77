import fc, { type Arbitrary } from "fast-check";

export interface DateTimeConstraints {
  /** First year. */
  from: number;
  /** Last year. */
  to: number;
}

/**
 * An ISO 8601 date-time of whole seconds, with `Z` or a numeric offset: Slack accepts both (DOC for
 * the guest's expiration, OBS for the Java SDK's offsets). Shrinks to the first second of `from`.
 */
export function dateTimeArbitrary({ from, to }: DateTimeConstraints): Arbitrary<string> {
  const seconds = fc.integer({
    min: Date.UTC(from, 0, 1) / 1000,
    max: Date.UTC(to, 11, 31, 23, 59, 59) / 1000,
  });
  return fc
    .tuple(seconds, fc.constantFrom("Z", "+00:00", "-08:00", "+05:30"))
    .map(([second, zone]) => new Date(second * 1000).toISOString().replace(".000Z", zone));
}
