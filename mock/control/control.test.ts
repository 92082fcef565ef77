import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { type Mock, startMock } from "../index.ts";

let mock: Mock;
afterEach(() => mock.close());

async function control(method: string, path: string, body?: unknown, token = mock.token) {
  const response = await fetch(`${mock.url}/control${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test("the control endpoint does not exist unless enabled", async () => {
  mock = await startMock();
  expect((await control("GET", "")).status).toBe(404);
});

test("faults and settings change while it runs", async () => {
  mock = await startMock({ control: true });
  expect((await control("GET", "", undefined, "wrong")).status).toBe(401);
  const changed = await control("PATCH", "", {
    faults: ["config-missing"],
    settings: { userShape: "short" },
  });
  expect(changed.body).toMatchObject({
    faults: ["config-missing"],
    settings: { userShape: "short" },
  });
  expect((await fetch(`${mock.url}/scim/v1/ServiceProviderConfigs`)).status).toBe(404);
  expect((await control("GET", "/faults")).body.length).toBeGreaterThan(120);
  expect((await control("POST", "/reset")).body).toMatchObject({ users: 20, groups: 3 });
  for (const body of [
    { faults: ["nope"] },
    { settings: { nope: 1 } },
    { settings: { plan: 1 } },
    { setting: { plan: "free" } },
    5,
  ]) {
    const refused = await control("PATCH", "", body);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toEqual(expect.any(String));
  }
});

const [outside] = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ family, internal }) => family === "IPv4" && !internal);

test.skipIf(outside === undefined)(
  "another machine cannot change anything, with the token too",
  async () => {
    mock = await startMock({ control: true, host: "0.0.0.0" });
    const { port } = new URL(mock.url);
    const authorization = `Bearer ${mock.token}`;
    const statusAt = async (host: string, path: string) =>
      (await fetch(`http://${host}:${port}${path}`, { headers: { authorization } })).status;
    expect(await statusAt("127.0.0.1", "/control")).toBe(200);
    expect(await statusAt(outside?.address ?? "", "/control")).toBe(403);
    expect(await statusAt(outside?.address ?? "", "/scim/v2/Users")).toBe(200);
  },
);

test("an error changes neither faults nor settings", async () => {
  mock = await startMock({ control: true });
  for (const body of [
    { faults: ["config-missing"], settings: { plan: "gold" } },
    { faults: ["nope"], settings: { plan: "free" } },
  ]) {
    expect((await control("PATCH", "", body)).status).toBe(400);
  }
  expect((await control("GET", "")).body).toMatchObject({
    faults: [],
    settings: { plan: "enterprise" },
  });
});
