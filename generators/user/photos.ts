import fc, { type Arbitrary } from "fast-check";
import type { NeutralValue } from "../../schemas/index.ts";
import { EMAIL_DOMAIN } from "../limits.ts";

/** An image of one transparent pixel. */
const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** A URL or a data URL, the two forms that Slack documents (DOC: photo section). Shrinks to a URL. */
export function photoValueArbitrary(host = EMAIL_DOMAIN): Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    fc.nat(999).map((number) => `https://${host}/photos/${number}.png`),
    fc.constant(PIXEL),
  );
}

/** The one photo that Slack stores (DOC: photo section). It is processed later: poll for it. */
export function photosArbitrary(host = EMAIL_DOMAIN): Arbitrary<NeutralValue[]> {
  return photoValueArbitrary(host).map((value) => [{ value, type: "photo", primary: true }]);
}
