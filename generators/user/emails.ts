import fc, { type Arbitrary } from "fast-check";
import type { NeutralValue } from "../../schemas/index.ts";
import { EMAIL_DOMAIN } from "../limits.ts";
import { lowerAlphanumeric, lowerLetter } from "../text.ts";

export interface EmailConstraints {
  /** The domain of every address. Default: a domain below `.example` (RFC 2606 §2). */
  emailDomain?: string;
  /** The prefix of every local part. Default: none. */
  namePrefix?: string;
}

/** A mail address with a short lower-case local part; shrinks to `a@domain`. */
export function emailAddressArbitrary(constraints: EmailConstraints = {}): Arbitrary<string> {
  const { emailDomain = EMAIL_DOMAIN, namePrefix = "" } = constraints;
  const rest = fc.string({ unit: lowerAlphanumeric, maxLength: 20, size: "max" });
  return fc
    .tuple(lowerLetter, rest)
    .map(([first, others]) => `${namePrefix}${first}${others}@${emailDomain}`);
}

/** Two addresses that differ in more than letter case. */
export function emailAddressPairArbitrary(
  constraints: EmailConstraints = {},
): Arbitrary<[string, string]> {
  const address = emailAddressArbitrary(constraints);
  return fc.tuple(address, address).filter(([first, second]) => first !== second);
}

/**
 * One or two addresses, of which exactly one is primary, in either order. Slack stores two: the
 * primary and one more (DOC: e-mail section). Shrinks to one primary address.
 */
export function emailsArbitrary(constraints: EmailConstraints = {}): Arbitrary<NeutralValue[]> {
  const one = emailAddressArbitrary(constraints).map((value) => [{ value, primary: true }]);
  const two = fc
    .tuple(emailAddressPairArbitrary(constraints), fc.boolean())
    .map(([[primary, secondary], swapped]) => {
      const entries = [
        { value: primary, primary: true },
        { value: secondary, primary: false },
      ];
      return swapped ? entries.reverse() : entries;
    });
  return fc.oneof({ withCrossShrink: true }, one, two);
}
