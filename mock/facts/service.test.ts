import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clientOf, urns, versions } from "../fixtures/client.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send, create, patchV1, patchV2, list, find } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock({ users: 30, groups: 5 });
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings });
  mock.reset();
});
afterAll(() => mock.close());

describe("discovery", () => {
  test.each([
    ["FACT-DISCOVERY-01: the plural in v1.1", "v1/ServiceProviderConfigs", 200],
    ["DIFF-URL-02 INF: no singular in v1.1", "v1/ServiceProviderConfig", 404],
    ["FACT-DISCOVERY-02: the singular in v2.0", "v2/ServiceProviderConfig", 200],
    ["FACT-DISCOVERY-03: the plural in v2.0 too", "v2/ServiceProviderConfigs", 200],
    ["FACT-DISCOVERY-06: no resource types in v1.1", "v1/ResourceTypes", 404],
    ["FACT-DISCOVERY-08: resource types in v2.0", "v2/ResourceTypes", 200],
    ["FACT-DISCOVERY-09: one resource type", "v2/ResourceTypes/User", 200],
    ["FACT-DISCOVERY-12: schemas by plural name", "v1/Schemas/Users", 200],
    ["FACT-DISCOVERY-12: schemas by plural name", "v2/Schemas/Groups", 200],
    ["FACT-DISCOVERY-10: no list of schemas in v1.1", "v1/Schemas", 404],
    ["FACT-DISCOVERY-11: a list of schemas in v2.0", "v2/Schemas", 200],
    ["FACT-DISCOVERY-13: URNs are no ids", `v2/Schemas/${urns.v2.user}`, 404],
    ["FACT-SERVICE-16: an unknown version", "v9/Users", 400],
    ["no version", "Users", 404],
  ])("%s: %s", async (_fact, path, status) => {
    expect((await send("GET", path)).status).toBe(status);
  });

  test("FACT-AUTH-07: the configuration is readable with a bad token and without", async () => {
    for (const token of ["wrong", "", null]) {
      for (const path of ["v1/ServiceProviderConfigs", "v2/ServiceProviderConfigs"]) {
        const { status, body } = await send("GET", path, undefined, token);
        expect(status).toBe(200);
        expect(body).toMatchObject({ patch: { supported: true }, filter: { supported: false } });
        expect(body).toHaveProperty("xmlDataFormat");
        expect(body).not.toHaveProperty("schemas");
      }
    }
  });

  test("FACT-AUTH-14: a bad token on v2.0 in 2023", async () => {
    mock.changeSettings({ v2AuthError: "2023" });
    expect(await send("GET", "v2/Users", undefined, "wrong")).toMatchObject({
      status: 400,
      body: { Errors: { description: "unsupported_version", code: 400 } },
    });
    expect((await send("GET", "v1/Users", undefined, "wrong")).status).toBe(401);
  });

  test("switches: more endpoints", async () => {
    mock.changeSettings({
      v1SingularProviderConfig: true,
      v1SchemasList: true,
      schemasByUrn: true,
      resourceTypesById: false,
    });
    expect((await send("GET", "v1/ServiceProviderConfig")).status).toBe(200);
    expect((await send("GET", "v1/Schemas")).status).toBe(200);
    expect((await send("GET", `v2/Schemas/${urns.v2.user}`)).status).toBe(200);
    expect((await send("GET", "v2/ResourceTypes/User")).status).toBe(404);
  });
});

describe.each(versions)("lists and filters %s", (version) => {
  test.each([
    ["FACT-LIST-02: ten without count", "", 1, 10],
    ["FACT-LIST-08: startIndex is echoed", "?startIndex=2&count=1", 2, 1],
    ["FACT-LIST-04: more than 1000 is clamped", "?count=100000", 1, 30],
    ["FACT-LIST-17: startIndex below 1 counts as 1", "?startIndex=-3&count=2", 1, 2],
    ["FACT-LIST-18: count 0", "?count=0", 1, 0],
    ["FACT-LIST-15: a negative count is no error", "?count=-1", 1, 0],
    ["FACT-LIST-19: past the end", "?startIndex=31", 31, 0],
  ])("%s", async (_fact, query, startIndex, itemsPerPage) => {
    const { body } = await list(version, query);
    expect(body).toMatchObject({ totalResults: 30, startIndex, itemsPerPage });
    expect(body.Resources).toHaveLength(itemsPerPage);
  });

  test("FACT-LIST-11: pages together list the organisation exactly once", async () => {
    const ids = new Set<string>();
    for (let start = 1; start <= 30; start += 7) {
      const { body } = await list(version, `?startIndex=${start}&count=7`);
      for (const user of body.Resources) ids.add(user.id);
    }
    expect(ids.size).toBe(30);
  });

  test.each([
    ['userName eq "ada"', ["ada"]],
    ["userName Eq ADA", ["ada"]],
    ["username eq 'ada'", ["ada"]],
    ['filter=userName Eq "ada"', ["ada"]],
    ['userName sw "zo"', ["zoe", "zoltan"]],
    ['userName co "olta"', ["zoltan"]],
    ['userName gt "zoe"', ["zoltan"]],
    ['userName ge "zoe"', ["zoe", "zoltan"]],
    ['userName le "ada" and userName pr and userName ge "ada"', ["ada"]],
    ['userName lt "adb" and userName sw "ada" and email eq ada@x.example', ["ada"]],
    ['email eq "second@x.example"', ["zoe"]],
    ['emails eq "ADA@x.example"', ["ada"]],
    ["emails.value eq ada@x.example", ["ada"]],
    ['userName eq "ada" or userName eq "zoe" and userName eq "zoltan"', ["ada"]],
    ['(userName eq "ada" or userName eq "zoe") and userName sw "z"', ["zoe"]],
    ["restricted eq 1 and userName sw z", ["zoltan"]],
    ["restricted eq '1' and userName sw z", ["zoltan"]],
    ["restricted eq false and userName sw z", ["zoe"]],
    ["ultra_restricted eq 1", []],
    ['userName eq "\\u0061da"', ["ada"]],
    ['userName eq "a\\"da"', []],
    [`${urns[version].user}:userName eq "ada"`, ["ada"]],
    ['userName eq "nobody"', []],
  ])("filter %s", async (filter, names) => {
    await create(version, { userName: "ada", emails: [{ value: "ada@x.example" }] });
    const emails = [{ value: "zoe@x.example" }, { value: "second@x.example" }];
    await create(version, { userName: "zoe", emails });
    await create(version, { userName: "zoltan", [urns[version].guest]: { type: "multi" } });
    const { body } = await find(version, filter);
    expect(body.Resources.map((user: { userName: string }) => user.userName)).toEqual(names);
    expect(body.totalResults).toBe(names.length);
  });

  test("FACT-FILTER-26, FACT-FILTER-27 switches: further attributes; only eq, or no filters, in v2.0", async () => {
    mock.changeSettings({ filterAttributes: "wide", v2Filter: "eq-only", listDeactivated: false });
    expect((await find(version, 'timezone eq "Nowhere"')).body.totalResults).toBe(0);
    expect((await list(version)).body.totalResults).toBe(28);
    expect((await find(version, "userName pr")).status).toBe(version === "v1" ? 200 : 400);
    mock.changeSettings({ v2Filter: "off" });
    expect((await find(version, 'userName eq "x"')).body.totalResults).toBe(
      version === "v1" ? 0 : 28,
    );
  });
});

describe.each(versions)("groups %s", (version) => {
  const { group } = urns[version];
  const schemas = [group];
  const made = async (...names: string[]) => {
    const users = await Promise.all(names.map((userName) => create(version, { userName })));
    const members = users.map((user) => ({ value: String(user.body.id) }));
    const { body } = await send("POST", `${version}/Groups`, {
      schemas,
      displayName: "Crew",
      members,
    });
    return {
      path: `${version}/Groups/${body.id}`,
      own: `Groups/${body.id}`,
      ids: members.map((m) => m.value),
    };
  };
  const idsIn = async (path: string) =>
    (await send("GET", path)).body.members.map((member: { value: string }) => member.value);

  test("FACT-GROUP-10: shape, and the user lists the group at once", async () => {
    const { path, ids } = await made("ada");
    const { body } = await send("GET", path);
    expect(Object.keys(body).sort()).toEqual(["displayName", "id", "members", "meta", "schemas"]);
    expect(body.members).toEqual([{ value: ids[0], display: "ada" }]);
    expect(body.id).toMatch(/^S[A-Z0-9]{10}$/);
    const user = await send("GET", `${version}/Users/${ids[0]}`);
    expect(user.body.groups).toEqual([{ value: body.id, display: "Crew" }]);
    expect((await find(version, "displayName eq Crew", "Groups")).body.totalResults).toBe(1);
  });

  test("FACT-GROUP-50: add, remove, replace, rename; adding a member twice or removing a non-member changes nothing", async () => {
    const { path, own, ids } = await made("ada", "bela");
    const [ada, bela] = ids;
    const eve = (await create(version)).body.id;
    const member = (value: string | undefined, more: object = {}) => ({ value, ...more });
    const changes =
      version === "v1"
        ? [
            patchV1(own, { members: [member(eve), member(eve)] }),
            patchV1(own, { members: [member(ada, { operation: "delete" })] }),
            patchV1(own, { members: [member(ada, { operation: "delete" })] }),
          ]
        : [
            patchV2(own, { op: "add", path: "members", value: member(eve) }),
            patchV2(own, { op: "remove", path: `members[value eq ${ada}]` }),
            patchV2(own, { op: "remove", path: `members[value eq "${ada}"]` }),
          ];
    for (const change of await Promise.all(changes)) {
      expect(change.status).toBe(version === "v1" ? 204 : 200);
    }
    expect((await idsIn(path)).sort()).toEqual([bela, eve].sort());
    const put = await send("PUT", path, { schemas, displayName: "Staff", members: [member(ada)] });
    expect(put).toMatchObject({ status: 200, body: { displayName: "Staff" } });
    expect(await idsIn(path)).toEqual([ada]);
    if (version === "v1") await patchV1(own, { meta: { attributes: ["members"] } });
    else await patchV2(own, { op: "remove", path: "members" });
    expect(await idsIn(path)).toEqual([]);
  });

  test.skipIf(version === "v1")(
    "FACT-GROUP-53 OBS: remove at members with a value removes all members",
    async () => {
      const { path, own, ids } = await made("ada", "bela", "carla");
      const sent = { op: "Remove", path: "members", value: [{ value: ids[0] }] };
      expect((await patchV2(own, sent)).status).toBe(200);
      expect(await idsIn(path)).toEqual([]);
      await patchV2(own, { op: "add", path: "members", value: ids.map((value) => ({ value })) });
      mock.changeSettings({ removeMembersWithValue: "selected" });
      expect((await patchV2(own, sent)).status).toBe(200);
      expect((await idsIn(path)).sort()).toEqual(ids.slice(1).sort());
    },
  );

  test("FACT-GROUP-29 switches: later visibility, status of v1.1's PATCH, duplicates, empty POST", async () => {
    mock.changeSettings({
      groupVisibilityDelayMs: 30,
      v1GroupPatchStatus: 200,
      groupDuplicates: "accept",
      groupPostBody: "empty",
    });
    await send("POST", `${version}/Groups`, { schemas, displayName: "Crew" });
    const empty = await send("POST", `${version}/Groups`, { schemas, displayName: "Crew" });
    expect(empty.status).toBe(201);
    expect(empty.text === "").toBe(version === "v1");
    const found = await find(version, "displayName eq Crew", "Groups");
    expect(found.body.totalResults).toBe(2);
    const path = `${version}/Groups/${found.body.Resources[0].id}`;
    const stale = await send("PUT", path, { schemas, displayName: "Staff" });
    expect(stale.body.displayName).toBe("Crew");
    await expect.poll(async () => (await send("GET", path)).body.displayName).toBe("Staff");
  });

  test("FACT-GROUP-33: DELETE is permanent and keeps the members", async () => {
    const { path, ids } = await made("ada");
    expect(await send("DELETE", path)).toMatchObject({ status: 204, text: "" });
    for (const method of ["GET", "DELETE"]) expect((await send(method, path)).status).toBe(404);
    expect((await send("GET", `${version}/Users/${ids[0]}`)).body).toMatchObject({
      groups: [],
      active: true,
    });
  });
});
