import { expect, test } from "vitest";
import { requirements } from "../catalogue.ts";
import { isMust } from "../requirement.ts";
import { scim11 } from "./scim-1.1.ts";
import { scim20 } from "./scim-2.0.ts";
import type { Statement } from "./statement.ts";
import { untested } from "./untested.ts";

const statements = [...scim11, ...scim20];
const clauses = requirements
  .flatMap(({ versions }) => Object.values(versions))
  .filter(({ id }) => !id.startsWith("SLACK-"));
const covered = new Set(clauses.map(({ id }) => id));

test("a statement has a requirement or a reason why not, and never both", () => {
  const has = ([id]: Statement) => Number(covered.has(id)) + Number(id in untested);
  expect(statements.filter((statement) => has(statement) !== 1)).toEqual([]);
});

test("nothing but statements has a requirement or a reason", () => {
  const known = new Set(statements.map(([id]) => id));
  expect(known.size).toBe(statements.length);
  expect([...covered, ...Object.keys(untested)].filter((id) => !known.has(id))).toEqual([]);
});

test("a requirement has the level of its statement", () => {
  const levels = new Map(statements.map(([id, level]) => [id, level]));
  expect(clauses.filter(({ id, level }) => levels.get(id) !== level)).toEqual([]);
});

test.each([
  ["1.1", scim11],
  ["2.0", scim20],
] as const)("version %s: 95 %% of what must be and 85 %% of all is covered", (_version, all) => {
  const share = (some: readonly Statement[]) =>
    some.filter(([id]) => covered.has(id)).length / some.length;
  expect(share(all.filter(([, level]) => isMust(level)))).toBeGreaterThanOrEqual(0.95);
  expect(share(all)).toBeGreaterThanOrEqual(0.85);
});
