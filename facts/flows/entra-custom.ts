import type { Flow, Json, Step } from "./flow.ts";
import { patchOp, urns } from "./urns.ts";

const { userUrn, groupUrn, enterpriseUrn } = urns["2.0"];

const patch = (...operations: readonly Json[]): Json => ({
  schemas: [patchOp],
  Operations: operations,
});

const headers = { accept: "application/scim+json", "content-type": "application/scim+json" };

const create = (userName: string, givenName: string): Json => ({
  schemas: [userUrn, enterpriseUrn],
  externalId: `object-${userName}`,
  userName,
  active: true,
  emails: [{ primary: true, type: "work", value: `${userName}@example.com` }],
  meta: { resourceType: "User" },
  name: { formatted: `${givenName} King`, familyName: "King", givenName },
  roles: [],
});

/** What both forms begin with: a test, two users and a group. */
const beginning: readonly Step[] = [
  {
    does: "Test the connection: a userName that does not exist",
    method: "GET",
    path: '/Users?filter=userName eq "0a21f0f2-8d2a-4f8e"',
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
    does: "Look the user up by userName",
    method: "GET",
    path: '/Users?filter=userName eq "ada.king"',
    answer: { status: 200, holds: { totalResults: 1, Resources: [{ id: "{{adaId}}" }] } },
  },
  {
    does: "Look the group up by displayName, without members",
    method: "GET",
    path: '/Groups?excludedAttributes=members&filter=displayName eq "Engines"',
    answer: { status: 200, holds: { totalResults: 0 } },
  },
  {
    does: "Create the group, without members and with a schema of Microsoft's",
    method: "POST",
    path: "/Groups",
    body: {
      schemas: [
        groupUrn,
        "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
      ],
      externalId: "object-engines",
      displayName: "Engines",
      meta: { resourceType: "Group" },
    },
    answer: { status: 201, holds: { displayName: "Engines", members: [] } },
    takes: { groupId: "/id" },
  },
];

const bothMembers = [{ value: "{{adaId}}" }, { value: "{{beaId}}" }];

/** Entra's custom application without the flag: removals empty groups, and users stay active. */
export const entraCustom: Flow = {
  id: "entra-custom",
  client: "Microsoft Entra, custom application",
  versions: ["2.0"],
  basis: "published",
  sources: [
    { source: "entra-scim", where: "SCIM protocol requests and responses", date: "2026-11" },
    { source: "entra-compatibility", where: "without feature flag", date: "2024-05-28" },
  ],
  facts: [
    "FACT-CLIENT-22",
    "FACT-CLIENT-23",
    "FACT-CLIENT-44",
    "FACT-GROUP-53",
    "FACT-PATCH-36",
    "FACT-PATCH-37",
    "FACT-FORMAT-02",
  ],
  headers,
  steps: [
    ...beginning,
    {
      does: "Update several attributes, an operation for each",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch(
        { op: "Replace", path: 'emails[type eq "work"].value', value: "augusta@example.com" },
        { op: "Replace", path: "name.givenName", value: "Augusta" },
        { op: "Replace", path: `${enterpriseUrn}:employeeNumber`, value: "1815" },
      ),
      answer: { status: 200, holds: { name: { givenName: "Augusta", familyName: "King" } } },
      after: [
        {
          path: "/Users/{{adaId}}",
          holds: {
            emails: [{ value: "augusta@example.com" }],
            [enterpriseUrn]: { employeeNumber: "1815" },
          },
        },
      ],
    },
    {
      does: "Add a single value",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch({ op: "Add", path: "title", value: "Analyst" }),
      answer: { status: 200, holds: { title: "Analyst" } },
    },
    {
      does: "Add members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "Add",
        path: "members",
        value: [
          { $ref: null, value: "{{adaId}}" },
          { $ref: null, value: "{{beaId}}" },
        ],
      }),
      answer: { status: 200, holds: { members: bothMembers } },
    },
    {
      does: "Remove one member, with the member in the value: the group loses all members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "Remove",
        path: "members",
        value: [{ $ref: null, value: "{{adaId}}" }],
      }),
      answer: { status: 200, holds: { members: [] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [] } }],
    },
    {
      does: "Disable the user with a text: the user stays active",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch({ op: "Replace", path: "active", value: "False" }),
      answer: { status: 200, holds: { active: true } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: true } }],
    },
    {
      does: "Delete the user when it is deleted for good in Entra",
      method: "DELETE",
      path: "/Users/{{adaId}}",
      answer: { status: 204 },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
  ],
};

/** Entra's custom application with the flag `aadOptscim062020` in its tenant URL. */
export const entraCustomFlag: Flow = {
  id: "entra-custom-flag",
  client: "Microsoft Entra, custom application with the flag aadOptscim062020",
  versions: ["2.0"],
  basis: "published",
  sources: [
    { source: "entra-scim", where: "SCIM protocol requests and responses", date: "2026-11" },
    { source: "entra-compatibility", where: "with feature flag", date: "2025-04-15" },
  ],
  facts: [
    "FACT-CLIENT-22",
    "FACT-CLIENT-24",
    "FACT-CLIENT-44",
    "FACT-CLIENT-45",
    "FACT-GROUP-52",
    "FACT-PATCH-39",
  ],
  headers,
  steps: [
    ...beginning,
    {
      does: "Update several attributes in one value whose names are paths",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch(
        { op: "replace", path: 'emails[type eq "work"].value', value: "augusta@example.com" },
        {
          op: "replace",
          value: {
            displayName: "Augusta King",
            "name.givenName": "Augusta",
            [`${enterpriseUrn}:employeeNumber`]: "1815",
          },
        },
      ),
      answer: {
        status: 200,
        holds: {
          displayName: "Augusta King",
          name: { givenName: "Augusta", familyName: "King" },
          [enterpriseUrn]: { employeeNumber: "1815" },
        },
      },
      after: [{ path: "/Users/{{adaId}}", holds: { emails: [{ value: "augusta@example.com" }] } }],
    },
    {
      does: "Add members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "add",
        path: "members",
        value: [
          { $ref: null, value: "{{adaId}}" },
          { $ref: null, value: "{{beaId}}" },
        ],
      }),
      answer: { status: 200, holds: { members: bothMembers } },
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
      does: "Disable the user with a boolean",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: patch({ op: "replace", path: "active", value: false }),
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
  ],
};
