import { expect, test } from "vitest";
import { violations } from "../schemas/index.ts";
import { requirements } from "./catalogue.ts";
import { differences } from "./differences/catalogue.ts";
import { usedCatalogue } from "./used-catalogue.ts";

const versions = ["1.1", "2.0"] as const;

test("a whole run used every requirement and every difference, in the form of catalogue.json", () => {
  const used = usedCatalogue({ profile: "slack", versions });
  const file = { tool: "slack-scim-conformance", toolVersion: "1.0.0", ...used };
  expect(violations("suite/catalogue", JSON.parse(JSON.stringify(file)))).toEqual([]);
  expect(used.requirements.map(({ title }) => title)).toEqual(
    requirements.map(({ title }) => title),
  );
  expect(used.differences.map(({ id }) => id)).toEqual(differences.map(({ id }) => id));
});

test("a selection used its own requirements only, and one version its own clauses", () => {
  const some = usedCatalogue({ profile: "slack", versions, requirements: ["SCIM20-7644-3.6-01"] });
  expect(some.requirements.map((one) => Object.keys(one.versions))).toEqual([["2.0"]]);
  expect(some.requirements[0]?.versions["2.0"]?.id).toBe("SCIM20-7644-3.6-01");
  const first = usedCatalogue({ profile: "slack", versions: ["1.1"] });
  expect(new Set(first.requirements.flatMap((one) => Object.keys(one.versions)))).toEqual(
    new Set(["1.1"]),
  );
});

test("the differences are Slack's: a run against another server used none", () => {
  expect(usedCatalogue({ profile: "rfc", versions }).differences).toEqual([]);
});
