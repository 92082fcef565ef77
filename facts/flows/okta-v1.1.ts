import type { Flow, Json, Step } from "./flow.ts";
import { urns } from "./urns.ts";

const schemas = [urns["1.1"].userUrn];

/** The profile that Okta sends, with what it adds to a create. */
const create = (userName: string, givenName: string): Json => ({
  schemas,
  userName,
  name: { givenName, familyName: "King" },
  emails: [{ primary: true, value: `${userName}@example.com`, type: "work" }],
  displayName: `${givenName} King`,
  locale: "en_US",
  externalId: `00u-${userName}`,
  groups: [],
  password: "not-used",
  active: true,
});

const lookUp: Step = {
  does: "Look the user up by userName",
  method: "GET",
  path: '/Users?filter=userName eq "ada.king"&startIndex=1&count=100',
  answer: { status: 200, holds: { totalResults: 0, Resources: [] } },
};

/** Okta's SCIM client in version 1.1. */
export const oktaV1: Flow = {
  id: "okta-1.1",
  client: "Okta",
  versions: ["1.1"],
  basis: "published",
  sources: [
    { source: "okta-scim", where: "SCIM 1.1 reference", date: "2019-10-18" },
    { source: "okta", where: "articles on error bodies", date: "2026-11" },
  ],
  facts: [
    "FACT-CLIENT-25",
    "FACT-CLIENT-26",
    "FACT-CLIENT-36",
    "FACT-CLIENT-40",
    "FACT-CLIENT-41",
    "FACT-CLIENT-42",
    "FACT-GROUP-50",
    "FACT-GROUP-51",
    "FACT-PATCH-03",
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
      does: "Test the connection: groups",
      method: "GET",
      path: "/Groups?startIndex=1&count=100",
      answer: { status: 200, holds: { startIndex: 1 } },
    },
    lookUp,
    {
      does: "Create the user",
      method: "POST",
      path: "/Users",
      body: create("ada.king", "Ada"),
      answer: { status: 201, holds: { userName: "ada.king", active: true } },
      takes: { adaId: "/id" },
    },
    {
      does: "Create the same user again: the error has the form that Okta shows",
      method: "POST",
      path: "/Users",
      body: create("ada.king", "Ada"),
      answer: { status: 409, holds: { Errors: { code: 409 } } },
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
      takes: { meta: "/meta", emails: "/emails" },
    },
    {
      does: "Update the user by PUT of the whole user",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: {
        schemas,
        id: "{{adaId}}",
        userName: "ada.king",
        externalId: "00u-ada.king",
        name: { givenName: "Augusta", familyName: "King" },
        displayName: "Augusta King",
        locale: "en_US",
        active: true,
        emails: "{{emails}}",
        meta: "{{meta}}",
        groups: [],
      },
      answer: { status: 200, holds: { name: { givenName: "Augusta" } } },
      after: [{ path: "/Users/{{adaId}}", holds: { displayName: "Augusta King", active: true } }],
    },
    {
      does: "Push a group",
      method: "POST",
      path: "/Groups",
      body: { schemas, displayName: "Engines" },
      answer: { status: 201, holds: { displayName: "Engines", members: [] } },
      takes: { groupId: "/id" },
    },
    {
      does: "Add members by PATCH",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: {
        schemas,
        members: [
          { value: "{{adaId}}", display: "ada.king@example.com" },
          { value: "{{beaId}}", display: "bea.king@example.com" },
        ],
      },
      answer: { status: 204 },
      after: [
        {
          path: "/Groups/{{groupId}}",
          holds: { members: [{ value: "{{adaId}}" }, { value: "{{beaId}}" }] },
        },
      ],
    },
    {
      does: "Rename the group by PATCH, with its id",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: { schemas, id: "{{groupId}}", displayName: "Analytical engines" },
      answer: { status: 204 },
      after: [
        {
          path: "/Groups/{{groupId}}",
          holds: {
            displayName: "Analytical engines",
            members: [{ value: "{{adaId}}" }, { value: "{{beaId}}" }],
          },
        },
      ],
    },
    {
      does: "Remove one member by PATCH",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: {
        schemas,
        members: [{ value: "{{adaId}}", display: "ada.king@example.com", operation: "delete" }],
      },
      answer: { status: 204 },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{beaId}}" }] } }],
    },
    {
      does: "Deactivate the user by PATCH",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: { schemas, id: "{{adaId}}", active: false },
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
    {
      does: "Reactivate the user by PATCH",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: { schemas, id: "{{adaId}}", active: true },
      answer: { status: 200, holds: { active: true } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: true } }],
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
