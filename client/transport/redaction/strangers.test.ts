import { describe, expect, test } from "vitest";
import { Known } from "./known.ts";
import {
  isSecretMember,
  masked,
  maskedMeta,
  shownId,
  shownLocation,
  shownReference,
} from "./strangers.ts";

const personal = "[personal]";
const of = (resource: Record<string, unknown>, known = new Known()) => masked(resource, known);

test.each(["password", "PASSWORD", "token", "access_token", "refresh_token", "client_secret"])(
  "%s contains a secret",
  (name) => {
    expect(isSecretMember(name)).toBe(true);
    expect(isSecretMember(`${name}s`)).toBe(false);
  },
);

describe("of another person's members", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["schemas are URNs", { schemas: ["urn:a:b", "ada", 7] }, { schemas: ["urn:a:b", personal, 0] }],
    ["schemas that are not an array", { schemas: "urn:a:b" }, { schemas: personal }],
    ["an id of another type", { id: 79 }, { id: 0 }],
    ["an id in a list", { id: ["U1"] }, { id: [personal] }],
    ["flags", { active: false, x: true }, { active: false, x: false }],
    ["flags as texts", { active: "true" }, { active: "true" }],
    ["flags as texts, false", { active: "false" }, { active: "false" }],
    ["a flag that is not a boolean", { active: "ada" }, { active: personal }],
    ["meta that is not an object", { meta: "ada" }, { meta: personal }],
    [
      "names of members that are a person's",
      { "ada@b.c": 1, "urn:a:b": 1, $ref: 1, "0a": 1 },
      { [personal]: 0, "urn:a:b": 0, $ref: 0 },
    ],
    [
      "types that the standards name, of any depth",
      { emails: [{ type: "Work" }, { type: "ada" }], x: { type: "home" }, type: "work" },
      { emails: [{ type: "Work" }, { type: personal }], x: { type: "home" }, type: personal },
    ],
    [
      "such words elsewhere",
      { emails: [{ display: "work" }] },
      { emails: [{ display: personal }] },
    ],
    [
      "primary",
      { emails: [{ primary: true, x: true }] },
      { emails: [{ primary: true, x: false }] },
    ],
    [
      "primary that is not a boolean",
      { emails: [{ primary: "ada" }] },
      { emails: [{ primary: personal }] },
    ],
    ["primary as a text", { emails: [{ primary: "true" }] }, { emails: [{ primary: "true" }] }],
    [
      "values of references",
      { groups: [{ value: "G1", x: "G1" }], emails: [{ value: "G1" }] },
      { groups: [{ value: "G1", x: personal }], emails: [{ value: personal }] },
    ],
    [
      "a manager's id",
      { x: { managerId: "U1", other: "U1" } },
      { x: { managerId: "U1", other: personal } },
    ],
    [
      "a reference of another type",
      { groups: [{ value: 79, $ref: 79 }] },
      { groups: [{ value: 0, $ref: 0 }] },
    ],
    [
      "$ref",
      { x: [{ $ref: "https://a.example/Users/ada" }] },
      { x: [{ $ref: `https://a.example/Users/${personal}` }] },
    ],
  ])("%s: %j", (_, resource, shown) => {
    expect(of(resource)).toEqual(shown);
  });

  test("what is nested deeper than any resource is hidden as a whole", () => {
    const nested = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : [nested(depth - 1, inner)];
    expect(of({ x: nested(50, 7) })).toEqual({ x: nested(50, 0) });
    expect(of({ x: nested(51, 7) })).toEqual({ x: nested(51, personal) });
  });
});

describe("of meta", () => {
  test.each<[string, unknown, unknown]>([
    ["resourceType", "User", "User"],
    ["resourceType", "Ada", personal],
    ["resourceType", "", ""],
    ["x", "User", personal],
    ["created", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
    ["created", "2024-01-01T00:00:00.123+01:00", "2024-01-01T00:00:00.123+01:00"],
    ["created", "ada 2024-01-01T00:00:00Z", personal],
    ["lastModified", "2024-01-01T00:00:00", "2024-01-01T00:00:00"],
    ["lastModified", "yesterday", personal],
    ["seen", "2024-01-01T00:00:00Z", personal],
    ["version", 'W/"3f"', 'W/"3f"'],
    ["version", "grace", personal],
    ["tag", 'W/"3f"', personal],
    ["location", "https://a.example/Users/U1", "https://a.example/Users/U1"],
    ["href", "https://a.example/Users/U1", personal],
    ["location", 7, 0],
    ["created", 7, 0],
    ["location", "", ""],
    ["location", null, null],
  ])("%s %j becomes %j", (name, value, shown) => {
    expect(maskedMeta({ [name]: value }, new Known())).toEqual({ [name]: shown });
  });
});

describe("names are recognised in sentences, other values only when they are distinctive", () => {
  const seen = (resource: Record<string, unknown>, text: string) => {
    const known = new Known();
    masked(resource, known);
    return known.isStranger(text);
  };
  test.each<[Record<string, unknown>, string, boolean]>([
    [{ userName: "Hopper" }, "Hopper", true],
    [{ title: "Hopper" }, "Hopper", false],
    [{ name: { familyName: "Hopper" } }, "Hopper", true],
    [{ name: { other: "Hopper" } }, "Hopper", true],
    [{ groups: [{ display: "Hopper" }] }, "Hopper", false],
    [{ members: [{ type: "Hopper" }] }, "Hopper", true],
    [{ x: { manager: "Hopper" } }, "Hopper", true],
    [{ x: { value: "Hopper" } }, "Hopper", false],
    [{ id: "Hopper" }, "Hopper", true],
    [{ id: "U12AB" }, "U12AB", false],
    [{ title: "Ring 7" }, "Ring 7", true],
  ])("of %j, %j: %s", (resource, text, isKnown) => {
    expect(seen(resource, text)).toBe(isKnown);
  });
});

describe("an id is shown", () => {
  const known = new Known();
  known.created("ada");
  test.each<[string, string[], boolean]>([
    ["ada", [], true],
    ["", [], true],
    [" ", [], true],
    ["bob", [], false],
    ["U12AB", [], true],
    ["U12AB", ["u12ab"], false],
    ["U12AB", ["12a"], false],
    ["U12AB", ["xu12abx"], false],
    // Two characters are not a name.
    ["U12AB", ["12"], true],
    ["U12AB", ["bob"], true],
    ["A".repeat(128), [], true],
    ["A".repeat(129), [], false],
    ["0123456789abcdef", [], true],
    ["0123456789abcde", [], false],
    ["g123456789abc-ef", [], true],
    ["g123456789abcd-f", [], false],
    ["ghijkl".repeat(3), [], false],
  ])("%j beside %j: %s", (id, names, isShown) => {
    expect(shownId(id, known, names)).toBe(isShown ? id : personal);
  });

  test.each([
    [{ userName: "ADA42" }],
    [{ nickName: "Ada42" }],
    [{ displayName: "ada42 of x" }],
    [{ externalId: "da4" }],
    [{ emails: [{ value: "ada42@b.c" }] }],
    [{ emails: ["ada42@b.c"] }],
  ])("not where it is a name: %j", (names) => {
    expect(of({ id: "ADA42", ...names }).id).toBe(personal);
    const meta = { location: "https://a.example/Users/ADA42" };
    expect(of({ ...names, meta }).meta).toEqual({
      location: `https://a.example/Users/${personal}`,
    });
    expect(of({ id: "ADA42", emails: [null, { value: "" }, 7], title: "ADA42" }).id).toBe("ADA42");
  });
});

describe("a location", () => {
  const known = new Known();
  known.asked("https://a.example/tenant-ada/Users/U1?x=/y");
  test.each([
    ["https://a.example/Users/U1", "https://a.example/Users/U1"],
    ["http://a.example:80/v2.1/Me", "http://a.example:80/v2.1/Me"],
    ["https://[::1]/Groups/G1", "https://[::1]/Groups/G1"],
    ["https://a.example/tenant-ada/Users/U1", "https://a.example/tenant-ada/Users/U1"],
    // A parent path is not an id.
    ["https://a.example/Users/tenant-ada", `https://a.example/Users/${personal}`],
    ["https://a.example/Users/tenant-ada/", `https://a.example/Users/${personal}/`],
    ["/tenant-bob/Users/U1", `/${personal}/Users/U1`],
    ["/Users/%41da-lovelace", `/Users/${personal}`],
    ["/Users/U%2D1", "/Users/U%2D1"],
    ["/Users/%zz", `/Users/${personal}`],
    ["/Users/U1?ada", `/Users/U1?${personal}`],
    ["/Users/U1#ada\n", `/Users/U1?${personal}`],
    ["ada https://a.example/Users/U1", `${personal}//a.example/Users/U1`],
    ["", ""],
  ])("%j becomes %j", (url, shown) => {
    expect(shownLocation(url, known)).toBe(shown);
  });
});

describe("a reference of a resource of the run", () => {
  const known = new Known();
  known.created("U1");
  const shown = (entry: unknown, within = "groups") =>
    shownReference(entry, within, known, (text) => text === "own");
  test.each<[unknown, unknown]>([
    [
      { value: "U2", display: "Ada", $ref: "x" },
      { value: "U2", display: personal, $ref: "x" },
    ],
    [
      { value: "U2", displayName: "Ada" },
      { value: "U2", displayName: personal },
    ],
    [
      { value: "U2", display: "own", onDisplay: "Ada" },
      { value: "U2", display: "own", onDisplay: "Ada" },
    ],
    [
      { value: "U2", display: 7 },
      { value: "U2", display: 7 },
    ],
    [
      { value: "U1", display: "Ada" },
      { value: "U1", display: "Ada" },
    ],
    [
      { managerId: "U1", displayName: "Ada" },
      { managerId: "U1", displayName: "Ada" },
    ],
    [
      { managerId: "U2", displayName: "Ada" },
      { managerId: "U2", displayName: personal },
    ],
    ["U2", "U2"],
    [null, null],
  ])("%j becomes %j", (entry, left) => {
    expect(shown(entry)).toEqual(left);
  });

  test("in a group, the display of a member is a name", () => {
    shown({ value: "U2", display: "Lovelace" }, "members");
    expect(known.isStranger("Lovelace")).toBe(true);
    shown({ value: "G2", about: "x", displayed: "Kelly" }, "groups");
    expect(known.isStranger("Kelly")).toBe(false);
  });
});
