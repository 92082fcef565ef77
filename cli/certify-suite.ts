import type { InstalledSuite, Weight } from "../commands/certify/suite.ts";
import { addressesIn } from "../commands/certify/traces.ts";
import { requirements } from "../suites/catalogue.ts";
import { differences } from "../suites/differences/catalogue.ts";
import { isMust, isOptional } from "../suites/requirement.ts";
import { coverageOf } from "../suites/standards/coverage.ts";
import { scim11, scim20 } from "../suites/standards/statements.ts";
import { untested } from "../suites/standards/untested.ts";
import { usedCatalogue } from "../suites/used-catalogue.ts";
import { toolVersion } from "./version.ts";

/** The suite of this installation, as `certify` judges by it. */
export function installedSuite(): InstalledSuite {
  const { differences: known } = usedCatalogue({ profile: "slack", versions: ["1.1", "2.0"] });
  return {
    toolVersion: toolVersion(),
    requirements,
    differences: known,
    untestable: [
      ...scim11.map((statement) => ({ statement, version: "1.1" as const })),
      ...scim20.map((statement) => ({ statement, version: "2.0" as const })),
    ].flatMap(({ statement: [id, level], version }) => {
      const reason = untested[id];
      return reason === undefined ? [] : [{ id, version, weight: weightOf(level), reason }];
    }),
    weightOf,
    catalogueOf: ({ profile, versions }) => usedCatalogue({ profile, versions }),
    coverageOf: (results) => coverageOf(results.checks, results.versions),
    exampleAddresses: addressesIn(JSON.stringify(differences)),
  };
}

function weightOf(level: string): Weight {
  if (isMust(level)) return "mandatory";
  if (isOptional(level)) return "optional";
  return level === "INF" ? "questions" : "recommended";
}
