import { expect, test } from "vitest";
import { maskRequest, withoutSecrets } from "./mask-request.ts";
import { Placeholders } from "./placeholders.ts";

const masked = (path: string, body?: unknown) =>
  maskRequest({ method: "PATCH", path, ...(body !== undefined && { body }) }, new Placeholders());

test("values of people become stand-ins, and what rules depend on stays", () => {
  const body = {
    schemas: ["urn:scim:schemas:core:1.0"],
    id: "W0CASEUSER1",
    userName: "ada.one",
    nickName: "ada.one",
    active: "false",
    title: " ",
    displayName: "",
    timezone: "Europe/Berlin",
    locale: "de-DE",
    name: { givenName: "Ada", familyName: null },
    emails: [{ value: "ada.one@people.example", type: "work", primary: true, operation: "delete" }],
    phoneNumbers: [{ value: "555-0101", type: "mobile" }],
    photos: [{ value: "https://photos.example/ada.jpg", type: "photo" }],
    groups: [{ value: "S0CASEGRP01", display: "Friends of Ada" }],
    meta: { attributes: ["title", "urn:scim:schemas:extension:enterprise:1.0.department"] },
    "urn:scim:schemas:extension:enterprise:1.0": { manager: { managerId: "W2" }, costCenter: "77" },
    employeeNumber: 4711,
  };
  expect(masked("/scim/v1/Users/W0CASEUSER1", body)).toEqual({
    method: "PATCH",
    path: "/scim/v1/Users/W0CASEUSER1",
    body: {
      ...body,
      userName: "user-1",
      nickName: "user-1",
      name: { givenName: "givenName-1", familyName: null },
      emails: [
        { value: "person-1@placeholder.example", type: "work", primary: true, operation: "delete" },
      ],
      phoneNumbers: [{ value: "+1 555 01 1", type: "mobile" }],
      photos: [{ value: "https://placeholder.example/1", type: "photo" }],
      groups: [{ value: "S0CASEGRP01", display: "display-1" }],
      "urn:scim:schemas:extension:enterprise:1.0": {
        manager: { managerId: "W2" },
        costCenter: "costCenter-1",
      },
      employeeNumber: 0,
    },
  });
});

test.each([
  ['userName eq "ada"', 'userName eq "user-1"'],
  ["email eq ada@people.example", "email eq person-1@placeholder.example"],
  ["userName EQ 'ada' AND active eq true", "userName EQ 'user-1' AND active eq true"],
  ["displayName eq Case team of Ada", "displayName eq displayName-1"],
  [
    '(title pr or userName sw "a\\"b") and id eq "W0CASE1"',
    '(title pr or userName sw "user-1") and id eq "W0CASE1"',
  ],
  ['userName eq "not closed', 'userName eq "user-1'],
  ["ada", "value-1"],
  ["filter=userName eq ada", "value-1"],
  ["", ""],
])("a filter keeps its notation: %s", (filter, wanted) => {
  const { path } = masked(`/scim/v1/Users?filter=${encodeURIComponent(filter)}&count=5`);
  const [, query = ""] = path.split("?filter=");
  const shown = decodeURIComponent(query.replace("&count=5", ""));
  expect(shown).not.toMatch(/\bada\b|Ada|"a\\"b"/);
  if (!filter.startsWith("filter=")) expect(shown).toBe(wanted);
});

test("a value has one stand-in in the path, in a filter, in 1.1 and in 2.0", () => {
  const standIns = new Placeholders();
  const one = maskRequest(
    { method: "GET", path: "/scim/v1/Users?filter=email+eq+ada%40people.example" },
    standIns,
  );
  const other = maskRequest(
    {
      method: "PATCH",
      path: "/scim/v2/Users/ada",
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [
          { op: "remove", path: 'emails[value eq "ada@people.example"]' },
          { op: "replace", path: "name.givenName", value: "Ada" },
          { op: "add", path: "members", value: [{ value: "W0CASE1" }] },
          { op: "remove", path: 'phoneNumbers[value eq "555-0101"]' },
        ],
      },
    },
    standIns,
  );
  expect(one.path).toContain("person-1%40placeholder.example");
  expect(other).toMatchObject({
    path: "/scim/v2/Users/id-1",
    body: {
      Operations: [
        { op: "remove", path: 'emails[value eq "person-1@placeholder.example"]' },
        { op: "replace", path: "name.givenName", value: "givenName-1" },
        { op: "add", path: "members", value: [{ value: "W0CASE1" }] },
        { op: "remove", path: 'phoneNumbers[value eq "+1 555 01 1"]' },
      ],
    },
  });
});

test("names of members can be values too, variables stay, passwords go", () => {
  expect(
    masked("/scim/v1/Users/{{id}}?token=xoxp-1&jane=Jane", {
      "jane@corp.example": 1,
      userName: "{{name}}",
      password: "hunter22",
    }),
  ).toEqual({
    method: "PATCH",
    path: "/scim/v1/Users/{{id}}?token=%5Bredacted%5D&jane=jane-1",
    body: { "person-1@placeholder.example": 0, userName: "{{name}}", password: "[redacted]" },
  });
});

test("secrets go by the names of members and parameters, whatever stands before them", () => {
  const body = {
    api_key: "k-1",
    slackToken: "t-1",
    clientSecret: ["s-1"],
    title: "Token ring",
    Operations: [
      { op: "replace", path: 'emails[value eq "token@people.example"].value', value: "kept" },
      { op: "replace", path: "password", value: "p-1" },
    ],
  };
  const shown = withoutSecrets({
    method: "PATCH",
    path: "/scim/v1/Users/W1;jsessionid=j-1?x-api-key=k-2&count=5",
    body,
  });
  expect(JSON.stringify(shown)).not.toMatch(/[a-z]-\d"|j-1|k-2/);
  expect(shown).toMatchObject({
    path: expect.stringMatching(/^\/scim\/v1\/Users\/W1;jsessionid=.*&count=5$/),
    body: { title: "Token ring", Operations: [{ value: "kept" }, {}] },
  });
});

test("with values, only secrets go", () => {
  const body = { userName: "ada", password: "hunter22" };
  expect(
    withoutSecrets({ method: "PUT", path: "/scim/v1/Users/ada?access_token=x&count=5", body }),
  ).toEqual({
    method: "PUT",
    path: "/scim/v1/Users/ada?access_token=%5Bredacted%5D&count=5",
    body: { userName: "ada", password: "[redacted]" },
  });
});
