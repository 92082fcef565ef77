import type { Arbitrary } from "fast-check";
import type { NeutralValue } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";

/** The one role that Slack stores, marked primary (DOC: role section). */
export function rolesArbitrary(): Arbitrary<NeutralValue[]> {
  return phraseArbitrary(2).map((value) => [{ value, primary: true }]);
}
