import type { Flow } from "./flow.ts";
import { patchOp, urns } from "./urns.ts";

const { userUrn, groupUrn } = urns["2.0"];

const user = {
  userName: "ada.king",
  displayName: "Ada King",
  name: { givenName: "Ada", familyName: "King", formatted: "Ada King" },
  emails: [{ value: "ada.king@example.com", type: "work", primary: true }],
  meta: { resourceType: "User" },
  active: true,
};

/** OneLogin's SCIM provisioner for version 2.0. */
export const oneLogin: Flow = {
  id: "onelogin",
  client: "OneLogin",
  versions: ["2.0"],
  basis: "published",
  sources: [
    { source: "onelogin-scim", where: "example API flow", date: "2026-11" },
    { source: "onelogin", where: "logged requests", date: "2024-09" },
  ],
  facts: ["FACT-CLIENT-32", "FACT-CLIENT-38", "FACT-CLIENT-49", "FACT-FORMAT-37"],
  steps: [
    {
      does: "Test the connection: a userName that does not exist",
      method: "GET",
      path: '/Users?filter=userName eq "no-such-user"',
      answer: { status: 200, holds: { totalResults: 0, Resources: [] } },
    },
    {
      does: "Create the user",
      method: "POST",
      path: "/Users",
      body: { schemas: [userUrn], ...user },
      answer: { status: 201, holds: { userName: "ada.king" } },
      takes: { adaId: "/id" },
    },
    {
      does: "Look the user up by userName",
      method: "GET",
      path: '/Users?filter=userName eq "ada.king"',
      answer: { status: 200, holds: { totalResults: 1, Resources: [{ id: "{{adaId}}" }] } },
    },
    {
      does: "Update the user by PUT",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: { schemas: [userUrn], ...user, name: { givenName: "Augusta", familyName: "King" } },
      answer: { status: 200, holds: { name: { givenName: "Augusta" } } },
      after: [
        { path: "/Users/{{adaId}}", holds: { name: { givenName: "Augusta" }, active: true } },
      ],
    },
    {
      does: "Update the user with the URN of an unchanged template: rejected",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: { schemas: ["urn:scim:schemas:core:2.0"], ...user },
      answer: { status: 400 },
      after: [{ path: "/Users/{{adaId}}", holds: { name: { givenName: "Augusta" } } }],
    },
    {
      does: "Read the groups",
      method: "GET",
      path: "/Groups",
      answer: { status: 200, holds: { startIndex: 1 } },
    },
    {
      does: "Create the group",
      method: "POST",
      path: "/Groups",
      body: { schemas: [groupUrn], displayName: "Engines" },
      answer: { status: 201, holds: { displayName: "Engines" } },
      takes: { groupId: "/id" },
      assumed: true,
    },
    {
      does: "Add a member",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: {
        schemas: [patchOp],
        Operations: [{ op: "add", path: "members", value: [{ value: "{{adaId}}" }] }],
      },
      answer: { status: 200, holds: { members: [{ value: "{{adaId}}" }] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{adaId}}" }] } }],
      assumed: true,
    },
    {
      does: "Suspend the user by PUT",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: { schemas: [userUrn], ...user, active: false },
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
      assumed: true,
    },
    {
      does: "Delete the user, where it is set to delete",
      method: "DELETE",
      path: "/Users/{{adaId}}",
      answer: { status: 204 },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
  ],
};
