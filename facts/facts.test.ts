import { expect, test } from "vitest";
import { defaultSettings } from "../mock/settings.ts";
import { factsDocument } from "./document.ts";
import { facts } from "./index.ts";

test("each fact has its own id, of two digits or more", () => {
  const ids = facts.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^FACT-[A-Z]+-\d{2,}$/.test(id))).toEqual([]);
});

test("each fact that is no assumption names its evidence", () => {
  const bare = facts.filter(({ tag, evidence }) => tag !== "INF" && evidence.length === 0);
  expect(bare.map(({ id }) => id)).toEqual([]);
});

test("each setting of the mock has a fact, and each setting that a fact names exists", () => {
  const named = new Set(facts.flatMap(({ settings }) => settings ?? []));
  expect([...named].sort()).toEqual(Object.keys(defaultSettings).sort());
});

test("each fact has one heading in the document: a link to #fact-delete-11 finds it", () => {
  const headings = [...factsDocument().matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  expect(headings.sort()).toEqual(facts.map(({ id }) => id).sort());
});

test("docs/slack-facts.md is what the facts say (npm run generate:facts writes it anew)", async () => {
  await expect(factsDocument()).toMatchFileSnapshot("../docs/slack-facts.md");
});
