import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { facts } from "../facts/index.ts";
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

test("a rule of Slack's own names a documented or observed fact; only a question rests on a guess", () => {
  for (const { clause } of clauses.filter(({ clause: { id } }) => id.startsWith("SLACK-"))) {
    const levels = clause.id.startsWith("SLACK-OPEN-") ? ["INF"] : ["DOC", "OBS"];
    expect(levels, clause.id).toContain(clause.level);
    expect(clause.slack?.fact, clause.id).toMatch(/^FACT-/);
  }
  const guesses = clauses.filter(({ clause: { level } }) => level === "INF");
  const known = new Map<string, string>(facts.map(({ id, tag }) => [id, tag]));
  expect(guesses.filter(({ clause: { id } }) => !id.startsWith("SLACK-OPEN-"))).toEqual([]);
  for (const { clause } of guesses) {
    expect(known.get(clause.slack?.fact ?? ""), clause.id).toBe("INF");
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
