import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { errorStatuses } from "../errors.ts";
import { type Provocation, provocations, unprovokable } from "../fixtures/provocations.ts";
import { type Mock, startMock } from "../index.ts";
import { defaultSettings } from "../settings.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => {
  mock.changeSettings({ ...defaultSettings, deactivationDelayMs: 0 });
  mock.reset();
});
afterAll(() => mock.close());

async function send(
  method: string,
  path: string,
  body?: unknown,
  token: string | null = mock.token,
) {
  const response = await fetch(`${mock.url}/scim/${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: JSON.parse((await response.text()) || "{}") };
}

/** Ids of the seeded accounts, by kind. */
async function accounts(): Promise<Record<string, string>> {
  const { body } = await send("GET", "v1/Users?count=8");
  const names = [
    "primaryOwner",
    "bot",
    "admin",
    "guest",
    "deactivated",
    "owner",
    "wsOwner",
    "forgotten",
  ];
  return Object.fromEntries(names.map((name, index) => [name, body.Resources[index].id]));
}

test("FACT-ERROR-07: every code is caused by a row below or cannot be caused by a client", () => {
  const provoked = new Set<string>(provocations.map((row) => row.code));
  const missing = Object.keys(errorStatuses).filter(
    (code) => !provoked.has(code) && !unprovokable.has(code),
  );
  expect(missing).toEqual([]);
});

describe.each(["v1", "v2"] as const)("errors %s", (version) => {
  test.each(provocations.map((row): [string, string, Provocation] => [row.code, row.when, row]))(
    "%s: %s",
    async (code, _when, row) => {
      const ids = await accounts();
      if (row.settings) mock.changeSettings(row.settings);
      const steps = row.steps(version, ids);
      let answer = await send("GET", `${version}/Users?count=1`);
      for (const step of steps) {
        const path = step.path.replace("$linked", answer.body.Resources?.[0]?.id);
        const email = String(answer.body.emails?.[0]?.value);
        const body = JSON.stringify(step.body)?.replace("$primary", email);
        const sent = typeof step.body === "string" ? step.body : body;
        answer = await send(step.method, `${version}/${path}`, sent, step.token);
      }
      const status = row.status ?? errorStatuses[row.code];
      expect(answer.status, JSON.stringify(answer.body)).toBe(status);
      const isV1Shape = version === "v1" || row.authentication === true;
      const description = isV1Shape ? answer.body.Errors.description : answer.body.detail;
      expect(description.split(" ")[0]).toBe(code);
      if (isV1Shape) {
        expect(answer.body).toEqual({ Errors: { description, code: status } });
      } else {
        expect(answer.body).toEqual({
          schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
          detail: description,
          status,
          Errors: { description, code: status },
        });
      }
    },
  );
});

test("FACT-ERROR-03: without the switch a v2.0 error has the documented members only", async () => {
  mock.changeSettings({ v2ErrorAlsoCarriesErrors: false });
  const { body } = await send("GET", "v2/Users/U0NOBODY");
  expect(body).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    detail: "no_such_user",
    status: 404,
  });
});

const coreV1 = "urn:scim:schemas:core:1.0";

/** The description of a rejected create of a user in v1.1. */
async function refusedCreate(user: object): Promise<string> {
  const { body } = await send("POST", "v1/Users", {
    schemas: [coreV1],
    emails: [{ value: "new@x.example" }],
    ...user,
  });
  return body.Errors.description;
}

test("FACT-ERROR-08: an error of a create names the user in v1.1, in the reported forms", async () => {
  const ids = await accounts();
  const { body: admin } = await send("GET", `v1/Users/${ids.admin}`);
  const { userName } = admin;
  expect(await refusedCreate({ userName: "slackbot" })).toBe(
    "username_not_allowed (user=slackbot)",
  );
  expect(await refusedCreate({ userName })).toBe(`username_taken (username=${userName})`);
  expect(await refusedCreate({})).toBe("username_required");

  mock.changeSettings({ v1CreateErrorSuffix: "user" });
  expect(await refusedCreate({ userName })).toBe(`username_taken (user=${userName})`);
  mock.changeSettings({ v1CreateErrorSuffix: "username" });
  expect(await refusedCreate({ userName: "slackbot" })).toBe(
    "username_not_allowed (username=slackbot)",
  );
  mock.changeSettings({ v1CreateErrorSuffix: "none" });
  expect(await refusedCreate({ userName: "slackbot" })).toBe("username_not_allowed");
});

test("FACT-ERROR-08: errors of access, of the body and of v2.0 name no user", async () => {
  const ids = await accounts();
  const user = { userName: "slackbot", emails: [{ value: "new@x.example" }] };
  const denied = await send("PATCH", `v1/Users/${ids.admin}`, { title: "x" }, "wrong");
  expect(denied.body.Errors.description).toBe("invalid_authentication");
  expect((await send("POST", "v1/Users", user)).body.Errors.description).toBe(
    "missing_schema_element",
  );
  const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
  const v2 = await send("POST", "v2/Users", { schemas, ...user });
  expect(v2.body.detail).toBe("username_not_allowed");
});

test("FACT-ERROR-37, FACT-ERROR-38: the code of a userName over 21 characters", async () => {
  const ids = await accounts();
  const userName = "u".repeat(22);
  const codes = async () => {
    const { body: v1 } = await send("PATCH", `v1/Users/${ids.admin}`, { userName });
    const { body: v2 } = await send("PATCH", `v2/Users/${ids.admin}`, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "userName", value: userName }],
    });
    const texts = [await refusedCreate({ userName }), v1.Errors.description, v2.detail];
    return texts.map((text: string) => text.split(" ")[0]);
  };
  expect(await codes()).toEqual(["username_too_long", "long_username", "username_too_long"]);
  for (const code of ["username_too_long", "long_username"] as const) {
    mock.changeSettings({ longUserNameCode: code });
    expect(await codes()).toEqual([code, code, code]);
  }
});

test("FACT-ERROR-08, FACT-ERROR-09: v1.1 names the user in errors on a user, v2.0 the owner of a taken address", async () => {
  const ids = await accounts();
  const v1 = await send("PATCH", `v1/Users/${ids.admin}`, {
    schemas: [coreV1],
    userName: "slackbot",
  });
  expect(v1.body.Errors.description).toBe(`username_not_allowed (user=${ids.admin})`);
  const { body: admin } = await send("GET", `v2/Users/${ids.admin}`);
  const v2 = await send("POST", "v2/Users", {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    userName: "somebody",
    emails: admin.emails,
  });
  expect(v2.body.detail).toBe(`email_taken (existing_user=${ids.admin})`);
  mock.changeSettings({ errorSuffixes: false, errorStatusOverrides: { no_such_user: 400 } });
  expect(await send("GET", "v1/Users/U0NOBODY")).toEqual({
    status: 400,
    body: { Errors: { description: "no_such_user", code: 400 } },
  });
});
