import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { requirements } from "./catalogue.ts";
import { areas } from "./requirement.ts";

const clauses = requirements.flatMap(({ versions }) =>
  Object.entries(versions).map(([version, clause]) => ({ version, clause })),
);

test("there are at least 120 requirements, and every area has some", () => {
  expect(requirements.length).toBeGreaterThanOrEqual(120);
  expect(new Set(requirements.map(({ area }) => area))).toEqual(new Set(areas));
});

test("an id stands for one rule: no other requirement has it", () => {
  const owners = new Map<string, string>();
  for (const { title, versions } of requirements) {
    for (const { id } of Object.values(versions)) {
      expect(owners.get(id) ?? title, id).toBe(title);
      owners.set(id, title);
    }
  }
});

test("a requirement is stated by the text of its version", () => {
  for (const { version, clause } of clauses) {
    const own = version === "1.1" ? "SCIM11-" : "SCIM20-";
    expect(clause.id).toMatch(new RegExp(`^(${own}|SLACK-)`));
    expect(clause.source).not.toMatch(/undefined|§$/);
  }
});

test("a rule of Slack's own names a documented or observed fact, never a guess", () => {
  for (const { clause } of clauses.filter(({ clause: { id } }) => id.startsWith("SLACK-"))) {
    expect(["DOC", "OBS"], clause.id).toContain(clause.level);
    expect(clause.slack?.fact, clause.id).toMatch(/^FACT-/);
  }
});

test("a title is a fact, and no two requirements have the same one", () => {
  const titles = requirements.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => /\bshould\b/.test(title))).toEqual([]);
});

test("results.json lists the same areas, in the same order", () => {
  const schema = readFileSync(new URL("../schemas/suite/results.json", import.meta.url), "utf8");
  expect(JSON.parse(schema).$defs.area.enum).toEqual(areas);
});
