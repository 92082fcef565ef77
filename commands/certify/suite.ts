import type { Version } from "../../client/index.ts";
import type {
  Area,
  Catalogue,
  CatalogueDifference,
  Certification,
  Coverage,
  Results,
} from "../../schemas/index.ts";
import type { Expectation } from "../../suites/expectation.ts";
import type { judge } from "../../suites/verdict.ts";

/** A requirement as one version states it. */
export type Clause = Parameters<typeof judge>[1];

/** What a level of a rule means for the certification. */
export type Weight = "mandatory" | "recommended" | "optional" | "questions";

/** A requirement of the installed suite. */
export interface SuiteRequirement {
  title: string;
  area: Area;
  /** What a provider must offer for the requirement to apply. */
  needs?: readonly string[];
  /** What the standard expects to be observed. */
  expect: Expectation;
  versions: Readonly<Partial<Record<Version, Clause>>>;
}

/** A statement of a standard that a black box cannot test, so that the suite has no requirement for it. */
interface UntestableStatement {
  id: string;
  version: Version;
  weight: Weight;
  /** Why, in words. */
  reason: string;
}

/** What the installed suite knows: results are judged by it, never by what a package says. */
export interface InstalledSuite {
  toolVersion: string;
  /** In the order of a run. */
  requirements: readonly SuiteRequirement[];
  /** All known differences, in the order of a run. */
  differences: readonly CatalogueDifference[];
  untestable: readonly UntestableStatement[];
  weightOf(level: string): Weight;
  /** What a run of these versions and profile uses. */
  catalogueOf(
    results: Pick<Results, "profile" | "versions">,
  ): Pick<Catalogue, "requirements" | "differences">;
  coverageOf(results: Results): Coverage;
  /** The mail addresses that the suite itself has in examples and requests, in lower case. */
  exampleAddresses: ReadonlySet<string>;
}

/** What is certified. */
export type CertificationClass = Certification["class"];
