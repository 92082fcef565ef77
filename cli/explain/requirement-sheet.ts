import { idsIn } from "../../facts/cited.ts";
import type {
  CatalogueClause,
  CatalogueRequirement,
  CatalogueSlackFact,
} from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { requirements } from "../../suites/catalogue.ts";
import { describeExpected, type Expectation } from "../../suites/expectation.ts";
import { isMust, isOptional, type Safety } from "../../suites/requirement.ts";
import { factLines } from "./fact-lines.ts";
import { faultLines } from "./fault-lines.ts";
import type { Line, Sheet } from "./sheet.ts";

/** A requirement by one of its ids, without the last result. */
export function requirementSheet(id: string, requirement: CatalogueRequirement): Sheet {
  const { title, area, versions: clauses } = requirement;
  const own = versions.flatMap((version) => {
    const clause = clauses[version];
    return clause?.id === id ? [{ version, clause }] : [];
  });
  const levels = own.map(({ version, clause }) => `${clause.level} in SCIM ${version}`);
  const other = versions.flatMap((version) => {
    const clause = clauses[version];
    return clause === undefined || clause.id === id
      ? []
      : [`The same rule in SCIM ${version}: ${clause.id}.`];
  });
  return {
    id,
    title,
    brief: [
      `Requirement, area ${area}: ${levels.join(", ")}.`,
      ...(own.some(({ clause }) => clause.level.endsWith("*"))
        ? ["*: the text states it as a fact, without a keyword of RFC 2119."]
        : []),
      ...other,
    ],
    sections: [
      { title: "The demand", lines: own.slice(0, 1).flatMap((one) => demandLines(one, title)) },
      { title: "What Slack does", lines: perVersion(own, slackLines) },
      {
        title: "The check",
        lines: [
          ...whatItDoes(requirement),
          ...perVersion(own, ({ clause }) => expectedLines(clause, requirement)),
        ],
      },
      {
        title: "The fault that shows it",
        lines: faultLines({ id, facts: factsOf(own), requirement: id }),
      },
    ],
  };
}

/** The facts that the clauses rest on. */
function factsOf(own: readonly Own[]): string[] {
  return own.flatMap(({ clause }) => clause.slack?.fact ?? []);
}

interface Own {
  version: Version;
  clause: CatalogueClause;
}

/** The lines of each version; once where both have the same. */
function perVersion(own: readonly Own[], linesOf: (one: Own) => Line[]): Line[] {
  const all = own.map((one) => ({ version: one.version, lines: linesOf(one) }));
  const isSame = new Set(all.map(({ lines }) => JSON.stringify(lines))).size === 1;
  if (isSame) return all[0]?.lines ?? [];
  return all.flatMap(({ version, lines }) => [`In SCIM ${version}:`, ...lines]);
}

function demandLines({ clause }: Own, title: string): Line[] {
  const { demand, source, url, onClient } = clause;
  return [
    demand ?? `Slack's own rule: ${title}.`,
    ...(url === undefined ? [] : [{ asIs: `${source}  ${url}` }]),
    ...(onClient ? ["The text obliges the client: a provider that allows it breaks no MUST."] : []),
  ];
}

function slackLines({ version, clause }: Own): Line[] {
  const { slack, source } = clause;
  if (slack === undefined) {
    return ["No fact about Slack is about this rule: the standard alone decides."];
  }
  const { fact, note = "" } = slack;
  return [
    whatSlackDoes(clause, slack),
    ...factLines([fact, ...idsIn(`${source} ${note}`)], version),
  ];
}

/** The subject of a sentence, by how a fact is known. */
const subjects: Readonly<Record<CatalogueSlackFact["tag"], string>> = {
  DOC: "Slack documents that it",
  OBS: "Clients observed that Slack",
  INF: "It is assumed that Slack",
};

function whatSlackDoes(
  { demand }: CatalogueClause,
  { tag, expect, note, onlyPossible }: CatalogueSlackFact,
): string {
  const subject = subjects[tag];
  if (onlyPossible)
    return `${subject} follows the standard; also possible: ${note ?? "see below"}.`;
  if (expect === undefined) {
    return demand === undefined ? `${subject} does this.` : `${subject} follows the standard.`;
  }
  return `${subject} departs from the standard${note === undefined ? "" : `: ${note}`}.`;
}

const sends: Readonly<Record<Safety, string>> = {
  read: "It only reads: GET, and searches by POST.",
  write: "It writes: it creates or changes users and groups of the run, and reads the result.",
  destructive: "It removes users or groups that the run created, and reads the result.",
};

function whatItDoes({ safety, versions: clauses }: CatalogueRequirement): Line[] {
  const ids = Object.values(clauses).map((clause) => clause.id);
  const present = requirements.find((one) =>
    Object.values(one.versions).some((clause) => ids.includes(clause.id)),
  );
  const needs = present?.needs ?? [];
  const attributes = present?.attributes ?? [];
  return [
    sends[safety],
    ...(needs.length > 0 ? [`It needs a provider that offers: ${needs.join(", ")}.`] : []),
    ...(attributes.length > 0 ? [`It needs users with ${attributes.join(", ")}.`] : []),
  ];
}

/** What has to be observed, by the names that results.json uses, and what follows otherwise. */
function expectedLines(clause: CatalogueClause, { expect }: CatalogueRequirement): Line[] {
  const { slack, level } = clause;
  const standard = asExpectation(clause.expect ?? expect);
  const isKnown = slack?.expect !== undefined && slack.tag !== "INF";
  return [
    "It expects to observe:",
    ...expectationLines(standard),
    ...(slack?.expect === undefined || Object.keys(slack.expect).length === 0
      ? []
      : [
          isKnown
            ? "Of Slack it expects instead (the verdict is then deviation):"
            : "Of Slack this is assumed, or possible (the verdict is then “not known”):",
          ...expectationLines(asExpectation(slack.expect)),
        ]),
    `Anything else: ${otherwise(clause, level)}.`,
  ];
}

/** The verdict where the observation is not the expected one: suites/verdict.ts. */
function otherwise({ slack, onClient }: CatalogueClause, level: string): string {
  if (slack !== undefined && slack.tag !== "INF") return "fail";
  if (level === "INF") return "“not known”: an answer to a question about Slack, never a finding";
  if (isOptional(level)) return "skip, since the rule is optional";
  return isMust(level) && !onClient ? "fail" : "warn, a finding only with --strict";
}

export function expectationLines(expectation: Expectation): Line[] {
  const facts = Object.entries(expectation);
  if (facts.length === 0) return [{ asIs: "nothing in particular" }];
  return facts.map(([name, expected]) => ({ asIs: `${name}: ${describeExpected(expected)}` }));
}

/** The schema of the catalogue says no more of an expectation than that it is JSON, which it is. */
export function asExpectation(json: object): Expectation {
  return json as Expectation;
}
