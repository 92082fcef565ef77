const idSpace = 36 ** 8;
/** Coprime to 36, so that multiplying permutes the space: ids are unique without being consecutive. */
const stride = 1_234_567_891;

/** A source of ids for users or groups. */
export interface IdSource {
  next(): string;
}

/**
 * FACT-ID-02, FACT-ID-03, FACT-ID-05: user ids start with `U` or `W`, group ids with `S`, then
 * upper-case alphanumerics, eleven characters in all. Deterministic for a seed.
 */
export function idSource(prefixes: readonly string[], seed: number): IdSource {
  const offset = (seed * 7_919) % idSpace;
  let issued = 0;
  return {
    next() {
      const position = (issued * stride + offset) % idSpace;
      const prefix = prefixes[issued % prefixes.length] ?? "U";
      issued += 1;
      return `${prefix}01${position.toString(36).toUpperCase().padStart(8, "0")}`;
    },
  };
}
