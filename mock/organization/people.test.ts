import { afterEach, expect, test } from "vitest";
import type { NeutralUser } from "../../schemas/index.ts";
import { type Mock, type MockOptions, startMock } from "../index.ts";

let mock: Mock | undefined;
afterEach(async () => {
  await mock?.close();
  mock = undefined;
});

async function read(path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${mock?.url}/scim/${path}`, {
    headers: { authorization: `Bearer ${mock?.token}` },
  });
  return JSON.parse(await answer.text());
}

async function start(people: readonly NeutralUser[], options: MockOptions = {}): Promise<void> {
  mock = await startMock({ people, ...options });
}

const emails = (name: string) => [{ value: `${name}@people.example`, primary: true }];
const grace: NeutralUser = {
  id: "UGRACE00001",
  userName: "grace",
  title: null,
  emails: emails("grace"),
  photos: [{ value: "https://people.example/grace.png" }],
  groups: [{ value: "S0NOWHERE" }],
  enterprise: { department: "Legal", managerId: "UHEDY000001" },
};
const hedy: NeutralUser = {
  id: "UHEDY000001",
  userName: "hedy",
  emails: emails("hedy"),
  active: false,
  guest: { type: "multi", expiration: "2031-01-31T23:59:59Z" },
  profile: { startDate: "2024-04-10" },
};

test("users of a list have their ids, attributes and managers, in both versions", async () => {
  await start([grace, hedy], { users: 0, groups: 0 });
  expect(await read("v2/Users/UGRACE00001")).toMatchObject({
    userName: "grace",
    groups: [],
    photos: [{ value: "https://people.example/grace.png" }],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
      department: "Legal",
      manager: { managerId: "UHEDY000001" },
    },
  });
  expect(await read("v1/Users/UHEDY000001")).toMatchObject({ userName: "hedy", active: false });
  expect(await read("v2/Users")).toMatchObject({ totalResults: 2 });
});

test("they are added to the generated ones, and are there again after a reset", async () => {
  await start([grace, hedy]);
  await fetch(`${mock?.url}/scim/v2/Users/UGRACE00001`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${mock?.token}` },
  });
  mock?.reset();
  expect(await read("v2/Users")).toMatchObject({ totalResults: 22 });
  expect(await read("v2/Users/UGRACE00001")).toMatchObject({ active: true });
});

test("users that were read from a mock, with its ids, fit into an empty one", async () => {
  await start([]);
  const { Resources } = await read("v2/Users?count=20");
  const ids = Array.isArray(Resources) ? Resources.map(({ id }) => String(id)) : [];
  await mock?.close();
  await start(
    ids.map((id, index) => ({ id, userName: `user${index}`, emails: emails(`user${index}`) })),
    { users: 0 },
  );
  const answer = await fetch(`${mock?.url}/scim/v2/Users`, {
    method: "POST",
    headers: { authorization: `Bearer ${mock?.token}`, "content-type": "application/json" },
    body: JSON.stringify({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
      userName: "new",
      emails: emails("new"),
    }),
  });
  const created: { id: string } = JSON.parse(await answer.text());
  expect(answer.status).toBe(201);
  expect(ids).not.toContain(created.id);
});

test.each<[string, unknown, RegExp]>([
  ["no array", {}, /^must be an array of users$/],
  ["no object", [grace, 5], /^\/1 must be an object, but is 5$/],
  ["an unknown member", [{ ...grace, nick: "x" }], /^\/0 has an undefined member: "nick"$/],
  ["a wrong type", [{ ...grace, emails: [{ value: 5 }] }], /^\/0\/emails\/0\/value must be/],
  [
    "a user name in use",
    [grace, { ...grace, id: "U2", emails: emails("x") }],
    /^\/1\/userName: username_taken/,
  ],
  [
    "an address in use",
    [grace, { ...grace, id: "U2", userName: "x" }],
    /^\/1\/emails: email_taken/,
  ],
  [
    "an id in use",
    [hedy, { ...hedy, userName: "x", emails: emails("x") }],
    /^\/1\/id: another user/,
  ],
  ["an id that is a path", [{ ...hedy, id: "../x" }], /^\/0\/id: must be/],
  [
    "an id __proto__",
    [{ ...grace, enterprise: { managerId: "__proto__" } }],
    /^\/0\/enterprise\/managerId: unknown_user$/,
  ],
  ["no user name", [{ emails: emails("x") }], /^\/0\/userName: username_required$/],
  ["no address", [{ userName: "x" }], /^\/0\/emails: email_empty$/],
  ["a manager who does not exist", [grace], /^\/0\/enterprise\/managerId: unknown_user$/],
])("%s is rejected with its place", async (_what, people, says) => {
  // As a caller in JavaScript would.
  const options: MockOptions = { ...JSON.parse(JSON.stringify({ people })) };
  await expect(startMock(options)).rejects.toThrow(says);
});
