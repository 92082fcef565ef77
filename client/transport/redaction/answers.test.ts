import { describe, expect, test } from "vitest";
import { Answers } from "./answers.ts";
import { Known } from "./known.ts";
import { Ownership } from "./ownership.ts";

const personal = "[personal]";

/** Sentences are marked as such; the rest is what is known to be a resource. */
function answers(sentence = (text: string) => `<${text}>`) {
  const known = new Known();
  const ownership = new Ownership({ ownNamePrefix: "scimct-ab1" }, known);
  return { known, answers: new Answers(known, ownership, sentence, sentence) };
}
const body = (value: unknown) => answers().answers.body(value);
/** Names of members that stay; every other text is marked as a sentence, names included. */
const names = new Set(["schemas", "id", "userName", "emails", "a", "b", "y"]);
const anyValue = (value: unknown) =>
  answers((text) => (names.has(text) ? text : `<${text}>`)).answers.anyValue(value);
const own = (more: Record<string, unknown>) => body({ userName: "scimct-ab1", ...more });

/** A value in as many lists. */
const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : [nested(depth - 1, inner)];

describe("an answer", () => {
  test.each<[string, unknown, unknown]>([
    ["a text is a sentence", "ada", "<ada>"],
    ["a number, a flag and nothing stay", 7, 7],
    ["null stays", null, null],
    ["a list of texts is one of names", ["ada", 7, ["bob"]], [personal, 0, [personal]]],
    ["what is unknown is a resource", { x: "ada" }, { x: personal }],
    [
      "an error is sentences and codes",
      { detail: "ada", status: 404, scimType: "x", code: "c", path: ["a"] },
      { detail: "<ada>", status: 404, scimType: "<x>", code: "<c>", path: [personal] },
    ],
    [
      "other members of one are not",
      { detail: "x", owner: "ada", age: 79 },
      { detail: "<x>", owner: personal, age: 0 },
    ],
    [
      "counters stay",
      { totalResults: 7, itemsPerPage: 2, startIndex: 1 },
      { totalResults: 7, itemsPerPage: 2, startIndex: 1 },
    ],
    [
      "secrets are removed",
      { detail: "x", token: "t", password: "p" },
      { detail: "<x>", token: "[redacted]", password: "[redacted]" },
    ],
    [
      "schemas are read as sentences",
      { schemas: ["urn:a"], detail: "x" },
      { schemas: ["<urn:a>"], detail: "<x>" },
    ],
    [
      "what went wrong is an envelope itself",
      { Errors: [{ description: "d", x: "ada" }], error: { reason: "r" }, status: { code: 4 } },
      {
        Errors: [{ description: "<d>", x: personal }],
        error: { reason: "<r>" },
        status: { code: 4 },
      },
    ],
    [
      "of a list, other than objects are names",
      { errors: ["ada", { msg: "m" }] },
      { errors: [personal, { msg: "<m>" }] },
    ],
    [
      "a resource within is one",
      { detail: "x", user: { userName: "ada" } },
      { detail: "<x>", user: { userName: personal } },
    ],
    [
      "a location is one",
      { Operations: [], location: "/Users/grace" },
      { Operations: [], location: `/Users/${personal}` },
    ],
    [
      "one of another type is not",
      { Operations: [], location: 79 },
      { Operations: [], location: 0 },
    ],
    [
      "a user with such a member is a user",
      { userName: "x", detail: "ada" },
      { userName: personal, detail: personal },
    ],
    [
      "a user with addresses too",
      { emails: [], message: "ada" },
      { emails: [], message: personal },
    ],
    ["a group too", { members: [], error: "ada" }, { members: [], error: personal }],
    ["a name too", { name: "x", ok: "ada" }, { name: personal, ok: personal }],
  ])("%s: %j", (_, value, shown) => {
    expect(body(value)).toEqual(shown);
  });

  test.each([
    "Resources",
    "Operations",
    "Errors",
    "totalResults",
    "scimType",
    "detail",
    "error",
    "errors",
    "message",
    "ok",
  ])("%s makes an envelope of an object", (name) => {
    expect(body({ [name]: 7, title: "ada" })).toMatchObject({ title: "<ada>" });
  });

  test.each([
    [{ detail: "urn:x" }, { detail: "<urn:x>" }],
    // A hundred levels are read, what lies deeper is hidden.
    [nested(100, { detail: "x" }), nested(100, { detail: "<x>" })],
    [nested(101, { detail: "x" }), nested(101, { detail: personal })],
  ])("is read to a depth: %#", (value, shown) => {
    expect(body(value)).toEqual(shown);
  });

  test("errors within errors are read to a depth", () => {
    const errors = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : { error: errors(depth - 1, inner) };
    const listed = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : { errors: [listed(depth - 1, inner)] };
    for (const deep of [errors, listed]) {
      expect(body(deep(100, { reason: "x" }))).toEqual(deep(100, { reason: "<x>" }));
      expect(body(deep(101, { reason: "x" }))).toEqual(deep(101, {}));
    }
  });

  test("users within errors are read to a depth", () => {
    const inside = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : { ok: 1, a: { detail: 1, b: [inside(depth - 1, inner)] } };
    expect(JSON.stringify(body(inside(60, { detail: "x" })))).not.toContain("<x>");
    expect(JSON.stringify(body(inside(30, { detail: "x" })))).toContain("<x>");
  });
});

describe("a description of the service contains no personal data", () => {
  test.each<[string, Record<string, unknown>]>([
    ["a resource type", { schema: "urn:a", endpoint: "/Users" }],
    ["a schema", { id: "urn:a", attributes: [] }],
    ["an extension of one", { schema: "urn:a", attributes: [] }],
    ["a configuration", { patch: {}, bulk: {} }],
    [
      "one of all features",
      { filter: {}, changePassword: {}, sort: {}, etag: {}, xmlDataFormat: {} },
    ],
  ])("%s", (_, value) => {
    const more = { name: "x", list: [["ada"], { y: "ada" }], none: null, age: 79 };
    expect(body({ ...value, ...more })).toMatchObject({
      name: "<x>",
      list: [["<ada>"], { y: "<ada>" }],
      none: null,
      age: 79,
    });
    // A user that has such members is a user.
    for (const user of [{ userName: "x" }, { emails: [] }, { members: [] }]) {
      expect(body({ ...value, ...more, ...user })).toMatchObject({ name: personal, age: 0 });
    }
  });

  test.each<[string, Record<string, unknown>]>([
    ["with a schema that is not a URN", { schema: "x urn:a", endpoint: "/Users" }],
    ["without an endpoint", { schema: "urn:a" }],
    ["with an endpoint that is not a string", { schema: "urn:a", endpoint: 7 }],
    ["with an endpoint only", { schema: 7, endpoint: "/Users" }],
    ["with attributes, and no URN", { id: "x urn:a", attributes: [] }],
    ["with attributes, and an id of another type", { id: ["urn:a"], attributes: [] }],
    ["with attributes that are not an array", { id: "urn:a", attributes: {} }],
    ["with one feature", { patch: {} }],
    ["with a feature that is a text", { patch: {}, bulk: "ada" }],
    ["with features by other names", { x: {}, y: {} }],
  ])("what only looks like one is a resource: %s", (_, value) => {
    expect(body({ ...value, title: "ada" })).toMatchObject({ title: personal });
  });

  test("is read to a depth", () => {
    const config = (inner: unknown) => ({ patch: {}, bulk: {}, x: inner });
    expect(body(config(nested(99, "x")))).toMatchObject({ x: nested(99, "<x>") });
    expect(body(config(nested(100, "x")))).toMatchObject({ x: nested(100, personal) });
    const inObjects = (depth: number): unknown => (depth === 0 ? "x" : { y: inObjects(depth - 1) });
    expect(JSON.stringify(body(config(inObjects(99))))).toContain("<x>");
    expect(JSON.stringify(body(config(inObjects(100))))).toContain(personal);
  });
});

describe("a resource of the run", () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [
      { title: "ada", age: 79, list: ["x"] },
      { title: "ada", age: 79, list: ["x"] },
    ],
    [
      { password: "p", token: 1 },
      { password: "[redacted]", token: "[redacted]" },
    ],
    [
      { meta: { location: "/Users/grace", version: "grace", createdBy: "Ada" } },
      { meta: { location: "/Users/grace", version: "grace", createdBy: personal } },
    ],
    [{ meta: {} }, { meta: {} }],
    [{ meta: "ada" }, { meta: "ada" }],
    [
      { groups: [{ value: "G1", display: "Ada" }] },
      { groups: [{ value: "G1", display: personal }] },
    ],
    [
      { members: [{ value: "G1", display: "Ada" }] },
      { members: [{ value: "G1", display: personal }] },
    ],
    [
      { friends: [{ value: "G1", display: "Ada" }] },
      { friends: [{ value: "G1", display: "Ada" }] },
    ],
    [
      { groups: { display: "Ada" }, members: "x" },
      { groups: { display: "Ada" }, members: "x" },
    ],
    [
      { "urn:x": { manager: { displayName: "Ada" }, other: { displayName: "Ada" } } },
      { "urn:x": { manager: { displayName: personal }, other: { displayName: "Ada" } } },
    ],
    [{ x: { manager: { displayName: "Ada" } } }, { x: { manager: { displayName: "Ada" } } }],
    [
      { "urn:x": "ada", "urn:y": null },
      { "urn:x": "ada", "urn:y": null },
    ],
  ])("%j is shown as %j", (more, shown) => {
    expect(own(more)).toEqual({ userName: "scimct-ab1", ...shown });
  });

  test("a reference keeps the name of a resource of the run", () => {
    expect(own({ groups: [{ value: "G", display: "scimct-ab1 group" }] })).toMatchObject({
      groups: [{ display: "scimct-ab1 group" }],
    });
  });

  test("its id is known from then on, and its texts do not count as those of others", () => {
    const { known, answers: gate } = answers();
    gate.body({ userName: "scimct-ab1", id: "U1", title: "Diver", mail: "a@b.c", manager: "x" });
    expect(known.wasCreated("U1")).toBe(true);
    expect(known.wasSent("Diver")).toBe(true);
    expect(known.wasSent("a@b.c")).toBe(false);
    expect(known.wasSent(personal)).toBe(false);
    gate.body({ userName: "scimct-ab1", groups: [{ display: "Ada" }] });
    expect(known.wasSent(personal)).toBe(false);
    gate.body({ userName: "scimct-ab1", id: 7 });
    expect(known.wasCreated(7)).toBe(false);
    gate.body({ userName: "grace", id: "U2" });
    expect(known.wasCreated("U2")).toBe(false);
  });
});

describe("what a check observed", () => {
  const user = { schemas: ["urn:x:y"], id: "U1", userName: "grace" };
  test.each<[string, unknown, unknown]>([
    ["names are sentences too", { grace: true }, { "<grace>": true }],
    ["texts are sentences", { a: "x", b: ["z", 7, null] }, { a: "<x>", b: ["<z>", 7, null] }],
    ["a whole user is masked", { a: [user] }, { a: [{ ...user, userName: personal }] }],
    [
      "a group too",
      { ...user, userName: 7, displayName: "Sales" },
      { ...user, userName: 0, displayName: personal },
    ],
    [
      "not without a name",
      { ...user, userName: 7 },
      { schemas: ["<urn:x:y>"], id: "<U1>", userName: 7 },
    ],
    [
      "not with schemas that are not URNs",
      { ...user, schemas: ["urn:x:y", "x urn:y"] },
      { schemas: ["<urn:x:y>", "<x urn:y>"], id: "<U1>", userName: "<grace>" },
    ],
    [
      "not with schemas that are not strings",
      { ...user, schemas: [["urn:x:y"]] },
      { schemas: [["<urn:x:y>"]], id: "<U1>", userName: "<grace>" },
    ],
    [
      "not with an id of another type",
      { ...user, id: 7 },
      { schemas: ["<urn:x:y>"], id: 7, userName: "<grace>" },
    ],
    [
      "not one of the run",
      { ...user, userName: "scimct-ab1" },
      { schemas: ["<urn:x:y>"], id: "<U1>", userName: "<scimct-ab1>" },
    ],
    ["as deep as a hundred levels", nested(100, 7), nested(100, 7)],
    ["no deeper", nested(102, 7), nested(102, 0)],
  ])("%s: %j", (_, value, shown) => {
    expect(anyValue(value)).toEqual(shown);
  });

  test("objects count for the depth, too", () => {
    const inObjects = (depth: number, inner: unknown): unknown =>
      depth === 0 ? inner : { y: inObjects(depth - 1, inner) };
    expect(anyValue(inObjects(100, 7))).toEqual(inObjects(100, 7));
    expect(anyValue(inObjects(102, 7))).toEqual(inObjects(102, 0));
  });
});

test("a location of the run is shown, others as far as they name no one", () => {
  const { answers: gate } = answers();
  expect(gate.location("/Users/scimct-ab1x")).toBe("/Users/scimct-ab1x");
  expect(gate.location("/Users/grace")).toBe(`/Users/${personal}`);
});

test("a name in a list is recognised in sentences", () => {
  const { known, answers: gate } = answers();
  gate.body(["Hopper"]);
  expect(known.isStranger("Hopper")).toBe(true);
});

test("a schema is recognised by its id", () => {
  const schema = { endpoint: "/x", id: "urn:a", attributes: [], title: "ada" };
  expect(body(schema)).toMatchObject({ title: "<ada>" });
});

test("an object with only addresses is not a whole resource", () => {
  expect(anyValue({ schemas: ["urn:x:y"], id: "U1", emails: ["ada@b.c"] })).toMatchObject({
    emails: ["<ada@b.c>"],
  });
});
