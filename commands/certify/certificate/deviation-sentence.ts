import type { CertifiedDeviation } from "../../../schemas/index.ts";
import type { Sources } from "./sources.ts";

/** What a text does with a rule of a level; a statement without a keyword has the level `MUST*`. */
function demandOf(level: string): string {
  if (level.endsWith("*")) return "says";
  if (/^(SHOULD|RECOMMENDED)/.test(level)) return `recommends (${level})`;
  return `${/^(MAY|OPTIONAL)/.test(level) ? "provides" : "requires"} (${level})`;
}

/** A declared deviation in sentences: what the text says, what the product does, how that is known. */
export function deviationSentence(deviation: CertifiedDeviation, sources: Sources): string {
  const { id, title, level, source, sentence, fact } = deviation;
  const rule = `${source} ${demandOf(level)} that ${title}.`;
  const how = fact.tag === "DOC" ? "Documented" : "Observed";
  const known = `${how}: ${fact.id} ${sources.of(fact)}`.trimEnd();
  return `${rule} Instead: ${sentence} ${known}. Rule ${id}.`;
}
