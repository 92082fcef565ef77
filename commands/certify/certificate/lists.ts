import { counted } from "../../../reports/findings.ts";
import { visible } from "../../../reports/visible-text.ts";
import type { Certification, CertifiedFinding, SuppressedFinding } from "../../../schemas/index.ts";
import { dateInWords } from "./dates.ts";
import { deviationSentence } from "./deviation-sentence.ts";
import { missingRules } from "./not-tested.ts";
import { shortened } from "./shortened.ts";
import { sourcesOf } from "./sources.ts";

/** A list of the certificate: what does not stand on its two pages stands in the annex. */
export interface List {
  title: string;
  /** A sentence above the entries, or instead of them. */
  lead: string;
  shown: readonly string[];
  more: readonly string[];
  /** What the entries refer to, below them. */
  foot?: string;
}

/** How much of each list stands on the two pages at most. */
export interface Room {
  deviations: number;
  /** Entries of any other list. */
  others: number;
  /** Characters of the reasons why one kind of rules was not tested. */
  reasons: number;
}

/** Longer texts of a server are cut; certification.json has all of them. */
const longestMessage = 220;
/** How many exchanges are named. */
const namedExchanges = 3;

/** What stands between the numbers and what was not tested; an empty list is left out, but deviations. */
export function listsOf(
  certification: Certification,
  { deviations, others }: Omit<Room, "reasons">,
): List[] {
  const { failures, warnings } = certification;
  const missing = missingRules(certification).map(
    ({ id, version, reason }) => `${id} (SCIM ${version}): ${visible(reason)}`,
  );
  const lists = [
    split(
      "Findings against the product",
      `${counted(failures.length, "finding", "findings")}, each with the exchanges that show it:`,
      failures.map(findingInWords),
      others,
    ),
    split(
      "Mandatory rules that were not tested",
      `${counted(missing.length, "rule applies", "rules apply")} to the product and ${missing.length === 1 ? "has" : "have"} no verdict, so the level is at most partial:`,
      missing,
      others,
    ),
    deviationsOf(certification, deviations),
    split(
      "Recommendations and options that the product does not follow",
      `${counted(warnings.length, "rule", "rules")}; none of them is mandatory for a server, and the level does not depend on them:`,
      warnings.map(
        ({ id, title, level, source }) => `${visible(title)} (${source}, ${level}; ${id})`,
      ),
      others,
    ),
  ];
  return lists.filter(
    ({ title, shown, more }) => title === declared || shown.length + more.length > 0,
  );
}

const declared = "Declared deviations";

function deviationsOf({ deviations }: Certification, room: number): List {
  const lead =
    deviations.length === 0
      ? "None."
      : `${counted(deviations.length, "rule", "rules")}. “Documented” means by Slack, “observed” with real clients of Slack; numbers in brackets are the sources below.`;
  const sources = sourcesOf(deviations);
  return {
    ...split(
      declared,
      lead,
      deviations.map((deviation) => visible(deviationSentence(deviation, sources))),
      room,
    ),
    ...(sources.texts.length === 0 ? {} : { foot: `Sources: ${sources.texts.join("; ")}.` }),
  };
}

/** The findings that a baseline covers: the certification counts them all the same. */
export function suppressedList({ suppressed }: Certification, room: number): List {
  const lead =
    suppressed.length === 0
      ? "None: no baseline hides a finding."
      : `A baseline covers ${counted(suppressed.length, "finding", "findings")}; this declaration counts ${suppressed.length === 1 ? "it" : "them"} all the same:`;
  return split(
    "Findings that the vendor has accepted",
    lead,
    suppressed.map(acceptedInWords),
    room,
  );
}

function findingInWords(one: CertifiedFinding): string {
  const { id, version, title, level, source, message, exchanges } = one;
  const rule = [...(source === undefined ? [] : [source]), ...(level === undefined ? [] : [level])];
  const of = [...rule, ...(version === undefined ? [] : [`SCIM ${version}`]), id].join(", ");
  const named = exchanges.slice(0, namedExchanges).join(", ");
  const rest = exchanges.length - namedExchanges;
  const seen =
    exchanges.length === 0
      ? ""
      : ` ${exchanges.length === 1 ? "Exchange" : "Exchanges"} ${named}${rest > 0 ? ` and ${rest} more` : ""}.`;
  const what = shortened(message.replace(/\.$/, ""), longestMessage);
  return visible(`${title} (${of}): ${what}.${seen}`);
}

function acceptedInWords(one: SuppressedFinding): string {
  const { id, version, title, mandatory, verdict, reason, owner, ticket, expires } = one;
  const what = [
    verdict,
    ...(mandatory ? ["mandatory"] : []),
    ...(version ? [`SCIM ${version}`] : []),
  ];
  const details = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(ticket === undefined ? [] : [`ticket ${ticket}`]),
    expires === undefined ? "no last day" : `until ${dateInWords(expires)}`,
  ];
  const why = reason.trim() === "" ? "no reason is given" : reason.trim();
  return visible(
    shortened(
      `${title} (${id}, ${what.join(", ")}): ${why} (${details.join(", ")}).`,
      longestMessage,
    ),
  );
}

function split(title: string, lead: string, entries: readonly string[], room: number): List {
  return { title, lead, shown: entries.slice(0, room), more: entries.slice(room) };
}
