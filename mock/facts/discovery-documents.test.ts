import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordedDocuments, recordedText } from "../../testing/schemas/recorded.ts";
import { clientOf, urns } from "../fixtures/client.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock({ users: 5, groups: 1 });
});
beforeEach(() => mock.changeSettings({ ...defaultSettings }));
afterAll(() => mock.close());

const directory = "urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User";
const segments = { "1.1": "v1", "2.0": "v2" } as const;

/** Recorded in 2019: since 2020 the configuration announces PATCH (FACT-DISCOVERY-25). */
const settingsOf: Readonly<Record<string, object>> = {
  "v1.1-service-provider-configs-2019.json": { v1PatchAnnounced: false },
};

test.each(recordedDocuments)("the organisation answers $version $path as recorded", async (one) => {
  mock.changeSettings(settingsOf[one.file] ?? {});
  const { body } = await send("GET", `${segments[one.version]}${one.path}`);
  // Only the host is another one.
  const recorded = recordedText(one.file).replaceAll("https://api.slack.com", mock.url);
  expect(body).toEqual(JSON.parse(recorded));
});

test("FACT-DISCOVERY-47: in v2.0 the schemas by name are the entries of the list", async () => {
  const [users, groups] = (await send("GET", "v2/Schemas")).body.Resources;
  expect((await send("GET", "v2/Schemas/Users")).body).toEqual(users);
  expect((await send("GET", "v2/Schemas/Groups")).body).toEqual(groups);
});

test("FACT-DISCOVERY-49: the form of the specification describes each extension", async () => {
  mock.changeSettings({ discoveryDocuments: "tidy" });
  const v2 = (await send("GET", "v2/Schemas")).body;
  expect(v2.totalResults).toBe(v2.Resources.length);
  const ids = v2.Resources.map((schema: { id: string }) => schema.id);
  expect(ids).toEqual(expect.arrayContaining(Object.values(urns.v2)));
  const types = (await send("GET", "v2/ResourceTypes")).body;
  expect(JSON.stringify(types)).not.toContain(directory);
  const v1 = (await send("GET", "v1/Schemas/Users")).body;
  expect(v1.schema).toBe(urns.v1.user);
  expect(v1.attributes[0]).toMatchObject({ name: "id", readOnly: true, multiValued: false });
});

test("FACT-DISCOVERY-25: v1.1 announces PATCH or not, and v2.0 always does", async () => {
  const announced = async (path: string) => (await send("GET", path)).body.patch.supported;
  expect(await announced("v1/ServiceProviderConfigs")).toBe(true);
  mock.changeSettings({ v1PatchAnnounced: false });
  expect(await announced("v1/ServiceProviderConfigs")).toBe(false);
  expect(await announced("v2/ServiceProviderConfig")).toBe(true);
});

test("FACT-DISCOVERY-44: users have a block of the directory extension by a setting, in v2.0", async () => {
  const first = async (version: string) =>
    (await send("GET", `${version}/Users?count=1`)).body.Resources[0];
  expect(await first("v2")).not.toHaveProperty([directory]);
  mock.changeSettings({ directoryBlock: true });
  const user = await first("v2");
  expect(user[directory]).toEqual({});
  expect(user.schemas).toContain(directory);
  expect(JSON.stringify(await first("v1"))).not.toContain("directory");
});
