import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clientOf, urns, versions } from "../fixtures/client.ts";
import { mail, userRows } from "../fixtures/user-rows.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send, create, patchV1 } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings, photoDelayMs: 0 });
  mock.reset();
});
afterAll(() => mock.close());

describe.each(versions)("users %s", (version) => {
  for (const [fact, sent, stored, settings] of userRows) {
    test(fact, async () => {
      if (settings) mock.changeSettings(settings);
      const created = await create(version, sent);
      expect(created.status, created.text).toBe(201);
      expect(created.body).toMatchObject(stored);
      const read = await send("GET", `${version}/Users/${created.body.id}`);
      expect(read.body).toEqual(created.body);
    });
  }

  test("FACT-USER-42: enterprise attributes, manager by id, address or name, and startDate", async () => {
    const { enterprise, profile } = urns[version];
    const boss = await create(version, { userName: "boss", emails: [mail("boss@x.example")] });
    for (const managerId of [boss.body.id, "boss@x.example", "boss"]) {
      const { body } = await create(version, {
        [enterprise]: { department: "R&D", manager: { managerId, displayName: "x" } },
        [profile]: { startDate: "2024-04-10T00:00:00Z" },
      });
      expect(body[enterprise]).toEqual({
        employeeNumber: null,
        costCenter: null,
        organization: null,
        division: null,
        department: "R&D",
        manager: { managerId: boss.body.id },
      });
      expect(body[profile]).toEqual({ startDate: "2024-04-10T00:00:00+0000" });
      expect(body.schemas).toEqual([urns[version].user, enterprise, profile]);
    }
  });

  test("FACT-USER-48: an extension block is ignored unless schemas contains its URN", async () => {
    const { user, enterprise } = urns[version];
    const { body } = await create(version, {
      schemas: [user],
      [enterprise]: { department: "R&D" },
    });
    expect(body[enterprise].department).toBeNull();
  });

  test("FACT-USER-49: short form of bots and guests, long form of members, each a switch", async () => {
    const { body } = await send("GET", `${version}/Users?count=4`);
    const [owner, bot, , guest] = body.Resources;
    expect(Object.keys(owner)).toContain("addresses");
    expect(Object.keys(bot)).not.toContain("addresses");
    expect(bot.schemas).toEqual([urns[version].user]);
    expect(guest.schemas).toEqual([urns[version].user, urns[version].guest]);
    expect(guest[urns[version].guest]).toEqual({
      type: "multi",
      expiration: "2031-01-31T23:59:59Z",
      channels: [{ value: "C01CHAN0001", display: "project-x" }],
    });
    mock.changeSettings({ userShape: "short" });
    const short = await send("GET", `${version}/Users/${owner.id}`);
    expect(short.body.schemas).toEqual([urns[version].user]);
  });

  test("FACT-PUT-26: a user that was read is put back without null members; other managers are rejected", async () => {
    const { enterprise } = urns[version];
    const boss = await create(version, { userName: "boss", emails: [mail("boss@x.example")] });
    const { body } = await create(version, { title: "Analyst" });
    const path = `${version}/Users/${body.id}`;
    const bare = JSON.parse(JSON.stringify(body, (_, value) => value ?? undefined));
    expect(bare[enterprise]).toEqual({ manager: {} });
    const put = await send("PUT", path, bare);
    expect(put.status, put.text).toBe(200);
    expect(put.body).toEqual(body);

    const withManager = { ...bare, [enterprise]: { manager: { managerId: boss.body.id } } };
    expect((await send("PUT", path, withManager)).body[enterprise].manager.managerId).toBe(
      boss.body.id,
    );
    expect((await send("PUT", path, bare)).body[enterprise].manager.managerId).toBeNull();

    const refused = async (manager: unknown) =>
      (await send("PUT", path, { ...bare, [enterprise]: { manager } })).text;
    for (const manager of [{ value: boss.body.id }, boss.body.id, [], { managerId: 7 }]) {
      expect(await refused(manager)).toContain("improper_enterprise_schema_format");
    }
    mock.changeSettings({ putEmptyManager: "refuse" });
    expect(await refused({})).toContain("improper_enterprise_schema_format");
  });

  test("FACT-ID-12: ids, meta.created in Pacific time, meta.location is the URL of the resource", async () => {
    const { body } = await create(version);
    expect(body.id).toMatch(/^[UW][A-Z0-9]{10}$/);
    expect(Object.keys(body.meta)).toEqual(["created", "location"]);
    expect(body.meta.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[78]:00$/);
    expect(Math.abs(Date.parse(body.meta.created) - Date.now())).toBeLessThan(60_000);
    const again = await fetch(body.meta.location, {
      headers: { authorization: `Bearer ${mock.token}` },
    });
    expect(await again.json()).toEqual(body);
  });

  test("FACT-USER-69: a photo is shown after the response", async () => {
    mock.changeSettings({ photoDelayMs: 20 });
    const photos = [{ value: "https://x.example/me.png", primary: true }];
    const created = await create(version, { photos });
    const [before] = created.body.photos;
    expect(before).toMatchObject({ type: "photo" });
    expect(before.value).toMatch(
      /^https:\/\/secure\.gravatar\.com\/avatar\/[0-9a-f]{32}\.jpg\?s=192&d=/,
    );
    const path = `${version}/Users/${created.body.id}`;
    const shown = async () => (await send("GET", path)).body.photos[0].value;
    await expect.poll(shown).toBe("https://x.example/me.png");
  });

  test("FACT-USER-36: the password is accepted on create and never shown", async () => {
    const created = await create(version, { password: "a secret" });
    expect(created.text).not.toContain("a secret");
  });
});

test("FACT-USER-17 switch: a userName in use is altered", async () => {
  mock.changeSettings({ userNameCollision: "alter" });
  await create("v1", { userName: "ada" });
  expect((await create("v1", { userName: "ada" })).body.userName).toBe("ada_1");
});

test("FACT-PATCH-20 switches: missing schemas of a v1.1 PATCH, v2.0 media type, Location", async () => {
  const { body } = await create("v1");
  const path = `v1/Users/${body.id}`;
  const emails = [{ value: "ada@x.example", primary: true }];
  const whole = { userName: body.userName, emails, title: "y" };
  expect((await send("PATCH", path, { title: "x" })).body.title).toBe("x");
  expect((await send("PUT", path, whole)).body.title).toBe("y");
  for (const [method, sent] of [
    ["PATCH", { title: "x", Operations: [] }],
    ["PUT", whole],
  ] as const) {
    const refused = await send(method, path.replace("v1", "v2"), sent);
    expect([refused.status, refused.body.detail]).toEqual([400, "missing_schema_element"]);
  }
  mock.changeSettings({ v1PatchRequiresSchemas: true, v1PutRequiresSchemas: true });
  for (const [method, sent] of [
    ["PATCH", { title: "x" }],
    ["PUT", whole],
  ] as const) {
    const refused = await send(method, path, sent);
    expect(refused.status).toBe(400);
    expect(refused.body.Errors.description).toMatch(/^missing_schema_element/);
  }
  mock.changeSettings({ locationHeader: true });
  mock.changeSettings({ v2ContentType: "application/scim+json; charset=utf-8" });
  const created = await create("v2");
  expect(created.headers.get("content-type")).toBe("application/scim+json; charset=utf-8");
  expect(created.headers.get("location")).toBe(created.body.meta.location);
  expect((await patchV1(`Users/${body.id}`, {})).headers.get("content-type")).toBe(
    "application/json; charset=utf-8",
  );
});

test("FACT-FORMAT-10: v1.1 escapes slashes; v2.0 does not", async () => {
  expect((await create("v1")).text).toContain("https:\\/\\/");
  expect((await create("v2")).text).toContain("https://");
});

test("FACT-FORMAT-14 switch: attributes and excludedAttributes", async () => {
  expect(
    (await send("GET", "v1/Users?count=1&attributes=userName")).body.Resources[0],
  ).toHaveProperty("name");
  mock.changeSettings({ attributesParameter: "honour" });
  const some = await send("GET", "v1/Users?count=1&attributes=userName");
  expect(Object.keys(some.body.Resources[0]).sort()).toEqual(["id", "meta", "schemas", "userName"]);
  const most = await send("GET", "v2/Users?count=1&excludedAttributes=emails,id");
  expect(most.body.Resources[0]).not.toHaveProperty("emails");
  expect(most.body.Resources[0]).toHaveProperty("id");
});
