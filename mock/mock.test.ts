import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listFaults, type Mock, startMock } from "./index.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.setFaults([]);
  mock.reset();
});
afterAll(() => mock.close());

const core = { v1: "urn:scim:schemas:core:1.0", v2: "urn:ietf:params:scim:schemas:core:2.0:User" };

async function send(method: string, path: string, body?: unknown, token = mock.token) {
  const response = await fetch(`${mock.url}/scim/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
  return { status: response.status, text, json };
}

function newUser(version: "v1" | "v2", userName: string) {
  return { schemas: [core[version]], userName, emails: [{ value: `${userName}@x.example` }] };
}

for (const version of ["v1", "v2"] as const) {
  test(`${version}: a user is created, found in both versions, changed, replaced and deactivated`, async () => {
    const created = await send("POST", `${version}/Users`, newUser(version, "ada.l"));
    expect(created.status).toBe(201);
    const id = String(created.json.id);
    for (const other of ["v1", "v2"]) {
      const read = await send("GET", `${other}/Users/${id}`);
      expect(read.json).toMatchObject({
        id,
        userName: "ada.l",
        active: true,
        displayName: "ada.l",
      });
    }
    const change =
      version === "v1"
        ? { schemas: [core.v1], title: "Analyst" }
        : {
            schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            Operations: [{ op: "replace", path: "title", value: "Analyst" }],
          };
    const patched = await send("PATCH", `${version}/Users/${id}`, change);
    expect(patched).toMatchObject({ status: 200, json: { title: "Analyst", userName: "ada.l" } });
    const replaced = await send("PUT", `${version}/Users/${id}`, newUser(version, "ada.k"));
    expect(replaced).toMatchObject({ status: 200, json: { title: "", userName: "ada.k" } });
    const deleted = await send("DELETE", `${version}/Users/${id}`);
    expect(deleted).toMatchObject({ status: version === "v1" ? 200 : 204, text: "" });
    await expect
      .poll(async () => (await send("GET", `${version}/Users/${id}`)).json.active)
      .toBe(false);
  });

  test(`${version}: a group is created, filled, renamed and deleted`, async () => {
    const users = await send("GET", `${version}/Users?count=1`);
    const [first] = Array.isArray(users.json.Resources) ? users.json.Resources : [];
    const schemas = [version === "v1" ? core.v1 : core.v2.replace("User", "Group")];
    const created = await send("POST", `${version}/Groups`, {
      schemas,
      displayName: "Crew",
      members: [{ value: first.id }],
    });
    expect(created.status).toBe(201);
    const path = `${version}/Groups/${created.json.id}`;
    expect((await send("GET", path)).json.members).toMatchObject([{ value: first.id }]);
    expect((await send("GET", `${version}/Users/${first.id}`)).json.groups).toContainEqual({
      value: created.json.id,
      display: "Crew",
    });
    expect((await send("PUT", path, { schemas, displayName: "Staff" })).json).toMatchObject({
      displayName: "Staff",
      members: [],
    });
    expect((await send("DELETE", path)).status).toBe(204);
    expect((await send("GET", path)).status).toBe(404);
  });

  test(`${version}: a filter finds by userName and a bad token is rejected in v1's form`, async () => {
    await send("POST", `${version}/Users`, newUser(version, "ada.l"));
    const found = await send(
      "GET",
      `${version}/Users?filter=${encodeURIComponent('userName Eq "ADA.L"')}`,
    );
    expect(found.json).toMatchObject({ totalResults: 1, itemsPerPage: 1, startIndex: 1 });
    const refused = await send("GET", `${version}/Users`, undefined, "wrong");
    expect(refused).toMatchObject({
      status: 401,
      json: { Errors: { description: "invalid_authentication", code: 401 } },
    });
  });
}

test("an unknown fault is rejected with its name", async () => {
  expect(() => mock.setFaults(["no-such-fault"])).toThrow("unknown fault no-such-fault");
  await expect(startMock({ faults: ["no-such-fault"] })).rejects.toThrow("no-such-fault");
});

test("a planted fault has an effect until it is removed", async () => {
  expect(listFaults().length).toBeGreaterThanOrEqual(12);
  mock.setFaults(["user-create-answers-200"]);
  expect((await send("POST", "v1/Users", newUser("v1", "ada.l"))).status).toBe(200);
  mock.setFaults([]);
  expect((await send("POST", "v1/Users", newUser("v1", "bela"))).status).toBe(201);
});
