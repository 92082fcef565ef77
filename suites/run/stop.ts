/**
 * Ends a check without a judgement: what it tests is not offered, does not apply, may not be done,
 * or something that it needs failed before.
 */
export class Skip extends Error {
  override readonly name = "Skip";
}

/** What a check needs could not be made; the requirement that this breaks has a check of its own. */
export function blocked(what: string): Skip {
  return new Skip(`blocked: ${what}`);
}
