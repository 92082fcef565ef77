import { expect, test } from "vitest";
import { recordedDocuments, recordedText } from "../testing/schemas/recorded.ts";
import { validate } from "./validate.ts";

type Recorded = (typeof recordedDocuments)[number];

/** What the recorded discovery documents break of the standard: fact and keyword. */
const oddParts: Readonly<Record<Recorded["file"], readonly string[]>> = {
  "v1.1-schemas-users-2019.json": [
    "FACT-DISCOVERY-51 OBS type",
    "FACT-DISCOVERY-52 OBS pattern",
    "FACT-DISCOVERY-53 OBS required",
    "FACT-DISCOVERY-54 OBS type",
    "FACT-DISCOVERY-55 OBS additionalProperties",
    "FACT-DISCOVERY-56 OBS type",
  ],
  "v1.1-schemas-groups-2019.json": [],
  "v1.1-service-provider-configs-2019.json": ["FACT-DISCOVERY-18 OBS required"],
  "v2.0-schemas-2024.json": [
    "FACT-DISCOVERY-73 OBS required",
    "FACT-DISCOVERY-75 OBS required",
    "FACT-DISCOVERY-77 OBS format",
    "FACT-DISCOVERY-78 OBS const",
    "FACT-DISCOVERY-79 OBS type",
    "FACT-DISCOVERY-82 OBS additionalProperties",
    "FACT-DISCOVERY-85 OBS type",
    "FACT-DISCOVERY-86 OBS additionalProperties",
    "FACT-DISCOVERY-87 OBS type",
    "FACT-DISCOVERY-88 OBS enum",
    "FACT-DISCOVERY-89 OBS additionalProperties",
  ],
  "v2.0-resource-types-2025.json": ["FACT-DISCOVERY-34 OBS required"],
};

test.each(recordedDocuments)("$file breaks nothing but what facts explain", (one) => {
  const { version, kind, file } = one;
  const { slack, unexplained, deviations } = validate(
    version,
    kind,
    JSON.parse(recordedText(file)),
  );
  expect(slack).toEqual([]);
  expect(unexplained).toEqual([]);
  const found = new Set(deviations.map(({ fact, rule }) => `${fact} ${rule}`));
  expect([...found].sort()).toEqual(oddParts[file]);
});

const userV1 = "v1.1-schemas-users-2019.json";
const listV2 = "v2.0-schemas-2024.json";

test.each([
  ["another loose value", listV2, '"attributes": [', '"attributes": [null,'],
  ["a misspelt characteristic", listV2, '"mutability"', '"mutable"'],
  ["an attribute without a type", listV2, '"type": "string",', ""],
  ["sub-attributes as a text", listV2, '"subAttributes": [', '"subAttributes": "none", "x": ['],
  ["an e-mail address without a child name", userV1, '"multiValuedAttributeChildName"', '"child"'],
  ["a schema that is no URN", userV1, '"urn:scim:schemas:core:1.0",', '"core",'],
  ["an attribute without a description", userV1, '"description": "The casual', '"text": "The'],
] as const)("%s stays unexplained", (_name, file, part, other) => {
  const recorded = recordedDocuments.find((each) => each.file === file);
  const text = recordedText(file);
  expect(text).toContain(part);
  const changed: unknown = JSON.parse(text.replace(part, other));
  const { unexplained } = validate(recorded?.version ?? "1.1", recorded?.kind ?? "schema", changed);
  expect(unexplained).not.toEqual([]);
});
