import type { Fact } from "./fact.ts";
import { facts } from "./index.ts";
import { type SourceId, type SourceText, sources } from "./sources.ts";

/** Where a fact is read: the source, and the place in it. */
interface CitedSource extends SourceText {
  id: SourceId;
  where?: string;
}

const byId: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));

/** @returns undefined where no fact has the id */
export function factOf(id: string): Fact | undefined {
  return byId.get(id);
}

/** A text in parts: the ids that it may cite are parts, at the odd places. */
export function splitAtIds(text: string): string[] {
  return text.split(/(FACT-[A-Z]+-\d+)/);
}

/** The ids of the known facts that a text cites, each once. */
export function idsIn(text: string): string[] {
  return [...new Set(splitAtIds(text))].filter((part) => byId.has(part));
}

/** The sources of a fact, in its order. */
export function sourcesOf({ evidence }: Fact): CitedSource[] {
  return evidence.map(({ source, where }) => ({
    id: source,
    ...sources[source],
    ...(where === undefined ? {} : { where }),
  }));
}

/** The sources of a fact that have a public address, each address once. */
export function addressesOf(fact: Fact): { id: SourceId; what: string; url: string }[] {
  const byUrl = new Map(
    sourcesOf(fact).flatMap(({ id, what, url }) => (url ? [[url, { id, what, url }]] : [])),
  );
  return [...byUrl.values()];
}
