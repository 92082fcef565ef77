import { describe, expect, test } from "vitest";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { areas } from "../../suites/requirement.ts";
import { listEntries } from "./entries.ts";
import { type Selection, selected } from "./selected.ts";
import { listTable } from "./table.ts";

const all = listEntries();
const ids = (selection: Selection) => selected(all, selection).map(({ id }) => id);

test("every id of a requirement and of a difference is listed once, in the order of a run", () => {
  const clauses = requirements.flatMap(({ versions }) => Object.values(versions));
  const expected = new Set([...clauses, ...differences].map(({ id }) => id));
  expect(new Set(ids({}))).toEqual(expected);
  expect(ids({})).toHaveLength(expected.size);
  for (const kind of ["requirement", "difference"]) {
    const order = selected(all, { kind }).map(({ area }) => areas.indexOf(area));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  }
});

test("an entry has the members of the contract, in their order", () => {
  for (const entry of selected(all, {})) {
    expect(Object.keys(entry)).toEqual(["id", "kind", "title", "area", "versions", "level"]);
  }
  expect(selected(all, { words: ["SLACK-PATCH-81"] })).toMatchObject([
    { kind: "requirement", area: "patch", versions: ["1.1", "2.0"], level: "OBS, DOC" },
  ]);
  expect(selected(all, { words: ["DIFF-PATCH-01"] })).toMatchObject([
    { kind: "difference", versions: ["1.1", "2.0"], level: "breaking" },
  ]);
});

describe("entries are selected", () => {
  test.each<[string, Selection, (entry: { id: string; area: string }) => boolean]>([
    ["by area", { area: ["patch", "PUT"] }, ({ area }) => area === "patch" || area === "put"],
    ["by version", { version: ["1.1"], kind: "requirement" }, ({ id }) => !/^SCIM20/.test(id)],
    ["by kind", { kind: "difference" }, ({ id }) => /^(DIFF|SAME)-/.test(id)],
  ])("%s", (_, selection, isExpected) => {
    const found = selected(all, selection);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(all.length);
    expect(found.filter((entry) => !isExpected(entry))).toEqual([]);
  });

  test("by level, also where the versions have different ones", () => {
    expect(ids({ level: ["obs"] })).toContain("SLACK-PATCH-81");
    expect(ids({ level: ["DOC"] })).toContain("SLACK-PATCH-81");
    expect(ids({ level: ["breaking"] })).toContain("DIFF-PATCH-01");
    // An exact level: MUST* is another one.
    expect(new Set(selected(all, { level: ["MUST"] }).map(({ level }) => level))).toEqual(
      new Set(["MUST"]),
    );
  });

  test("by every word, in titles, demands and the texts of both versions", () => {
    expect(ids({ words: ["201", "created"] })).toContain("SCIM20-7644-3.3-04");
    expect(ids({ words: ["META.attributes"] })).toContain("DIFF-PATCH-04");
    expect(ids({ words: ["no such words"] })).toEqual([]);
  });

  test.each<[Selection, RegExp]>([
    [{ area: ["user"] }, /^--area user: no such area; nearest: users; there are discovery, /],
    [{ version: ["3"] }, /^--version 3: no such version; .*1\.1, 2\.0$/],
    [{ level: ["breakin"] }, /^--level breakin: .*nearest: breaking; there are .*MUST/],
    [{ kind: "rule" }, /^--kind rule: .*requirement, difference$/],
    [{ area: ["a\nb"] }, /^--area a⟨U\+000A⟩b: /],
  ])("%j does not exist", (selection, message) => {
    expect(() => selected(all, selection)).toThrow(message);
  });
});

describe("the table", () => {
  const some = selected(all, { words: ["DIFF-PATCH"] });

  test("has one complete line for each entry without a terminal, and no heading", () => {
    const lines = listTable(some, undefined).split("\n");
    expect(lines).toHaveLength(some.length);
    for (const [index, { id, title }] of some.entries()) {
      expect(lines[index]?.startsWith(`${id} `)).toBe(true);
      expect(lines[index]?.endsWith(`  ${title}`)).toBe(true);
    }
  });

  test("has a heading on a terminal, and no line wider than it", () => {
    const [head, ...lines] = listTable(some, 50).split("\n");
    expect(head).toMatch(/ID +LEVEL +AREA +SCIM +TITLE/);
    expect(lines).toHaveLength(some.length);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(50);
  });
});
