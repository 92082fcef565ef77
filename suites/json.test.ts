import { expect, test } from "vitest";
import { at } from "./json.ts";

test.each([
  [["U1"], "entries"],
  [["U1"], "length"],
  [{ id: "U1" }, "constructor"],
  ["text", "length"],
])("%j does not hold the member %s that JavaScript gives it", (value, name) => {
  expect(at(value, name)).toBeUndefined();
});

test("a path leads through members and indexes", () => {
  expect(at({ emails: [{ value: "a" }] }, "emails", 0, "value")).toBe("a");
});
