import fc, { type Arbitrary } from "fast-check";
import type { NeutralGuest } from "../../schemas/index.ts";
import { dateTimeArbitrary } from "./date-time.ts";

/** The expiration of a guest account: far in the future, so that no run reaches it. */
export function expirationArbitrary(): Arbitrary<string> {
  return dateTimeArbitrary({ from: 2040, to: 2060 });
}

/** Slack's guest extension: only `multi` can be provisioned, the end is optional (DOC: guests). */
export function guestArbitrary(): Arbitrary<NonNullable<NeutralGuest>> {
  return fc.record(
    { type: fc.constant("multi"), expiration: expirationArbitrary() },
    { noNullPrototype: true, requiredKeys: ["type"] },
  );
}
