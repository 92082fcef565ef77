import { factOf, sourcesOf } from "../../facts/cited.ts";
import type { CertifiedDeviation, CertifiedFact, CheckResult } from "../../schemas/index.ts";
import type { Clause } from "./suite.ts";

/** A rule that the product breaks as Slack is known to, with the fact that says so. */
export function deviationOf(check: CheckResult, clause: Clause): CertifiedDeviation {
  const { id, version, title, area, level, source, message = title, exchanges } = check;
  const { slack, demand, url } = clause;
  if (!slack || slack.tag === "INF") throw new Error(`${id} [${version}] has no known deviation`);
  const fact = certifiedFact(slack.fact, slack.tag, version);
  return {
    ...{ id, version, title, area, level, source },
    ...(demand === undefined ? {} : { demand }),
    ...(url === undefined ? {} : { url }),
    sentence: asSentence(slack.note ?? fact.statement),
    ...{ message, fact, exchanges },
  };
}

function certifiedFact(
  id: string,
  tag: CertifiedFact["tag"],
  version: CheckResult["version"],
): CertifiedFact {
  const fact = factOf(id);
  if (!fact) throw new Error(`no fact ${id}`);
  const { statement: stated } = fact;
  const statement =
    typeof stated === "string" ? stated : (stated[version] ?? Object.values(stated).join(" "));
  const sources = sourcesOf(fact).map(({ what, date, url, where }) => ({
    what,
    date,
    ...(url === undefined ? {} : { url }),
    ...(where === undefined ? {} : { where }),
  }));
  return { id, tag, statement, sources };
}

function asSentence(phrase: string): string {
  // The name of an attribute keeps its spelling, such as startDate.
  const isName = /^[a-z]+[A-Z]/.test(phrase);
  const sentence = isName ? phrase : `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
