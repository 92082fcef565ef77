import type { CertifiedDeviation, CertifiedSource } from "../../../schemas/index.ts";
import { dateInWords } from "./dates.ts";

/** The sources of all deviations, each once and by its number: many deviations share a few. */
export interface Sources {
  /** As `[1] Slack's SCIM API reference, read in November 2026`, in the order of the deviations. */
  texts: readonly string[];
  /** The numbers of a fact's sources, as `[1, 3]`; empty where it has none. */
  of(fact: CertifiedDeviation["fact"]): string;
}

export function sourcesOf(deviations: readonly CertifiedDeviation[]): Sources {
  const texts = [...new Set(deviations.flatMap(({ fact }) => fact.sources.map(textOf)))];
  return {
    texts: texts.map((text, index) => `[${index + 1}] ${text}`),
    of: ({ sources }) => {
      const numbers = sources.map((source) => texts.indexOf(textOf(source)) + 1);
      const sorted = [...new Set(numbers)].sort((one, other) => one - other);
      return sorted.length === 0 ? "" : `[${sorted.join(", ")}]`;
    },
  };
}

/** The name without the remarks on it, which certification.json has, and the date. */
function textOf({ what, date }: CertifiedSource): string {
  const [name = what] = what.split(/[,;] | \(/);
  return `${name}, ${dateInWords(date)}`;
}
