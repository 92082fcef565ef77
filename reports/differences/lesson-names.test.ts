import { expect, test } from "vitest";
import { namedLines } from "./lesson-names.ts";

const shown = (body: unknown, ...names: string[]) => {
  const lines = JSON.stringify(body, null, 2).split("\n");
  const named = namedLines(lines, new Set(names));
  return lines.filter((_, index) => named[index]).map((line) => line.trim());
};

const user = {
  meta: { location: "https://example.com/Users/U1" },
  emails: [{ value: "a@example.com", primary: true }],
  phoneNumbers: [{ value: "1", primary: false }],
  "urn:scim:schemas:extension:enterprise:1.0": { department: "Sales" },
};

test("a sub-attribute of the same name in another attribute is not what a lesson names", () => {
  expect(shown(user, "emails", "primary")).toEqual(['"emails": [', '"primary": true']);
  expect(shown({ Resources: [user] }, "emails", "primary")).toEqual([
    '"emails": [',
    '"primary": true',
  ]);
});

test("attributes are found in lists, in extensions and in meta", () => {
  expect(shown(user, "department", "location")).toEqual([
    '"location": "https://example.com/Users/U1"',
    '"department": "Sales"',
  ]);
});
