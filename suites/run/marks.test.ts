import { expect, test } from "vitest";
import {
  carriesMark,
  convertedUserName,
  isMarked,
  isNamedAs,
  sentMarks,
  textsOf,
} from "./marks.ts";

const mark = { namePrefix: "scimct-", runTag: "abcde" };

test.each([
  ["a@b", "a"],
  ["Ada.Lovelace_1-2", "ada.lovelace_1-2"],
  [" Ada! ", "ada_"],
  ["é", "_"],
  ["ﬀ", "ff"],
  ["@x", ""],
  ["a@b@c", "a"],
])("Slack stores the userName %j as %j", (name, stored) => {
  expect(convertedUserName(name)).toBe(stored);
});

test.each<[unknown, boolean]>([
  ["scimct-abcde21", true],
  ["Display SCIMCT-ABCDE21", true],
  ["scimct-abcd", false],
  ["scimct-abcdf21", false],
  ["", false],
  [undefined, false],
  [["scimct-abcde21"], false],
])("%j carries the run's mark: %j", (text, expected) => {
  expect(isMarked(text, mark)).toBe(expected);
});

test("without a tag, nothing belongs to the run", () => {
  expect(isMarked("scimct-abcde21", { namePrefix: "scimct-", runTag: "" })).toBe(false);
});

test("the prefix and the tag count regardless of case too", () => {
  const loud = { namePrefix: "ScimCT-", runTag: "ABCDE" };
  expect(isMarked("x scimct-abcde21", loud)).toBe(true);
  expect(isMarked("scimct-", { namePrefix: "scimct-", runTag: "a" })).toBe(false);
});

test("the strings of a resource are those that a run marks", () => {
  expect(
    textsOf({
      userName: "u",
      nickName: 5,
      displayName: "",
      externalId: "e",
      title: "t",
      emails: [{ value: "a" }, "b", { value: 7 }, null, { type: "work" }],
    }),
  ).toEqual(["u", "", "e", "a", "b"]);
  expect(textsOf({ userName: ["u"], emails: 5 })).toEqual([]);
  expect(textsOf(undefined)).toEqual([]);
});

test.each([
  [{ userName: "scimct-abcde1" }],
  [{ nickName: "scimct-abcde1" }],
  [{ displayName: "scimct-abcde1" }],
  [{ externalId: "scimct-abcde1" }],
  [{ emails: [{ value: "x" }, { value: "scimct-abcde1@a.example" }] }],
  [{ emails: ["scimct-abcde1@a.example"] }],
  [{ emails: { value: "scimct-abcde1@a.example" } }],
])("the mark is found in %j", (resource) => {
  expect(carriesMark(resource, mark)).toBe(true);
});

test.each([
  [{ title: "scimct-abcde1" }],
  [{ members: [{ display: "scimct-abcde1" }] }],
  [{}],
  [null],
  ["scimct-abcde1"],
])("but not in %j", (resource) => {
  expect(carriesMark(resource, mark)).toBe(false);
});

test("of what was sent, the values are kept that it can be found by", () => {
  const emails = [1, 2, 3, 4, 5].map((n) => ({ value: `scimct-abcde${n}@a.example` }));
  expect(
    sentMarks(
      "User",
      { nickName: "n", displayName: "d", emails: [{ value: "x@y.z" }, ...emails] },
      mark,
    ),
  ).toEqual({
    name: "n",
    addresses: emails.slice(0, 4).map(({ value }) => value),
  });
  expect(sentMarks("User", { userName: "", displayName: "d", externalId: "chosen" }, mark)).toEqual(
    { name: "d" },
  );
  expect(sentMarks("User", { userName: "u", nickName: "n" }, mark).name).toBe("u");
  expect(
    sentMarks("Group", { userName: "u", displayName: "d", externalId: "scimct-abcde1" }, mark),
  ).toEqual({
    name: "d",
    externalId: "scimct-abcde1",
  });
  expect(sentMarks("Group", { displayName: "x".repeat(300) }, mark).name).toHaveLength(200);
  expect(sentMarks("Group", { displayName: "x".repeat(200) }, mark).name).toHaveLength(200);
  expect(sentMarks("User", undefined, mark)).toStrictEqual({ name: "" });
  expect(sentMarks("User", { userName: [5, "", "listed"] }, mark)).toStrictEqual({
    name: "listed",
  });
  expect(
    sentMarks("User", { userName: "u", externalId: ["scimct-abcde1"], emails: [] }, mark),
  ).toStrictEqual({ name: "u" });
});

test.each<["User" | "Group", object, object, boolean]>([
  ["User", { userName: "ADA" }, { name: "ada" }, true],
  ["User", { nickName: "ada" }, { name: "ada@x.example" }, true],
  ["User", { userName: "ada" }, { name: "ada1" }, false],
  ["User", { userName: "ada1" }, { name: "ada" }, false],
  ["User", { displayName: "ada" }, { name: "ada" }, false],
  ["User", { userName: "" }, { name: "" }, false],
  ["User", { emails: [{ value: "A@x.example" }] }, { name: "", addresses: ["a@x.example"] }, true],
  ["User", { emails: [{ value: "a@x.example" }] }, { name: "", addresses: ["b@x.example"] }, false],
  ["User", { externalId: "e" }, { name: "", externalId: "e" }, true],
  ["User", { userName: 5 }, { name: "5" }, false],
  ["User", { nickName: "" }, { name: "@x" }, false],
  ["User", { userName: "a_" }, { name: "A!" }, true],
  ["User", { emails: [{ value: "" }] }, { name: "", addresses: [""] }, false],
  ["User", { emails: [{ value: 5 }] }, { name: "a", addresses: ["b@x.example"] }, false],
  [
    "User",
    { emails: [{ value: "z@x.example" }, { value: "b@x.example" }] },
    { addresses: ["a@x.example", "b@x.example"] },
    true,
  ],
  ["Group", { externalId: "E" }, { externalId: "e" }, true],
  ["Group", { emails: [{ value: "a@x.example" }] }, { addresses: ["a@x.example"] }, false],
  ["User", { externalId: "" }, { name: "", externalId: "" }, false],
  ["Group", { displayName: "A" }, { name: "a" }, true],
  ["Group", { displayName: "a", userName: "b" }, { name: "b" }, false],
  ["Group", { displayName: "a_" }, { name: "a!" }, false],
])("%s %j is named as %j: %j", (type, resource, sent, expected) => {
  expect(isNamedAs(type, resource, { name: "", ...sent })).toBe(expected);
});
