import fc, { type Arbitrary } from "fast-check";

/** A locale or language, in BCP 47 form and with the underscore that Slack's examples use too (DOC). */
export function localeArbitrary(): Arbitrary<string> {
  return fc.constantFrom("en-US", "en_US", "de-DE", "ja-JP", "pt_BR", "zh-Hant-TW");
}
