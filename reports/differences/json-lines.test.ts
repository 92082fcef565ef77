import { expect, test } from "vitest";
import type { Json } from "../../schemas/index.ts";
import { jsonLines } from "./json-lines.ts";
import { ownValues } from "./own-values.ts";

const own = ownValues(["scimct-a1b2-1", "scimct-a1b2-2"], ["U1", "U2"]);

/** Lines as a person reads them: a sign for the state, the left side, the right side. */
function drawn(left: Json, right: Json): string[] {
  const signs = { same: "=", changed: "!", own: "~", only: "|" };
  return jsonLines(left, right, own).map(
    (line) => `${signs[line.state]} ${line.left ?? ""} / ${line.right ?? ""}`,
  );
}

test("members are matched by name, whatever their order", () => {
  expect(drawn({ a: 1, b: 2 }, { b: 2, a: 3 })).toEqual([
    "= { / {",
    '!   "a": 1, /   "a": 3',
    '=   "b": 2 /   "b": 2,',
    "= } / }",
  ]);
});

test("a member on one side stands alone, with its content", () => {
  expect(drawn({ a: { b: [1] } }, { c: null })).toEqual([
    "= { / {",
    '|   "a": { / ',
    '|     "b": [ / ',
    "|       1 / ",
    "|     ] / ",
    "|   } / ",
    '|  /   "c": null',
    "= } / }",
  ]);
});

test("an extension is the same one under the URN of each version, which differs", () => {
  const extension = (version: string) => `urn:x:extension:enterprise:${version}`;
  expect(
    drawn(
      { [extension("1.0")]: { division: "a", department: "b" } },
      { [extension("2.0:User")]: { division: "a", department: "c" } },
    ),
  ).toEqual([
    "= { / {",
    '!   "urn:x:extension:enterprise:1.0": { /   "urn:x:extension:enterprise:2.0:User": {',
    '=     "division": "a", /     "division": "a",',
    '!     "department": "b" /     "department": "c"',
    "=   } /   }",
    "= } / }",
  ]);
});

test("an extension under both URNs on one side is compared with the one of the same name", () => {
  const [v1, v2] = ["urn:x:extension:a:1.0", "urn:x:extension:a:2.0"];
  expect(drawn({ [v1]: 1, [v2]: 2 }, { [v2]: 2 })).toEqual([
    "= { / {",
    `|   "${v1}": 1, / `,
    `=   "${v2}": 2 /   "${v2}": 2`,
    "= } / }",
  ]);
});

test("an element that was put in between does not shift the others", () => {
  expect(drawn(["x", "z"], ["x", "y", "z"])).toEqual([
    "= [ / [",
    '=   "x", /   "x",',
    '|  /   "y",',
    '=   "z" /   "z"',
    "= ] / ]",
  ]);
});

test("elements that differ are compared with one another by position", () => {
  expect(drawn([{ type: "work", value: 1 }], [{ type: "work", value: 2 }])).toEqual([
    "= [ / [",
    "=   { /   {",
    '=     "type": "work", /     "type": "work",',
    '!     "value": 1 /     "value": 2',
    "=   } /   }",
    "= ] / ]",
  ]);
});

test("null, an empty string, an empty object and absence are four different things", () => {
  expect(drawn({ a: null, b: "", c: {} }, { a: "", b: {}, c: [] })).toEqual([
    "= { / {",
    '!   "a": null, /   "a": "",',
    '!   "b": "", /   "b": {},',
    '!   "c": {} /   "c": []',
    "= } / }",
  ]);
});

test("differences in ids, names and times of the run only are marked apart", () => {
  expect(
    drawn(
      { id: "U1", at: "2026-01-01T00:00:00Z", ref: "/v1/Users/U1", name: "x scimct-a1b2-1" },
      { id: "U2", at: "2026-01-01T00:00:01+01:00", ref: "/v2/Users/U2", name: "x scimct-a1b2-22" },
    ),
  ).toEqual([
    "= { / {",
    '~   "id": "U1", /   "id": "U2",',
    '~   "at": "2026-01-01T00:00:00Z", /   "at": "2026-01-01T00:00:01+01:00",',
    '!   "ref": "/v1/Users/U1", /   "ref": "/v2/Users/U2",',
    '~   "name": "x scimct-a1b2-1" /   "name": "x scimct-a1b2-22"',
    "= } / }",
  ]);
});

test("the mark begins where the value does, also behind a name that had to be made visible", () => {
  const line = jsonLines({ "\u202Ea": 1 }, { "\u202Ea": 2 }, own)[1];
  expect(line?.left?.slice(0, line.from)).toBe('  "⟨U+202E⟩a": ');
  expect(line?.left?.slice(line.from)).toBe("1");
});
