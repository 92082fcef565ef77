import { describe, expect, test } from "vitest";
import { notShown } from "./shown.ts";

const core = "urn:scim:schemas:core:1.0";
const enterprise = "urn:scim:schemas:extension:enterprise:1.0";
const guest = "urn:scim:schemas:extension:slack:guest:1.0";
const user = { schemas: [core], id: "W1", userName: "ada", displayName: "Ada", active: true };

type Row = [what: string, body: object, answer: unknown];

describe("an answer that does not show what was asked for", () => {
  test.each<Row>([
    ["a title", { title: "Chief" }, { ...user, title: "Lead" }],
    ["one of two attributes", { title: "Chief", active: false }, { ...user, title: "Chief" }],
    ["active as a text", { active: "False" }, user],
    ["a cleared attribute", { meta: { attributes: ["title"] } }, { ...user, title: "Lead" }],
    ["a blank", { title: " " }, { ...user, title: "Lead" }],
    [
      "a removed address",
      { emails: [{ value: "a@x.example", operation: "delete" }] },
      { ...user, emails: [{ value: "a@x.example" }] },
    ],
    [
      "a kept address",
      { addresses: [{ locality: "X", operation: "delete" }] },
      { ...user, addresses: [{ locality: "Town" }] },
    ],
    [
      "a department",
      { [enterprise]: { department: "R&D" } },
      { ...user, [enterprise]: { department: "Sales" } },
    ],
    [
      "a removed department",
      { meta: { attributes: [`${enterprise}:department`] } },
      { ...user, [enterprise]: { department: "Sales" } },
    ],
    ["a guest", { [guest]: { type: "multi" } }, user],
    ["a PatchOp", { Operations: [{ op: "Replace", path: "active", value: "False" }] }, user],
    [
      "a PatchOp without a path",
      { Operations: [{ op: "replace", value: { title: "x" } }] },
      { ...user, title: "" },
    ],
    ["nothing but externalId", { externalId: "7" }, { ...user, externalId: "" }],
    ["a member", { members: [{ value: "W2" }] }, { displayName: "Team", members: [] }],
  ])("%s", (_what, body, answer) => expect(notShown(body, answer)).toBeDefined());
});

test("the attribute is named", () => {
  expect(
    notShown({ title: "x", name: { givenName: "Ada" } }, { ...user, name: {} }),
  ).toBeUndefined();
  expect(notShown({ userName: "ada", title: "x" }, { ...user, title: "y" })).toBe("title");
  expect(notShown({ userName: "grace", nickName: "grace" }, user)).toBe("userName");
});

describe("an answer that shows it, or tells nothing", () => {
  test.each<Row>([
    ["no body", { title: "x" }, undefined],
    ["a list", { title: "x" }, []],
    ["a title", { title: " Chief " }, { ...user, title: "Chief" }],
    ["Slack's short form", { title: "Chief", [enterprise]: { department: "x" } }, user],
    ["a converted userName", { userName: "Ada" }, user],
    ["a nickName that becomes the userName", { userName: "ada.king", nickName: "ada" }, user],
    ["an address as userName", { userName: "ada.king@people.example" }, user],
    ["a cleared displayName, which falls back", { displayName: " " }, user],
    [
      "a replaced address",
      { emails: [{ value: "a@x.example", operation: "delete" }, { value: "b@x.example" }] },
      { ...user, emails: [{ value: "b@x.example" }] },
    ],
    [
      "externalId beside a title",
      { externalId: "7", title: "x" },
      { ...user, externalId: "", title: "x" },
    ],
    [
      "becoming a guest reactivates",
      { active: false, [guest]: { type: "multi" } },
      { ...user, [guest]: { type: "multi" } },
    ],
    [
      "a photo, which is processed later",
      { photos: [{ value: "https://x.example/a" }] },
      { ...user, photos: [] },
    ],
  ])("%s", (_what, body, answer) => expect(notShown(body, answer)).toBeUndefined());
});
