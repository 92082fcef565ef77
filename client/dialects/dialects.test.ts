import { describe, expect, test } from "vitest";
import type { AddIntent, PatchForm, PatchIntent } from "../../schemas/index.ts";
import { dialectOf } from "./dialect-of.ts";
import { decodeError } from "./error-codec.ts";

const v1 = dialectOf("1.1", "slack");
const v2 = dialectOf("2.0", "slack");
const patch1 = (...intents: PatchIntent[]) => v1.encodePatch(intents);
const patch2 = (...intents: PatchIntent[]) => v2.encodePatch(intents).Operations;

const enterprise1 = "urn:scim:schemas:extension:enterprise:1.0";
const enterprise2 = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const guest2 = "urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User";

describe("one intent, two bodies", () => {
  test("set an attribute", () => {
    const intent: PatchIntent = { kind: "set", path: "title", value: "CTO" };
    expect(patch1(intent)).toEqual({ schemas: ["urn:scim:schemas:core:1.0"], title: "CTO" });
    expect(v2.encodePatch([intent])).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "title", value: "CTO" }],
    });
  });

  test("set a sub-attribute", () => {
    const intent: PatchIntent = { kind: "set", path: "name.givenName", value: "Ada" };
    expect(patch1(intent)).toMatchObject({ name: { givenName: "Ada" } });
    expect(patch2(intent)).toEqual([{ op: "replace", path: "name.givenName", value: "Ada" }]);
  });

  test("clear an attribute", () => {
    const intent: PatchIntent = { kind: "clear", path: "title" };
    expect(patch1(intent)).toMatchObject({ meta: { attributes: ["title"] } });
    expect(patch2(intent)).toEqual([{ op: "remove", path: "title" }]);
  });

  test("remove one value", () => {
    const intent: PatchIntent = {
      kind: "remove",
      path: "emails",
      match: { value: 'a"b@c.example' },
    };
    expect(patch1(intent)).toMatchObject({
      emails: [{ value: 'a"b@c.example', operation: "delete" }],
    });
    expect(patch2(intent)).toEqual([{ op: "remove", path: 'emails[value eq "a\\"b@c.example"]' }]);
  });

  test("add and replace values", () => {
    const values = [{ value: "U1" }];
    expect(patch1({ kind: "add", path: "members", values })).toMatchObject({ members: values });
    expect(patch1({ kind: "replaceValues", path: "members", values })).toMatchObject({
      members: values,
      meta: { attributes: ["members"] },
    });
    expect(
      patch2(
        { kind: "add", path: "members", values },
        { kind: "replaceValues", path: "members", values },
      ),
    ).toEqual([
      { op: "add", path: "members", value: values },
      { op: "replace", path: "members", value: values },
    ]);
  });

  test("move the primary", () => {
    const intent: PatchIntent = {
      kind: "changeValue",
      path: "emails",
      match: { value: "b" },
      to: { primary: true },
    };
    expect(patch1(intent)).toMatchObject({ emails: [{ value: "b", primary: true }] });
    expect(patch2(intent)).toEqual([
      { op: "replace", path: 'emails[value eq "b"].primary', value: true },
    ]);
  });

  test("change a value: delete and add in 1.1, a value path in 2.0", () => {
    const intent: PatchIntent = {
      kind: "changeValue",
      path: "phoneNumbers",
      match: { value: "1" },
      to: { value: "2" },
    };
    expect(patch1(intent)).toMatchObject({
      phoneNumbers: [{ value: "1", operation: "delete" }, { value: "2" }],
    });
    expect(patch2(intent)).toEqual([
      { op: "replace", path: 'phoneNumbers[value eq "1"].value', value: "2" },
    ]);
  });

  test("extensions have the version's URN, which schemas contains in 1.1", () => {
    const intent: PatchIntent = { kind: "set", path: "enterprise.department", value: "R&D" };
    expect(patch1(intent)).toEqual({
      schemas: ["urn:scim:schemas:core:1.0", enterprise1],
      [enterprise1]: { department: "R&D" },
    });
    expect(patch2(intent)).toEqual([
      { op: "replace", path: `${enterprise2}:department`, value: "R&D" },
    ]);
  });

  test("the separator of a removal path: a dot where Slack documents one", () => {
    expect(patch1({ kind: "clear", path: "enterprise.department" })).toMatchObject({
      meta: { attributes: [`${enterprise1}.department`] },
    });
    expect(patch2({ kind: "clear", path: "guest.expiration" })).toEqual([
      { op: "remove", path: `${guest2}.expiration` },
    ]);
    const rfc = dialectOf("1.1", "rfc").encodePatch([
      { kind: "clear", path: "enterprise.department" },
    ]);
    expect(rfc).toMatchObject({ meta: { attributes: [`${enterprise1}:department`] } });
  });
});

describe("one intent, several forms", () => {
  const form1 = (form: PatchForm, ...intents: PatchIntent[]) => v1.encodePatch(intents, form);
  const form2 = (form: PatchForm, ...intents: PatchIntent[]) =>
    v2.encodePatch(intents, form).Operations;

  test("1.1: a space clears an attribute; others are named in meta.attributes", () => {
    expect(
      form1(
        { cleared: "space" },
        { kind: "clear", path: "title" },
        { kind: "clear", path: "roles" },
      ),
    ).toMatchObject({ title: " ", meta: { attributes: ["roles"] } });
  });

  test("a role as a string; several stay objects, which can be primary", () => {
    const one: AddIntent = { kind: "add", path: "roles", values: [{ value: "r", primary: true }] };
    const form = { roles: "strings" } as const;
    expect(form1(form, one)).toMatchObject({ roles: ["r"] });
    expect(form2(form, one)).toEqual([{ op: "add", path: "roles", value: ["r"] }]);
    const two = { ...one, values: [{ value: "r" }, { value: "s", primary: true }] };
    expect(form2(form, two)).toEqual([{ op: "add", path: "roles", value: two.values }]);
  });

  test("1.1: a removed role stays an object, since it needs an operation", () => {
    const intent = { kind: "remove", path: "roles", match: { value: "r" } } as const;
    expect(form1({ roles: "strings" }, intent)).toMatchObject({
      roles: [{ value: "r", operation: "delete" }],
    });
  });

  test.each<[PatchForm, PatchIntent, object]>([
    [
      { single: "object" },
      { kind: "add", path: "emails", values: [{ value: "b@c.example" }] },
      { op: "add", path: "emails", value: { value: "b@c.example" } },
    ],
    [
      { ids: "bare" },
      { kind: "remove", path: "members", match: { value: "U1" } },
      { op: "remove", path: "members[value eq U1]" },
    ],
    [
      { member: "value" },
      { kind: "remove", path: "members", match: { value: "U1" } },
      { op: "remove", path: "members", value: [{ value: "U1" }] },
    ],
    [
      { part: "object" },
      { kind: "set", path: "name.givenName", value: "Ada" },
      { op: "add", path: "name", value: { givenName: "Ada" } },
    ],
    [
      { part: "object", block: "replace" },
      { kind: "set", path: "enterprise.department", value: "R&D" },
      { op: "replace", path: enterprise2, value: { department: "R&D" } },
    ],
    [
      { secondary: "primary" },
      { kind: "remove", path: "emails", match: { value: "b@c.example" } },
      { op: "remove", path: "emails[primary eq false]" },
    ],
    [
      { change: "entry" },
      {
        kind: "changeValue",
        path: "emails",
        match: { primary: false },
        to: { value: "b@c.example" },
      },
      { op: "replace", path: "emails[primary eq false]", value: { value: "b@c.example" } },
    ],
    [
      { path: "omitted" },
      { kind: "set", path: "name.givenName", value: "Ada" },
      { op: "replace", value: { name: { givenName: "Ada" } } },
    ],
    [
      { path: "omitted" },
      { kind: "set", path: "enterprise.department", value: "R&D" },
      { op: "replace", value: { [`${enterprise2}:department`]: "R&D" } },
    ],
    [
      { separator: "." },
      { kind: "set", path: "enterprise.department", value: "R&D" },
      { op: "replace", path: `${enterprise2}.department`, value: "R&D" },
    ],
    [
      { separator: ":" },
      { kind: "clear", path: "guest.expiration" },
      { op: "remove", path: `${guest2}:expiration` },
    ],
  ])("2.0: %j", (form, intent, operation) => {
    expect(form2(form, intent)).toEqual([operation]);
  });
});

describe("users on the wire", () => {
  const user = { userName: "ada", enterprise: { managerId: "U2" }, guest: { type: "multi" } };

  test.each(["1.1", "2.0"] as const)("what %s encodes, it decodes to the same", (version) => {
    const dialect = dialectOf(version, "slack");
    expect(dialect.decodeUser(dialect.encodeUser(user))).toEqual(user);
  });

  test("the manager is managerId in Slack and value in RFC 7643", () => {
    expect(v2.encodeUser(user)[enterprise2]).toEqual({ manager: { managerId: "U2" } });
    expect(dialectOf("2.0", "rfc").encodeUser(user)[enterprise2]).toEqual({
      manager: { value: "U2" },
    });
  });

  test("members of the wrong type are ignored", () => {
    expect(
      v2.decodeUser({ id: [7], userName: ["x"], active: "yes", emails: "no", name: [] }),
    ).toEqual({});
    expect(v2.decodeUser("nonsense")).toEqual({});
  });
  test("an id that is a number is read as its digits", () => {
    expect(v2.decodeUser({ id: 7 })).toEqual({ id: "7" });
  });
});

describe("errors", () => {
  test.each([
    [{ Errors: { description: "no_filters (is_aggregate_call=1)", code: 400 } }, "errors-object"],
    [
      { Errors: [{ description: "no_filters (is_aggregate_call=1)", code: "400" }] },
      "errors-array",
    ],
    [{ schemas: [], detail: "no_filters (is_aggregate_call=1)", status: 400 }, "error-message"],
  ])("%j is an %s", (json, envelope) => {
    expect(decodeError(json)).toMatchObject({
      envelope,
      code: "no_filters",
      suffix: "is_aggregate_call=1",
    });
  });

  test("any other body is an unknown error", () => {
    expect(decodeError({ message: "no" })).toEqual({ envelope: "other", code: "" });
    expect(decodeError("<html>")).toEqual({ envelope: "other", code: "" });
  });
});
