import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clientOf, urns, type V, versions } from "../fixtures/client.ts";
import { op, second } from "../fixtures/patch-rows.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send, create, patchV1, patchV2, list } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings, deactivationDelayMs: 0 });
  mock.reset();
});
afterAll(() => mock.close());

/** Sends a body as it is, with headers of its own. */
async function sendText(method: string, path: string, body: string, headers = {}) {
  const response = await fetch(`${mock.url}/scim/${path}`, {
    method,
    body,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${mock.token}`,
      ...headers,
    },
  });
  return response.status;
}

const titleOf = async (version: V, id: string) =>
  (await send("GET", `${version}/Users/${id}`)).body.title;

test("FACT-FORMAT-31: a v1.1 POST without schemas is rejected, or accepted", async () => {
  const user = { userName: "ada", emails: [{ value: "ada@x.example" }] };
  const group = { displayName: "Crew" };
  const post = async (version: V) => [
    (await send("POST", `${version}/Users`, user)).status,
    (await send("POST", `${version}/Groups`, group)).status,
  ];
  expect(await post("v1")).toEqual([400, 400]);
  mock.changeSettings({ v1PostRequiresSchemas: false });
  expect(await post("v1")).toEqual([201, 201]);
  expect(await post("v2")).toEqual([400, 400]);
});

test("FACT-FORMAT-32: a v1.1 PATCH or PUT of a group without schemas is accepted, or rejected", async () => {
  const { body } = await send("POST", "v1/Groups", {
    schemas: [urns.v1.group],
    displayName: "Crew",
  });
  const change = async (version: V, method: string) =>
    (await send(method, `${version}/Groups/${body.id}`, { displayName: "Team" })).status;
  expect([await change("v1", "PATCH"), await change("v1", "PUT")]).toEqual([204, 200]);
  mock.changeSettings({ v1PatchRequiresSchemas: true });
  expect([await change("v1", "PATCH"), await change("v1", "PUT")]).toEqual([400, 200]);
  mock.changeSettings({ v1PatchRequiresSchemas: false, v1PutRequiresSchemas: true });
  expect([await change("v1", "PATCH"), await change("v1", "PUT")]).toEqual([204, 400]);
  expect([await change("v2", "PATCH"), await change("v2", "PUT")]).toEqual([400, 400]);
});

test("FACT-PATCH-19: null in a v1.1 PATCH is ignored, clears, or is rejected", async () => {
  const { body } = await create("v1", {
    title: "Boss",
    emails: [{ value: "one@x.example", primary: true }, second],
    [urns.v1.enterprise]: { department: "R&D" },
  });
  const nulls = { title: null, emails: null, [urns.v1.enterprise]: null };
  const patch = () => patchV1(`Users/${body.id}`, nulls);
  const department = (user: typeof body) => user[urns.v1.enterprise].department;

  const ignored = await patch();
  expect(ignored).toMatchObject({ status: 200, body: { title: "Boss" } });
  expect(ignored.body.emails).toHaveLength(2);
  expect(department(ignored.body)).toBe("R&D");

  mock.changeSettings({ v1NullValues: "refuse" });
  expect((await patch()).body.Errors.description).toMatch(/^invalid_attribute_format/);
  mock.changeSettings({ v1NullValues: "clear" });
  const cleared = await patch();
  expect(cleared).toMatchObject({ status: 200, body: { title: "" } });
  expect(cleared.body.emails).toHaveLength(1);
  expect(department(cleared.body)).toBeNull();
});

test("FACT-PATCH-24: a POST with a method in a header is rejected, or stands for that method in v1.1", async () => {
  const { body } = await create("v1");
  const text = JSON.stringify({ schemas: [urns.v1.user], title: "Chief" });
  const override = (version: V, method = "PATCH") =>
    sendText("POST", `${version}/Users/${body.id}`, text, { "x-http-method-override": method });
  expect([await override("v1"), await override("v2")]).toEqual([405, 405]);
  mock.changeSettings({ v1MethodOverride: "honour" });
  expect(await override("v1")).toBe(200);
  expect(await titleOf("v1", body.id)).toBe("Chief");
  expect([await override("v2"), await override("v1", "GET")]).toEqual([405, 405]);
});

test("FACT-USER-57: replace of emails with a new primary address replaces them, or is a conflict", async () => {
  const { body } = await create("v2", {
    emails: [{ value: "one@x.example", primary: true }, second],
  });
  const replace = (value: string) =>
    patchV2(`Users/${body.id}`, op("replace", "emails", [{ value, primary: true }]));
  mock.changeSettings({ emailsWithPrimary: "conflict" });
  expect((await replace("new@x.example")).body.detail).toBe("emails_invalid");
  expect((await replace("One@x.example")).status).toBe(200);
  const alone = await patchV2(
    `Users/${body.id}`,
    op("replace", "emails[primary eq true].value", "alone@x.example"),
  );
  expect(alone.body.emails[0].value).toBe("alone@x.example");
  mock.changeSettings({ emailsWithPrimary: "replace" });
  expect((await replace("new@x.example")).body.emails).toEqual([
    { value: "new@x.example", primary: true },
  ]);
});

describe.each(versions)("%s", (version) => {
  test("FACT-FORMAT-29: a body in single quotes is rejected, or read", async () => {
    const { body } = await create(version);
    const sent =
      version === "v1"
        ? { schemas: [urns.v1.user], title: "the QUOTEchiefQUOTE's" }
        : {
            schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            Operations: [op("replace", "title", "the QUOTEchiefQUOTE's")],
          };
    const single = JSON.stringify(sent)
      .replaceAll("'", "\\'")
      .replaceAll('"', "'")
      .replaceAll("QUOTE", '"');
    const patch = (text: string) => sendText("PATCH", `${version}/Users/${body.id}`, text);
    expect(await patch(single)).toBe(400);
    mock.changeSettings({ singleQuotedJson: "accept" });
    expect(await patch(single)).toBe(200);
    expect(await titleOf(version, body.id)).toBe('the "chief"\'s');
    for (const broken of ["{'title': 'x", "{'title' 'x'}", "'", '{"userName": ']) {
      expect(await patch(broken)).toBe(400);
    }
  });

  test("FACT-LIST-23: itemsPerPage of a short page is the number returned, or asked for", async () => {
    const counters = async (query: string) => {
      const { itemsPerPage, Resources } = (await list(version, query)).body;
      return [itemsPerPage, Resources.length];
    };
    const { totalResults } = (await list(version)).body;
    expect(await counters(`?startIndex=${totalResults}&count=5`)).toEqual([1, 1]);
    mock.changeSettings({ itemsPerPage: "asked" });
    expect(await counters(`?startIndex=${totalResults}&count=5`)).toEqual([5, 1]);
    expect(await counters(`?startIndex=${totalResults}`)).toEqual([10, 1]);
    expect(await counters("?count=2")).toEqual([2, 2]);
  });

  test("FACT-LIST-24: startIndex and count do not page the members of a group, or do", async () => {
    const made = [await create(version), await create(version), await create(version)];
    const ids: string[] = made.map(({ body }) => body.id);
    const { body } = await send("POST", `${version}/Groups`, {
      schemas: [urns[version].group],
      displayName: "Crew",
      members: ids.map((value) => ({ value })),
    });
    const path = `${version}/Groups/${body.id}`;
    const whole = await send("GET", path);
    expect((await send("GET", `${path}?startIndex=2&count=1`)).body).toEqual(whole.body);
    mock.changeSettings({ memberPaging: "honour" });
    expect((await send("GET", path)).body).toEqual(whole.body);
    const second = (await send("GET", `${path}?startIndex=2&count=1`)).body;
    expect(second).toEqual({
      ...whole.body,
      members: [whole.body.members[1]],
      totalResults: 3,
      itemsPerPage: 1,
      startIndex: 2,
    });
  });
});
