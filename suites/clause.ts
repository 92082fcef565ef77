import type { Version } from "../client/index.ts";
import type { Expectation } from "./expectation.ts";
import type { Clause, Level, SlackFact } from "./requirement.ts";

const texts: Record<string, string> = {
  "SCIM11-API": "SCIM 1.1 protocol",
  "SCIM11-CS": "SCIM 1.1 core schema",
  "SCIM20-7643": "RFC 7643",
  "SCIM20-7644": "RFC 7644",
};

/** The text and section that a statement of a standard comes from: they are in its id. */
export function sourceOf(id: string): string {
  const [, text = "", section = ""] = /^(SCIM\d\d-[A-Z0-9]+)-(.+)-\d\d$/.exec(id) ?? [];
  return `${texts[text] ?? text} §${section}`;
}

/**
 * A clause of one of the standards.
 * @param slack what Slack does, where that is known or presumed
 */
export function clause(id: string, level: Level, slack?: SlackFact): Clause {
  const source = sourceOf(id);
  return slack === undefined ? { id, level, source } : { id, level, source, slack };
}

/** A rule that is Slack's own: it applies in profile `slack` only. */
export function slackClause(id: string, tag: "DOC" | "OBS", fact: string): Clause {
  return { id, level: tag, source: `facts ${fact} (${tag})`, slack: { fact, tag } };
}

/** The same rule of Slack's in both versions. */
export function slackClauses(
  id: string,
  tag: "DOC" | "OBS",
  fact: string,
): Readonly<Record<Version, Clause>> {
  const same = slackClause(id, tag, fact);
  return { "1.1": same, "2.0": same };
}

type Fact = (fact: string, expect?: Expectation, note?: string) => SlackFact;

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
