import { expect, test } from "vitest";
import { type MockSettings, startMock } from "../mock/index.ts";
import { allChecks, inOneLine, isRed } from "./testing/all-checks.ts";
import { bothVersions, withRun } from "./testing/mock-run.ts";

/**
 * The other reading of what is open, or differs between organisations: a healthy organisation may be
 * any of these, and no check may take it for broken. Left out are readings that contradict what
 * Slack documents or what was observed: those are findings.
 */
const readings: readonly Partial<MockSettings>[] = [
  { v2AuthError: "2023" },
  { wwwAuthenticate: true },
  { v1UserDeleteStatus: 204, v1GroupPatchStatus: 200, v2GroupDeleteStatus: 200 },
  { v1SingularProviderConfig: true, v1SchemasList: true, schemasByUrn: false },
  { resourceTypesById: false, v2ContentType: "application/scim+json; charset=utf-8" },
  { v1EscapesSlashes: false, locationHeader: true, attributesParameter: "honour" },
  { foreignContentType: "accept", v1PatchRequiresSchemas: false, v2PatchRequiresPatchOp: false },
  { foreignSchemas: "accept", unknownMembers: "error", attributeNamesIgnoreCase: false },
  { v2ErrorAlsoCarriesErrors: false, errorSuffixes: false },
  { userShape: "short" },
  { secondaryEmailPlaceholder: true, longUserNameCode: "long_username" },
  { displayNameSpecials: "underscore" },
  { displayNamePolicy: "members-edit" },
  { filterAttributes: "wide" },
  { deactivationDelayMs: 0, photoDelayMs: 300 },
];

test.each(readings.map((reading) => [JSON.stringify(reading), reading] as const))(
  "nothing is red where %s",
  async (_name, settings) => {
    const mock = await startMock({ settings });
    try {
      const results = await withRun(bothVersions(mock.url), { runs: 5, seed: 7 }, allChecks);
      expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    } finally {
      await mock.close();
    }
  },
  60_000,
);
