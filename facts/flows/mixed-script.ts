import type { Flow } from "./flow.ts";
import { patchOp, urns } from "./urns.ts";

/** The first step of many moves: users by an SDK of version 1.1, groups by requests of version 2.0. */
export const mixedScript: Flow = {
  id: "mixed-script",
  client: "Script with users in 1.1 and groups in 2.0",
  versions: ["1.1", "2.0"],
  basis: "read",
  sources: [
    { source: "mixed-script", where: "SCIMClient and PATCH of scim/v2/Groups", date: "2026-11" },
  ],
  facts: ["FACT-CLIENT-34", "FACT-GROUP-57"],
  steps: [
    {
      does: "Create a user",
      version: "1.1",
      method: "POST",
      path: "/Users",
      body: {
        schemas: [urns["1.1"].userUrn],
        userName: "ada.king",
        name: { givenName: "Ada", familyName: "King" },
        emails: [{ value: "ada.king@example.com" }],
      },
      answer: { status: 201, holds: { userName: "ada.king" } },
      takes: { adaId: "/id" },
    },
    {
      does: "Create a second user",
      version: "1.1",
      method: "POST",
      path: "/Users",
      body: {
        schemas: [urns["1.1"].userUrn],
        userName: "bea.king",
        name: { givenName: "Bea", familyName: "King" },
        emails: [{ value: "bea.king@example.com" }],
      },
      answer: { status: 201 },
      takes: { beaId: "/id" },
    },
    {
      does: "Create a group with the user, by the same id",
      version: "2.0",
      method: "POST",
      path: "/Groups",
      body: {
        schemas: [urns["2.0"].groupUrn],
        displayName: "Engines",
        members: [{ value: "{{adaId}}" }],
      },
      answer: { status: 201, holds: { members: [{ value: "{{adaId}}" }] } },
      takes: { groupId: "/id" },
    },
    {
      does: "Read the group before a change of its members",
      version: "2.0",
      method: "GET",
      path: "/Groups/{{groupId}}",
      answer: { status: 200 },
      takes: { firstMember: "/members/0" },
    },
    {
      does: "Add a member by a replace of all, with what was read",
      version: "2.0",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: {
        schemas: [patchOp],
        Operations: [
          { op: "replace", path: "members", value: ["{{firstMember}}", { value: "{{beaId}}" }] },
        ],
      },
      answer: {
        status: 200,
        holds: { members: [{ value: "{{adaId}}" }, { value: "{{beaId}}" }] },
      },
      after: [{ path: "/Users/{{beaId}}", holds: { groups: [{ value: "{{groupId}}" }] } }],
    },
    {
      does: "See the membership in version 1.1",
      version: "1.1",
      method: "GET",
      path: "/Users/{{adaId}}",
      answer: {
        status: 200,
        holds: { groups: [{ value: "{{groupId}}", display: "Engines" }] },
      },
    },
    {
      does: "Deactivate the user in version 1.1",
      version: "1.1",
      method: "DELETE",
      path: "/Users/{{adaId}}",
      answer: { status: 200 },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
    {
      does: "See it in version 2.0",
      version: "2.0",
      method: "GET",
      path: "/Users/{{adaId}}",
      answer: { status: 200, holds: { id: "{{adaId}}", active: false } },
    },
  ],
};
