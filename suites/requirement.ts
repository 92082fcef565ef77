import type { Version } from "../client/index.ts";
import type { FactId } from "../facts/index.ts";
import type { Area, CoveredStatement } from "../schemas/index.ts";
import type { Expectation } from "./expectation.ts";
import type { Findings } from "./not-observed.ts";
import type { Capability } from "./provider/capability.ts";
import type { CheckContext } from "./run/check-context.ts";

/**
 * The areas in the order of a run: those that only read come before those that change the
 * organisation.
 */
export const areas = [
  "discovery",
  "authentication",
  "representation",
  "pagination",
  "filters",
  "users",
  "groups",
  "patch",
  "put",
  "delete",
  "errors",
] as const satisfies readonly Area[];

/**
 * RFC 2119 keyword of a statement; with `*` the specification states it as a fact, without the keyword.
 * `DOC` and `OBS` are Slack's own facts: documented, or observed with real clients. `INF` is a question
 * about Slack: the answer is assumed, and another one is news, never a finding.
 */
export type Level =
  | "MUST"
  | "MUST*"
  | "MUST NOT"
  | "SHALL"
  | "SHALL NOT"
  | "REQUIRED"
  | "SHOULD"
  | "SHOULD*"
  | "SHOULD NOT"
  | "RECOMMENDED"
  | "MAY"
  | "MAY*"
  | "OPTIONAL"
  | "DOC"
  | "OBS"
  | "INF";

/** The behaviour of Slack, and how it is known. */
export interface SlackFact {
  /** The fact that states it. */
  fact: FactId;
  /** `DOC`: Slack documents it; `OBS`: observed with real clients; `INF`: a guess, never a failure. */
  tag: "DOC" | "OBS" | "INF";
  /** Where Slack departs from the standard; absent when Slack is known to follow it. */
  expect?: Expectation;
  /** `expect` is no more than possible: Slack is assumed to follow the standard. Only with `INF`. */
  onlyPossible?: true;
  /** One phrase for the report: what Slack does instead. */
  note?: string;
}

/** A requirement as one version states it. */
export interface Clause {
  /** Permanent: `SCIM11-API-3.1-01`, `SCIM20-7644-3.3-04`, `SLACK-GROUP-01`. */
  id: string;
  level: Level;
  /** What the standard demands, in our words. Absent for Slack's own rules: their title says it. */
  demand?: string;
  /** Section of the text, or the fact and its tag. */
  source: string;
  /**
   * Whether the text obliges the client: a provider that lets a violation pass breaks no MUST, so the
   * verdict is at most a warning (docs/judging.md).
   */
  onClient?: true;
  /** Address of the section in the public text. Absent for Slack's own rules. */
  url?: string;
  /** Replaces the requirement's expectation, where the versions demand different things. */
  expect?: Expectation;
  slack?: SlackFact;
}

/** `read` sends only GET; `write` changes what the run created; `destructive` removes it. */
export type Safety = "read" | "write" | "destructive";

/**
 * A rule, and the check that tests it. The check observes; the expectation judges, so that the same
 * observation can be judged in both profiles and compared between versions. A fact that the check
 * cannot observe is left out with a reason: see `notObserved` (not-observed.ts).
 */
export interface Requirement {
  /** A fact in the present tense, unique in the suite: "DELETE of an unknown id returns 404". */
  title: string;
  area: Area;
  versions: Readonly<Partial<Record<Version, Clause>>>;
  /** What a provider must offer for the requirement to apply. */
  needs?: readonly Capability[];
  /** Attributes that users must support for the requirement to apply: `active`, `name.familyName`. */
  attributes?: readonly string[];
  /** Attributes that must be optional for the requirement to apply. */
  optional?: readonly string[];
  safety: Safety;
  expect: Expectation;
  check(t: CheckContext): Promise<Findings>;
}

/** What a requirement demands in a version, and the address of the section that says so, if it is public. */
export function demandOf(
  { title, versions }: Requirement,
  version: Version,
): Pick<CoveredStatement, "demand" | "url"> {
  const { demand = title, url } = versions[version] ?? {};
  return url === undefined ? { demand } : { demand, url };
}

const mustLevels: readonly string[] = [
  "MUST",
  "MUST NOT",
  "SHALL",
  "SHALL NOT",
  "REQUIRED",
  "DOC",
  "OBS",
] satisfies readonly Level[];
const optionalLevels: readonly string[] = ["MAY", "MAY*", "OPTIONAL"] satisfies readonly Level[];

/** Whether breaking a statement of this level is a failure. */
export function isMust(level: string): boolean {
  return mustLevels.includes(level);
}

/** Whether a statement of this level leaves the provider the choice. */
export function isOptional(level: string): boolean {
  return optionalLevels.includes(level);
}
