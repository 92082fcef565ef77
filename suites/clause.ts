import type { Version } from "../client/index.ts";
import type { FactId } from "../facts/index.ts";
import type { Expectation } from "./expectation.ts";
import type { Clause, SlackFact } from "./requirement.ts";
import { isOnClient } from "./standards/client-duties.ts";
import { sourceOf } from "./standards/source.ts";
import { statementOf } from "./standards/statements.ts";

/**
 * A clause of one of the standards: level, demand and section are those of the statement with this
 * id.
 * @param slack what Slack does, where that is known or assumed
 * @throws if no statement has the id
 */
export function clause(id: string, slack?: SlackFact): Clause {
  const statement = statementOf(id);
  const [, level, demand] = statement;
  const stated: Clause = {
    id,
    level,
    demand,
    ...sourceOf(statement),
    ...(isOnClient(id) ? { onClient: true } : {}),
  };
  return slack === undefined ? stated : { ...stated, slack };
}

/** A rule that is Slack's own: it applies in profile `slack` only. Its demand is the title of the requirement. */
export function slackClause(id: string, tag: "DOC" | "OBS", fact: FactId): Clause {
  return { id, level: tag, source: `${fact} (${tag})`, slack: { fact, tag } };
}

/** The same rule of Slack's in both versions. */
export function slackClauses(
  id: string,
  tag: "DOC" | "OBS",
  fact: FactId,
): Readonly<Record<Version, Clause>> {
  const same = slackClause(id, tag, fact);
  return { "1.1": same, "2.0": same };
}

/**
 * A question about Slack that no document and no report answers. The requirement expects what is assumed
 * (`INF`): another observation is a warning with the code `not-known`, which tells the answer. It applies
 * in profile slack only.
 */
export function question(id: `SLACK-OPEN-${string}`, fact: FactId): Clause {
  return { id, level: "INF", source: `${fact} (INF)`, slack: { fact, tag: "INF" } };
}

type Fact = (fact: FactId, expect?: Expectation, note?: string) => SlackFact;

const factOf =
  (tag: SlackFact["tag"]): Fact =>
  (fact, expect, note) => ({
    fact,
    tag,
    ...(expect === undefined ? {} : { expect }),
    ...(note === undefined ? {} : { note }),
  });

/** Slack documents it. Without an expectation: Slack documents that it follows the standard. */
export const doc = factOf("DOC");
/** It was observed with real clients. */
export const obs = factOf("OBS");
/** It is a guess, and never makes a failure. */
export const inf = factOf("INF");
/** It is assumed that Slack follows the standard, but the expectation is possible too. */
export const maybe: Fact = (...said) => ({ ...inf(...said), onlyPossible: true });
