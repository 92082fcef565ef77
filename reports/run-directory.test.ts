import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { violations } from "../schemas/index.ts";
import { sampleCatalogue, sampleDifference, sampleResults } from "../testing/runs/sample-run.ts";
import { readCatalogue, readResults } from "./run-directory.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-results-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (json: unknown) =>
  writeFileSync(
    join(folder, "results.json"),
    typeof json === "string" ? json : JSON.stringify(json),
  );

test("results of today are read as they are", () => {
  const results = sampleResults([sampleDifference()]);
  write(results);
  expect(readResults(folder)).toEqual(results);
});

test("results of version 0.1.0 are read in today's form", () => {
  const {
    resultsVersion: _version,
    cases: _cases,
    strict: _strict,
    selection: _selection,
    shard: _shard,
    embedded: _embedded,
    stopped: _stopped,
    leftBehind: _leftBehind,
    ...first
  } = sampleResults([], { target: "embedded mock" });
  const { title: _title, topic: _topic, ...difference } = sampleDifference();
  const found = { ...difference, id: "DIFF-OBS-SCIM11-1", kind: "undocumented", area: "users" };
  write({ ...first, differences: [{ ...difference, area: "Status codes" }, found] });
  const read = readResults(folder);
  expect(violations("suite/results", read)).toEqual([]);
  expect(read).toMatchObject({ resultsVersion: 2, embedded: true, stopped: null, leftBehind: [] });
  expect(read.differences).toEqual([
    { ...difference, title: difference.id, area: "delete", topic: "Status codes" },
    { ...found, title: found.id, requirements: ["SCIM11-1"] },
  ]);
});

test("differences of version 0.2.0 get an area of the requirements, and their old one as topic", () => {
  const { topic: _topic, ...difference } = sampleDifference();
  write({ ...sampleResults([]), differences: [{ ...difference, area: "Base URL" }] });
  const [read] = readResults(folder).differences;
  expect(read).toEqual({ ...difference, area: "discovery", topic: "Base URL" });
});

test.each([
  ["no JSON", "{", /results\.json: not JSON$/],
  ["no results", "[]", /results\.json: /],
  ["results of a later version", { ...sampleResults([]), resultsVersion: 3 }, /resultsVersion/],
])("%s: one line that names the file", (_what, json, says) => {
  write(json);
  expect(() => readResults(folder)).toThrow(says);
});

test("the catalogue of a run is read, and a run of 0.1.0 has none", () => {
  const file = join(folder, "catalogue.json");
  expect(readCatalogue(folder)).toEqual({ requirements: [], differences: [] });
  const catalogue = {
    ...{ tool: "slack-scim-conformance", toolVersion: "1.0.0", requirements: [] },
    ...sampleCatalogue,
  };
  writeFileSync(file, JSON.stringify(catalogue));
  expect(readCatalogue(folder)).toEqual(catalogue);
  writeFileSync(file, JSON.stringify({ ...catalogue, differences: [{}] }));
  expect(() => readCatalogue(folder)).toThrow(/catalogue\.json: /);
});

test("a folder without a run is named", () => {
  expect(() => readResults(join(folder, "nowhere"))).toThrow(/nowhere contains no finished run/);
});
