import { Eta } from "eta";
import { sourcesOf } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { facts } from "../../facts/index.ts";
import { areaTitles, tagMeanings } from "../../facts/words.ts";
import type { Catalogue, Results } from "../../schemas/index.ts";
import { coverageAnchor } from "../coverage/anchor.ts";
import { inlineScript } from "../inline-script.ts";
import { listStyle } from "../list-style.ts";
import { navigation } from "../navigation.ts";
import { policyFor } from "../page-style.ts";
import { visible } from "../visible-text.ts";
import { template } from "./page-template.ts";
import { prose, statementsOf } from "./statement.ts";
import { type Uses, usesOf } from "./uses.ts";

/** The parts of the page's script, in the order of their imports. */
const scriptFiles = ["dom", "filter", "rows", "keys", "list", "facts-page"];

const style = `${listStyle}
  :root { --row: minmax(0, 5fr) minmax(0, 3fr) minmax(0, 3fr); }
  .DOC, .pass { color: var(--good); } .OBS, .deviation { color: var(--plain); } .INF, .warn { color: var(--odd); } .fail, .error { color: var(--bad); } .skip { color: var(--dim); }
  .row ul { margin: 0; padding-inline-start: 1.1rem; } .row li { margin: .1rem 0; } .row div:not(.what) { font-size: .9rem; }
  .row h3 .id { font-size: .9rem; color: inherit; font-weight: 600; }
  @media (max-width: 68rem) { .row { grid-template-columns: 1fr 1fr; } .what { grid-column: 1 / -1; } }
  @media (max-width: 44rem) { .row { grid-template-columns: minmax(0, 1fr); } }
`;

/**
 * The page of facts: all that is known of Slack, with its sources and with what of the run rests on
 * it. One HTML file that needs no network and holds no text of a target.
 *
 * @param catalogue what the run used: its titles are the only text from a file, and are escaped
 */
export function factsPage(
  results: Pick<Results, "checks">,
  catalogue: Pick<Catalogue, "requirements" | "differences">,
): string {
  const uses = usesOf(results, catalogue);
  const script = inlineScript(scriptFiles);
  return new Eta({ autoEscape: true, autoTrim: false }).renderString(template, {
    areas: Object.entries(areaTitles).map(([id, title]) => ({
      id,
      title,
      facts: facts
        .filter((fact) => fact.id.startsWith(`FACT-${id}-`))
        .sort((one, other) => one.id.localeCompare(other.id, "en"))
        .map((fact) => entryOf(fact, uses.get(fact.id))),
    })),
    tags: Object.entries(tagMeanings).map(([tag, meaning]) => ({
      tag,
      meaning: capital(meaning),
      count: facts.filter((fact) => fact.tag === tag).length,
    })),
    meanings: Object.fromEntries(
      Object.entries(tagMeanings).map(([tag, meaning]) => [tag, capital(meaning)]),
    ),
    navigation: navigation("facts"),
    prose,
    anchorOf: coverageAnchor,
    visible,
    script,
    style,
    policy: policyFor(script, style),
  });
}

/** A fact for the template. */
function entryOf(fact: Fact, uses: Uses | undefined) {
  const { id, tag, settings = [], changes = [], unused } = fact;
  const says = uses
    ? [count(uses.differences.length, "difference"), count(uses.rules.length, "rule")]
        .filter(Boolean)
        .join(", ")
    : "";
  const statements = statementsOf(fact);
  return { id, tag, statements, settings, changes, unused, uses, says, sources: sourcesOf(fact) };
}

const count = (number: number, what: string) =>
  number === 0 ? "" : `${number} ${what}${number === 1 ? "" : "s"}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
