import { describe, expect, test } from "vitest";
import type { NeutralUser } from "../../schemas/index.ts";
import { disagreements, groupAttributes, userAttributes } from "./attributes.ts";
import { isAlike } from "./canonical.ts";
import { groupRules, userRules } from "./rules.ts";

const names = (v1: NeutralUser, v2: NeutralUser) =>
  disagreements(userAttributes, v1, v2).map(({ attribute }) => attribute);

describe("two readings of a user agree when they mean the same", () => {
  test.each<[string, NeutralUser, NeutralUser]>([
    ["null, empty and absent", { title: null, displayName: "" }, { displayName: null }],
    ["a placeholder of a list", { emails: [{ value: "", primary: false }] }, { emails: [] }],
    ["an address without content", { addresses: [{ locality: null }] }, {}],
    [
      "another order of a list",
      { groups: [{ value: "S1" }, { value: "S2" }] },
      { groups: [{ value: "S2" }, { value: "S1" }] },
    ],
    [
      "what is not primary may say so",
      { emails: [{ value: "a@b.example", primary: false }] },
      { emails: [{ value: "a@b.example" }] },
    ],
    [
      "a moment in another form",
      { profile: { startDate: "2024-04-10T00:00:00+0000" } },
      { profile: { startDate: "2024-04-10T00:00:00Z" } },
    ],
    [
      "the version in meta.location",
      { meta: { location: "https://x/scim/v1/Users/U1" } },
      { meta: { location: "https://x/scim/v2/Users/U1" } },
    ],
  ])("%s", (_what, v1, v2) => expect(names(v1, v2)).toEqual([]));
});

test("each attribute that differs is named", () => {
  const v1: NeutralUser = {
    userName: "ada",
    active: true,
    phoneNumbers: [{ value: "1", type: "mobile" }],
    name: { givenName: "Ada", familyName: "Berg" },
    enterprise: { department: "Sales", managerId: "U1" },
    guest: { type: "multi", channels: [{ value: "C1" }] },
  };
  const v2: NeutralUser = {
    userName: "ada",
    active: false,
    phoneNumbers: [{ value: "1", type: "work" }],
    name: { givenName: "Ada", familyName: "Borg" },
    enterprise: { department: "Sales" },
    guest: { type: "multi" },
  };
  expect(names(v1, v2)).toEqual([
    "name.familyName",
    "active",
    "phoneNumbers",
    "enterprise.managerId",
    "guest.channels",
  ]);
});

test("members of a group are compared without order", () => {
  const group = (...ids: string[]) => ({ members: ids.map((value) => ({ value })) });
  expect(disagreements(groupAttributes, group("U1", "U2"), group("U2", "U1"))).toEqual([]);
  expect(disagreements(groupAttributes, group("U1"), group("U2"))).toHaveLength(1);
});

test("wire forms are alike but for URNs and locations, and only there", () => {
  const aliases = new Map([["urn:old", "urn:new"]]);
  const v1 = { schemas: ["a"], meta: { location: "v1" }, "urn:old": { x: 1 }, list: [1, null] };
  const v2 = { list: [1, null], schemas: ["b"], "urn:new": { x: 1 }, meta: { location: "v2" } };
  expect(isAlike(v1, v2, aliases)).toBe(true);
  expect(isAlike(v1, { ...v2, "urn:new": { x: 2 } }, aliases)).toBe(false);
  expect(isAlike(v1, { ...v2, more: 1 }, aliases)).toBe(false);
  expect(isAlike({ ...v1, more: null }, { ...v2, other: 1 }, aliases)).toBe(false);
});

describe("rules", () => {
  const plain: NeutralUser = {
    userName: "ada.l",
    nickName: "ada.l",
    active: true,
    emails: [{ value: "ada@example.com", primary: true }],
    phoneNumbers: [{ value: "1", primary: true }],
  };
  const applying = (user: NeutralUser) =>
    userRules.filter(({ applies }) => applies(user)).map(({ id }) => id);

  test("no rule applies to an ordinary user", () => expect(applying(plain)).toEqual([]));

  test.each<[string, NeutralUser]>([
    ["user-name-too-long", { userName: "a".repeat(22), nickName: "a".repeat(22) }],
    ["user-name-characters", { userName: "ada l!", nickName: "ada l!" }],
    [
      "user-name-from-address",
      { emails: [{ value: "Ada.L@example.com", primary: true }, { value: "ada@b.example" }] },
    ],
    ["nick-name-differs", { nickName: "countess" }],
    [
      "more-than-two-emails",
      { emails: ["a", "b", "c"].map((value) => ({ value, primary: true })) },
    ],
    ["no-primary-email", { emails: [{ value: "a@b.example" }] }],
    ["more-than-one-address", { addresses: [{ locality: "Bonn" }, { locality: "Ulm" }] }],
    ["more-than-one-role", { roles: [{ value: "a" }, { value: "b" }] }],
    ["more-than-one-photo", { photos: [{ value: "a" }, { value: "b" }] }],
    ["phone-types-swap", { phoneNumbers: [{ value: "1", type: "mobile" }] }],
    ["start-date-offset", { profile: { startDate: "2024-04-10T00:00:00+0000" } }],
    ["locale-form", { locale: "en_US" }],
    ["manager-key", { enterprise: { managerId: "U1" } }],
    ["deactivated", { active: false }],
    ["guest", { guest: { type: "multi" }, groups: [{ value: "S1" }] }],
  ])("%s", (id, change) => expect(applying({ ...plain, ...change })).toEqual([id]));

  test("a guest of another kind", () => {
    const groups = [{ value: "S1" }];
    expect(applying({ ...plain, groups, guest: { type: "single" } })).toEqual([
      "guest",
      "guest-kind",
    ]);
  });

  test("a guest in no group", () => {
    expect(applying({ ...plain, groups: [], guest: { type: "multi" } })).toEqual([
      "guest",
      "guest-without-groups",
    ]);
  });

  test("a userName that is an address, and one that its characters were replaced in", () => {
    const emails = [{ value: "ada+work@example.com", primary: true }];
    expect(applying({ ...plain, userName: "ada_work", nickName: "ada_work", emails })).toEqual([
      "user-name-from-address",
    ]);
    const address = "ada@example.com";
    expect(applying({ ...plain, userName: address, nickName: address })).toEqual([
      "user-name-characters",
      "user-name-is-address",
    ]);
  });

  test("an empty group", () => {
    const named = (members: { value: string }[]) =>
      groupRules.filter(({ applies }) => applies({ members })).map(({ id }) => id);
    expect(named([])).toEqual(["group-without-members"]);
    expect(named([{ value: "U1" }])).toEqual([]);
  });

  test("large groups", () => {
    const members = Array.from({ length: 15_001 }, (_, n) => ({ value: `U${n}` }));
    expect(groupRules.filter(({ applies }) => applies({ members }))).toHaveLength(2);
    expect(
      groupRules.filter(({ applies }) => applies({ members: members.slice(0, 5000) })),
    ).toEqual([]);
  });
});
