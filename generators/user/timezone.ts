import fc, { type Arbitrary } from "fast-check";

/**
 * A name of the Olson database (DOC: attribute table). A fixed list, so that the values of a seed
 * do not depend on the ICU data of the Node version.
 */
export function timezoneArbitrary(): Arbitrary<string> {
  return fc.constantFrom(
    "America/Los_Angeles",
    "America/New_York",
    "America/Argentina/Buenos_Aires",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Kiritimati",
  );
}
