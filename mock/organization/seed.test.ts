import { expect, test } from "vitest";
import { seededOrganization } from "./seed.ts";

test("the same seed gives the same organisation, another one other ids", () => {
  const options = { users: 20, groups: 3, seed: 7 };
  const first = seededOrganization(options);
  const again = seededOrganization(options);
  expect(again.users).toEqual(first.users);
  expect(again.groups).toEqual(first.groups);
  const other = seededOrganization({ ...options, seed: 8 });
  expect(other.users[0]?.id).not.toBe(first.users[0]?.id);
});

test("100,000 users and 5,000 groups have their own ids, names and addresses", () => {
  const organization = seededOrganization({ users: 100_000, groups: 5_000, seed: 1 });
  const { users, groups } = organization;
  const ids = [...users.map((user) => user.id), ...groups.map((group) => group.id)];
  expect(new Set(ids).size).toBe(105_000);
  expect(new Set(users.map((user) => user.userName)).size).toBe(100_000);
  expect(new Set(users.map((user) => user.primaryEmail)).size).toBe(100_000);
  const last = users.at(-1);
  expect(organization.userByName(last?.userName.toUpperCase() ?? "")).toBe(last);
  expect(organization.userByEmail(last?.primaryEmail ?? "")).toBe(last);
});
