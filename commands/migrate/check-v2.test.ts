import { expect, test } from "vitest";
import { faultOfV2 } from "./check-v2.ts";

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const profile = "urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User";
const user = { schemas: [core], userName: "ada", emails: [{ value: "ada@people.example" }] };

const source = { file: "day.har", entry: 1 };
const put = (body: object) => faultOfV2({ source, method: "PUT", path: "/scim/v2/Users/U1", body });

test("a sound request has no fault", () => {
  expect(put(user)).toBeUndefined();
  expect(faultOfV2({ source, method: "GET", path: "/scim/v2/Users?count=1" })).toBeUndefined();
});

test("the fault says what 2.0 demands, and where", () => {
  expect(put({ ...user, [profile]: { startDate: null } })).toMatch(
    `the request breaks a rule of 2.0: /schemas must contain "${profile}" (FACT-USER-47`,
  );
  expect(put({ schemas: [core], userName: "ada" })).toMatch('the body lacks the member "emails" (');
});

test.each([
  ["a value", { ...user, userName: ["Jane", "Doe"], title: 42 }],
  ["a short text", { ...user, timezone: "Jane, but (Doe)" }],
  ["the name of a member", { ...user, "Jane.Doe": "42" }],
  ["the name of a member in a path", { ...user, [profile]: { "Jane Doe": { "42": [] } } }],
])("%s of the request is not told", (_what, body) => {
  const fault = put(body);
  expect(fault).toBeDefined();
  expect(fault).not.toMatch(/Jane|Doe|42/);
});
