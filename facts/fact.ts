import type { SourceId } from "./sources.ts";

/** How a fact is known: documented by Slack, observed with real clients, or assumed (inferred). */
export type FactTag = "DOC" | "OBS" | "INF";

/** What a fact is about; the second part of its id. */
export type FactArea =
  | "SERVICE"
  | "AUTH"
  | "DISCOVERY"
  | "FORMAT"
  | "ID"
  | "USER"
  | "GUEST"
  | "GROUP"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "LIST"
  | "FILTER"
  | "ERROR"
  | "LIMIT"
  | "CLIENT";

/** Where a fact is read. */
export interface Evidence {
  source: SourceId;
  /** Where in the source: a section, a test, a file. */
  where?: string;
}

/** What is known of Slack's SCIM API: prose for a person, never a value that code reads. */
export interface Fact {
  /** Permanent: `FACT-DELETE-01`. Never reused, never a position. */
  id: `FACT-${FactArea}-${string}`;
  /** A statement in our own words: one for both versions, or one for each that it is about. */
  statement: string | { "1.1"?: string; "2.0"?: string };
  tag: FactTag;
  /** None for an assumption without a report. */
  evidence: readonly Evidence[];
  /** Names of the mock's settings that it governs. */
  settings?: readonly string[];
  /** What changed in Slack, or in what is known, and when. */
  changes?: readonly { date: string; what: string }[];
  /** Why no rule, difference, schema or setting refers to it. */
  unused?: string;
}
