import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { violations } from "../../schemas/compile.ts";
import { clientOf, urns, versions } from "../fixtures/client.ts";
import { patchRows } from "../fixtures/patch-rows.ts";
import { userRows } from "../fixtures/user-rows.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
const { send, create } = clientOf(() => mock);
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings, deactivationDelayMs: 0 });
  mock.reset();
});
afterAll(() => mock.close());

const patchOp = (...Operations: object[]) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations,
});

/** What Slack's own schema says of a body; nothing where it accepts it. */
const said = (name: Parameters<typeof violations>[0], body: object) =>
  violations(name, body).map(({ message }) => message);

const inCase = {
  "lower case": (word: string) => word,
  "a capital, as Entra writes it": (word: string) =>
    `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  capitals: (word: string) => word.toUpperCase(),
};

test.each(Object.entries(inCase))(
  "FACT-PATCH-25: mock and schemas take the name of an operation in %s",
  async (_name, write) => {
    const { body: user } = await create("v2", { title: "Boss" });
    const { body: group } = await send("POST", "v2/Groups", {
      schemas: [urns.v2.group],
      displayName: "Crew",
      members: [{ value: user.id }],
    });
    const ofUser = patchOp(
      { op: write("replace"), path: "title", value: "Chief" },
      { op: write("add"), value: { displayName: "Ada" } },
      { op: write("remove"), path: "name.honorificPrefix" },
    );
    const ofGroup = patchOp({ op: write("remove"), path: `members[value eq "${user.id}"]` });
    const patchedUser = await send("PATCH", `v2/Users/${user.id}`, ofUser);
    expect(patchedUser).toMatchObject({
      status: 200,
      body: { title: "Chief", displayName: "Ada" },
    });
    const patchedGroup = await send("PATCH", `v2/Groups/${group.id}`, ofGroup);
    expect(patchedGroup).toMatchObject({ status: 200, body: { members: [] } });
    for (const name of ["slack/v2.0/user-patch", "v2.0/user-patch"] as const) {
      expect(said(name, ofUser), name).toEqual([]);
    }
    for (const name of ["slack/v2.0/group-patch", "v2.0/group-patch"] as const) {
      expect(said(name, ofGroup), name).toEqual([]);
    }
  },
);

test("the schemas reject an unknown operation, as the mock does, and a removal without its path in any letter case", async () => {
  const { body: user } = await create("v2");
  for (const operation of [{ op: "Move", path: "title", value: "x" }, { op: "REMOVE" }]) {
    const body = patchOp(operation);
    expect((await send("PATCH", `v2/Users/${user.id}`, body)).status).toBe(400);
    expect(said("slack/v2.0/user-patch", body)).not.toEqual([]);
    expect(said("v2.0/user-patch", body)).not.toEqual([]);
  }
});

/**
 * Rows below which the mock accepts without a report of Slack that does: a member that it ignores, or
 * a guess. The schemas describe what a client should send.
 */
const moreThanAClientShouldSend = [
  "FACT-PATCH-36 OBS: v2.0 ignores active as a string; v1.1 takes it for a boolean (FACT-PATCH-38) v1",
  "FACT-PATCH-51: password-like read-only members are ignored v1",
  "FACT-PATCH-51: password-like read-only members are ignored v2",
  "FACT-USER-27: only three parts of a name are kept v1",
  "FACT-FORMAT-42: id, meta and groups of a body are ignored v1",
  "DIFF-CASE-01 INF: attribute names regardless of case v1",
  "FACT-USER-27: only three parts of a name are kept v2",
  "FACT-FORMAT-42: id, meta and groups of a body are ignored v2",
  // Observed in version 1.1 only.
  "FACT-FORMAT-36: nested schemas are accepted v2",
  "DIFF-CASE-01 INF: attribute names regardless of case v2",
];

test("every other body that the mock accepts is one that Slack's schemas accept", () => {
  const rejected: string[] = [];
  const look = (row: string, name: Parameters<typeof violations>[0], body: object) => {
    if (said(name, body).length > 0) rejected.push(row);
  };
  for (const [fact, v1, v2, , settings] of patchRows) {
    if (settings) continue;
    if (v1) look(`${fact} v1`, "slack/v1.1/user-patch", { schemas: Object.values(urns.v1), ...v1 });
    if (v2)
      look(`${fact} v2`, "slack/v2.0/user-patch", patchOp(...(Array.isArray(v2) ? v2 : [v2])));
  }
  for (const version of versions) {
    const name = version === "v1" ? "slack/v1.1/user-create" : "slack/v2.0/user-create";
    const base = {
      schemas: Object.values(urns[version]),
      userName: "a",
      emails: [{ value: "a@x.example" }],
    };
    for (const [fact, sent, , settings] of userRows) {
      if (!settings) look(`${fact} ${version}`, name, { ...base, ...sent });
    }
  }
  expect(rejected).toEqual(moreThanAClientShouldSend);
});
