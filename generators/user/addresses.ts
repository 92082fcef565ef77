import fc, { type Arbitrary } from "fast-check";
import type { NeutralAddress } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";

/**
 * An address of the five sub-attributes that Slack supports; `type`, `formatted` and `primary` are
 * not returned (DOC: address section). The country is not limited to ISO 3166 codes (DOC: the
 * examples contain `USA`). All five are present, because the v1.1 removal has to match all five.
 */
export function addressArbitrary(): Arbitrary<NeutralAddress> {
  return fc.record(
    {
      streetAddress: fc
        .tuple(fc.integer({ min: 1, max: 999 }), phraseArbitrary(2))
        .map(([number, street]) => `${number} ${street}`),
      locality: phraseArbitrary(2),
      region: phraseArbitrary(1),
      postalCode: fc.integer({ min: 10_000, max: 99_999 }).map(String),
      country: fc.constantFrom("US", "USA", "DE", "JP", "Brazil"),
    },
    { noNullPrototype: true },
  );
}

/** The one address that Slack stores, marked primary (DOC: address section). */
export function addressesArbitrary(): Arbitrary<NeutralAddress[]> {
  return addressArbitrary().map((address) => [{ ...address, primary: true }]);
}
