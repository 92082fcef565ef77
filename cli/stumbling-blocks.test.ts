import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { groupRules, userRules } from "../reports/compare/rules.ts";
import { differences } from "../suites/differences/catalogue.ts";

const page = readFileSync(new URL("../docs/stumbling-blocks.md", import.meta.url), "utf8");
const blocks = page.split(/^## /m).slice(1);
const known = new Set(differences.map(({ id }) => id));
const rules = [...userRules, ...groupRules];

const idsOf = (text: string) =>
  [...text.matchAll(/`((?:DIFF|SAME)-[A-Z0-9-]+)`/g)].map(([, id]) => id);

test("eight blocks, each with what one sees, why, what to do, a difference and a fact", () => {
  expect(blocks).toHaveLength(8);
  for (const block of blocks) {
    for (const part of ["**You see:**", "**Why:**", "**Do:**", "**Ids:**", "FACT-"]) {
      expect(block).toContain(part);
    }
    expect(idsOf(block)).not.toEqual([]);
  }
});

test("each difference of the page exists", () => {
  for (const id of idsOf(page)) expect(known).toContain(id);
});

test("each warning of compare that the page names exists", () => {
  const named = [...page.matchAll(/`compare`: ([^;]+);/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id),
  );
  expect(named.length).toBeGreaterThan(4);
  for (const id of named) expect(rules.map((rule) => rule.id)).toContain(id);
});

test("each warning of compare rests on a difference", () => {
  for (const { source } of rules) expect(known).toContain(source);
});
