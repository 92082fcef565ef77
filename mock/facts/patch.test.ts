import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clientOf, urns, type V, versions } from "../fixtures/client.ts";
import {
  address,
  first,
  noPhones,
  op,
  patchRows,
  removing,
  second,
} from "../fixtures/patch-rows.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send, create, patchV1, patchV2 } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings, photoDelayMs: 0, deactivationDelayMs: 0 });
  mock.reset();
});
afterAll(() => mock.close());

/** A user with all attributes set, for single changes. */
function full(v: V) {
  return create(v, {
    userName: "full",
    displayName: "Full",
    title: "Boss",
    userType: "T",
    locale: "en-US",
    name: { givenName: "Ada", familyName: "King", honorificPrefix: "Dr." },
    emails: [first, second],
    phoneNumbers: [
      { value: "+5", type: "work" },
      { value: "+4", type: "mobile" },
    ],
    addresses: [address],
    roles: ["Lead"],
    [urns[v].enterprise]: { department: "R&D", costCenter: "7" },
    [urns[v].profile]: { startDate: "2024-04-10" },
  });
}

describe("PATCH", () => {
  for (const [fact, v1, v2, shows, settings] of patchRows) {
    test.each([["v1", v1] as const, ["v2", v2] as const])(`${fact} (%s)`, async (version, sent) => {
      if (sent === undefined) return;
      if (settings) mock.changeSettings(settings);
      const { body } = await full(version);
      const path = `Users/${body.id}`;
      const operations = Array.isArray(sent) ? sent : [sent];
      const patched =
        version === "v1" ? await patchV1(path, sent) : await patchV2(path, ...operations);
      expect(patched.status, patched.text).toBe(200);
      expect(patched.body).toMatchObject(shows(version));
      const read = await send("GET", `${version}/${path}`);
      expect(read.body).toEqual(patched.body);
      const touched = new Set([...Object.keys(shows(version)), "userName", "nickName", "schemas"]);
      for (const [name, value] of Object.entries(body)) {
        if (!touched.has(name) && !name.startsWith("urn:"))
          expect(patched.body[name], name).toEqual(value);
      }
    });
  }

  test("FACT-PATCH-28: a PATCH that fails changes nothing", async () => {
    const { body } = await full("v2");
    const path = `Users/${body.id}`;
    const failed = await patchV2(
      path,
      op("replace", "title", "x"),
      op("remove", "emails[primary eq true]"),
    );
    expect(failed.status).toBe(400);
    expect((await patchV1(path, { title: "x", emails: [{ value: "nothing" }] })).status).toBe(400);
    expect((await send("GET", `v2/${path}`)).body).toEqual(body);
  });

  test("FACT-PATCH-98 switches: unknown paths, no target, empty operations as errors", async () => {
    mock.changeSettings({
      unknownPatchPath: "error",
      patchNoTarget: "error",
      emptyOperations: "error",
    });
    const { body } = await full("v2");
    const path = `Users/${body.id}`;
    for (const operations of [
      [op("remove", "address")],
      [op("remove", 'emails[value eq "x"]')],
      [],
    ]) {
      expect((await patchV2(path, ...operations)).status).toBe(400);
    }
  });

  test("FACT-PATCH-12: the PATCH body of the other version does not work", async () => {
    const { body } = await full("v2");
    expect(
      (await send("PATCH", `v2/Users/${body.id}`, { schemas: [urns.v2.user], title: "x" })).status,
    ).toBe(400);
    const foreign = { schemas: [urns.v1.user], Operations: [op("replace", "title", "x")] };
    expect((await send("PATCH", `v1/Users/${body.id}`, foreign)).body.title).toBe("Boss");
    mock.changeSettings({ v1AcceptsPatchOp: true });
    expect((await send("PATCH", `v1/Users/${body.id}`, foreign)).body.title).toBe("x");
  });
});

describe.each(versions)("guests, PUT and DELETE %s", (version) => {
  const { user, guest } = urns[version];
  const urnPath = (sub = "") =>
    version === "v1" ? removing(guest + sub) : op("remove", guest + sub);
  const change = (id: string, v1: object, v2: object) =>
    version === "v1" ? patchV1(`Users/${id}`, v1) : patchV2(`Users/${id}`, v2);

  test("FACT-GUEST-11: member to guest and back, each reactivates; the expiration can be removed alone", async () => {
    const { body } = await create(version, { active: false });
    const block = { type: "multi", expiration: "2031-01-01T00:00:00Z" };
    const made = await change(body.id, { [guest]: block }, op("add", guest, block));
    expect(made.body).toMatchObject({ active: true, [guest]: block });
    const kept = await change(body.id, { title: "x" }, op("replace", "title", "x"));
    expect(kept.body[guest]).toMatchObject(block);
    const put = await send("PUT", `${version}/Users/${body.id}`, kept.body);
    expect(put.body[guest]).toMatchObject(block);
    const open = await change(body.id, urnPath(".expiration"), urnPath(".expiration"));
    expect(open.body[guest]).toEqual({ type: "multi", channels: [] });
    await change(body.id, { active: false }, op("replace", "active", false));
    const member = await change(body.id, urnPath(), urnPath());
    expect(member.body.active).toBe(true);
    expect(member.body).not.toHaveProperty([guest]);
  });

  test("FACT-PUT-11: PUT clears omitted attributes, keeps the name, resets the zone", async () => {
    const { body } = await full(version);
    const sent = { schemas: [user], userName: "full", emails: [first] };
    const put = await send("PUT", `${version}/Users/${body.id}`, sent);
    expect(put.body).toMatchObject({
      title: "",
      displayName: "",
      timezone: "America/Los_Angeles",
      active: true,
      name: body.name,
      emails: [first],
      phoneNumbers: noPhones,
      roles: [{ value: null, primary: true }],
      userType: null,
      [urns[version].enterprise]: { department: null },
      [urns[version].profile]: { startDate: null },
    });
    mock.changeSettings({ putOmittedActive: "false" });
    expect((await send("PUT", `${version}/Users/${body.id}`, sent)).body.active).toBe(false);
  });

  test("FACT-PUT-25: a PUT of what was read changes nothing", async () => {
    const { body } = await full(version);
    expect((await send("PUT", `${version}/Users/${body.id}`, body)).body).toEqual(body);
  });

  test("FACT-PUT-20: a rename by PUT needs nickName too", async () => {
    const { body } = await full(version);
    const renamed = { ...body, userName: "renamed" };
    const path = `${version}/Users/${body.id}`;
    expect((await send("PUT", path, renamed)).body.userName).toBe("full");
    expect((await send("PUT", path, { ...renamed, nickName: "renamed" })).body.userName).toBe(
      "renamed",
    );
  });

  test("FACT-DELETE-10: DELETE deactivates with a delay, is idempotent, and does not free name and address", async () => {
    mock.changeSettings({ deactivationDelayMs: 40 });
    const { body } = await create(version, { userName: "leaving" });
    const path = `${version}/Users/${body.id}`;
    for (const _again of [1, 2, 3]) {
      const gone = await send("DELETE", path);
      expect(gone).toMatchObject({ status: version === "v1" ? 200 : 204, text: "" });
    }
    await change(body.id, { title: "x" }, op("replace", "title", "x"));
    await expect.poll(async () => (await send("GET", path)).body.active).toBe(false);
    expect((await create(version, { userName: "leaving" })).status).toBe(409);
    const back = await change(body.id, { active: true }, op("replace", "active", true));
    expect(back.body.active).toBe(true);
  });
});
