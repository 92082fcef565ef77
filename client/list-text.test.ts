import { describe, expect, test } from "vitest";
import { readList } from "./list-text.ts";

const read = (list: unknown, text = JSON.stringify(list)) => {
  const { totalResults, resources } = readList(text);
  return { totalResults, resources: resources.map((parse) => parse()) };
};
const users = [
  { id: "U1", name: { a: 1 }, emails: [{ value: "x" }, { value: "y" }] },
  { id: "U2", emails: [] },
  { id: "U3" },
];

describe("a list parsed in pieces equals the list parsed at once", () => {
  test.each<[string, object]>([
    ["counters first", { totalResults: 9, itemsPerPage: 3, schemas: ["x"], Resources: users }],
    ["counters last", { schemas: ["x"], Resources: users, totalResults: 9, itemsPerPage: 3 }],
    ["schemas last", { Resources: users, totalResults: 9, itemsPerPage: 3, schemas: ["x"] }],
    ["no counter of the page", { totalResults: 9, Resources: users }],
    [
      "the beginning of a resource inside another",
      {
        totalResults: 9,
        itemsPerPage: 2,
        Resources: [
          { id: "U1", in: [1, { id: "U1" }] },
          { id: "U2", text: ',{"id":"U1"' },
        ],
      },
    ],
    ["other members first", { totalResults: 9, itemsPerPage: 2, Resources: [{ a: 1 }, { b: 2 }] }],
    ["an empty page", { totalResults: 9, itemsPerPage: 0, Resources: [] }],
  ])("%s", (_what, list) => {
    const { totalResults, Resources } = list as { totalResults: unknown; Resources: unknown };
    expect(read(list)).toEqual({ totalResults, resources: Resources });
    expect(read(list, JSON.stringify(list, null, 1)).resources).toEqual(Resources);
  });

  test("no Resources", () => expect(read({ totalResults: 0 }).resources).toEqual([]));
});

test.each(["", "<html>", "[]", '{"Resources":[{"id":"U1"},{"id":'])("%s is rejected", (text) => {
  expect(() => read(undefined, text)).toThrow(SyntaxError);
});

test("a truncated resource is rejected", () => {
  const text = '{"itemsPerPage":2,"Resources":[{"id":"U1","name":"Ada"},{"id":"U1","name":]}';
  expect(() => read(undefined, text)).toThrow(SyntaxError);
});
