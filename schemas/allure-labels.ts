/**
 * The names of the labels that a test carries in Allure. The suites write them
 * (suites/run/evidence.ts); the report finds tests by them (reports/allure/).
 */
export const allureLabel = {
  /** SCIM version; absent where a test is of both at once. */
  version: "version",
  /** Id of the requirement or difference. */
  requirement: "requirement",
  /** Level of the requirement, such as MUST; {@link differenceLevel} for a difference. */
  level: "level",
  area: "area",
  source: "source",
  /** `not-known` for a warning that rests on a guess about Slack (finding.ts). */
  verdict: "verdict",
  /** Why there is no verdict (its code), or how Slack deviates. */
  reason: "reason",
  /** The verdict of the run before, where it was another. */
  was: "was",
  // Allure's own.
  epic: "epic",
  tag: "tag",
  host: "host",
} as const;

/** The level of a test that compares the versions. */
export const differenceLevel = "difference";
