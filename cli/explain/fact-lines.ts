import { factOf, sourcesOf } from "../../facts/cited.ts";
import type { Fact } from "../../facts/fact.ts";
import { tagMeanings } from "../../facts/words.ts";
import { statementsOf } from "../../reports/facts/statement.ts";
import type { Version } from "../../schemas/version.ts";
import type { Line } from "./sheet.ts";

/** What facts state, how each is known, and where it can be read. @param version absent: both */
export function factLines(ids: readonly string[], version?: Version): Line[] {
  return [...new Set(ids)].flatMap((id) => {
    const fact = factOf(id);
    // A run of another version of this tool may cite a fact that this one does not know.
    if (fact === undefined) return [`${id}: not known to this version`];
    const [how = ""] = tagMeanings[fact.tag].split(/(?<=\.) /);
    return [`${id}: ${statementOf(fact, version)} ${fact.tag}: ${how}`, ...sourceLines(fact)];
  });
}

/** What a fact states, of one version or of both. */
export function statementOf(fact: Fact, version?: Version): string {
  const all = statementsOf(fact);
  const wanted = all.filter((one) => version === undefined || (one.version ?? version) === version);
  // A rule of one version may rest on what is known of the other.
  const texts = wanted.length > 0 ? wanted : all;
  return texts
    .map((one) => (one.version === undefined ? one.text : `SCIM ${one.version}: ${one.text}`))
    .join(" ");
}

/** Where a fact can be read. */
export function sourceLines(fact: Fact): Line[] {
  return sourcesOf(fact).map(({ what, where, date, url }) => {
    const place = where === undefined ? what : `${what}, ${where}`;
    const when = place.includes(date) ? "" : `, ${date}`;
    return { asIs: `${place}${when}${url === undefined ? "" : `  ${url}`}` };
  });
}
