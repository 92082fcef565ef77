import type { Flow, Json } from "./flow.ts";
import { patchOp, urns } from "./urns.ts";

const schemas = [urns["2.0"].userUrn];

const create = (userName: string, givenName: string): Json => ({
  schemas,
  userName,
  name: { givenName, familyName: "King" },
  emails: [{ primary: true, value: `${userName}@example.com`, type: "work" }],
  displayName: `${givenName} King`,
  locale: "en-US",
  externalId: `00u-${userName}`,
  groups: [],
  password: "not-used",
  active: true,
});

/** The whole user, as Okta puts it back after a read. */
const whole = (givenName: string, active: boolean): Json => ({
  schemas,
  id: "{{adaId}}",
  userName: "ada.king",
  name: { givenName, familyName: "King" },
  emails: [
    {
      primary: true,
      value: "ada.king@example.com",
      type: "work",
      display: "ada.king@example.com",
    },
  ],
  active,
  groups: [],
  meta: { resourceType: "User" },
});

const patch = (...operations: readonly Json[]): Json => ({
  schemas: [patchOp],
  Operations: operations,
});

/** Okta's SCIM client in version 2.0. */
export const oktaV2: Flow = {
  id: "okta-2.0",
  client: "Okta",
  versions: ["2.0"],
  basis: "published",
  sources: [
    { source: "okta-scim", where: "SCIM 2.0 reference", date: "2019-09-10" },
    { source: "authentik", where: "issue 24173, a logged request of Okta", date: "2026-07-18" },
  ],
  facts: [
    "FACT-CLIENT-26",
    "FACT-CLIENT-36",
    "FACT-CLIENT-37",
    "FACT-CLIENT-40",
    "FACT-CLIENT-41",
    "FACT-CLIENT-42",
    "FACT-CLIENT-43",
    "FACT-GROUP-52",
    "FACT-GROUP-57",
    "FACT-PATCH-04",
  ],
  headers: { "user-agent": "Okta SCIM Client 1.0.0" },
  steps: [
    {
      does: "Test the connection: users",
      method: "GET",
      path: "/Users?startIndex=1&count=2",
      answer: { status: 200, holds: { startIndex: 1, itemsPerPage: 2 } },
    },
    {
      does: "Look the user up by userName",
      method: "GET",
      path: '/Users?filter=userName eq "ada.king"&startIndex=1&count=100',
      answer: { status: 200, holds: { totalResults: 0, Resources: [] } },
    },
    {
      does: "Create the user",
      method: "POST",
      path: "/Users",
      body: create("ada.king", "Ada"),
      answer: { status: 201, holds: { userName: "ada.king", active: true } },
      takes: { adaId: "/id" },
    },
    {
      does: "Create a second user",
      method: "POST",
      path: "/Users",
      body: create("bea.king", "Bea"),
      answer: { status: 201, holds: { userName: "bea.king" } },
      takes: { beaId: "/id" },
    },
    {
      does: "Read the user before an update",
      method: "GET",
      path: "/Users/{{adaId}}",
      answer: { status: 200, holds: { name: { givenName: "Ada" } } },
    },
    {
      does: "Update the user by PUT of the whole user",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: whole("Augusta", true),
      answer: { status: 200, holds: { name: { givenName: "Augusta" } } },
      after: [{ path: "/Users/{{adaId}}", holds: { userName: "ada.king", active: true } }],
    },
    {
      does: "Deactivate the user by PATCH, as an application of the catalogue",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch({ op: "replace", value: { active: false } }),
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
    {
      does: "Reactivate the user by PATCH",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch({ op: "replace", value: { active: true } }),
      answer: { status: 200, holds: { active: true } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: true } }],
    },
    {
      does: "Push a group",
      method: "POST",
      path: "/Groups",
      body: { schemas: [urns["2.0"].groupUrn], displayName: "Engines", members: [] },
      answer: { status: 201, holds: { displayName: "Engines", members: [] } },
      takes: { groupId: "/id" },
    },
    {
      does: "Rename the group by PATCH, with its id",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "replace",
        value: { id: "{{groupId}}", displayName: "Analytical engines" },
      }),
      answer: { status: 200, holds: { displayName: "Analytical engines" } },
      after: [{ path: "/Groups/{{groupId}}", holds: { displayName: "Analytical engines" } }],
    },
    {
      does: "Add members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "add",
        path: "members",
        value: [
          { value: "{{adaId}}", display: "ada.king@example.com" },
          { value: "{{beaId}}", display: "bea.king@example.com" },
        ],
      }),
      answer: {
        status: 200,
        holds: { members: [{ value: "{{adaId}}" }, { value: "{{beaId}}" }] },
      },
    },
    {
      does: "Remove one member by a filter in the path",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({ op: "remove", path: 'members[value eq "{{adaId}}"]' }),
      answer: { status: 200, holds: { members: [{ value: "{{beaId}}" }] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{beaId}}" }] } }],
    },
    {
      does: "Push all members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "replace",
        path: "members",
        value: [{ value: "{{adaId}}", display: "ada.king@example.com" }],
      }),
      answer: { status: 200, holds: { members: [{ value: "{{adaId}}" }] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{adaId}}" }] } }],
    },
    {
      does: "Deactivate the user by PUT, as a custom application",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: whole("Augusta", false),
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
    {
      does: "Delete the group",
      method: "DELETE",
      path: "/Groups/{{groupId}}",
      answer: { status: 204 },
      after: [{ path: "/Groups/{{groupId}}", status: 404 }],
    },
  ],
};
