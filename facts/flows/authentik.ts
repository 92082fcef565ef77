import type { Flow, Json } from "./flow.ts";
import { patchOp, urns } from "./urns.ts";

const { userUrn, groupUrn } = urns["2.0"];

const patch = (...operations: readonly Json[]): Json => ({
  schemas: [patchOp],
  Operations: operations,
});

const user = (name: string, more: { readonly [member: string]: Json } = {}): Json => ({
  schemas: [userUrn],
  externalId: "7c1f0a",
  userName: "ada.king",
  name: { formatted: `${name} King`, givenName: name, familyName: "King" },
  photos: [],
  emails: [{ value: "ada.king@example.com", type: "other", primary: true }],
  ...more,
});

/** authentik's SCIM provider with its Slack mode, up to version 2026.5. */
export const authentik: Flow = {
  id: "authentik",
  client: "authentik, Slack mode",
  versions: ["2.0"],
  basis: "read",
  sources: [
    { source: "authentik", where: "authentik/providers/scim/clients", date: "2026-11" },
    { source: "authentik", where: "issue 23798", date: "2026-07-07" },
  ],
  facts: [
    "FACT-CLIENT-16",
    "FACT-CLIENT-17",
    "FACT-CLIENT-18",
    "FACT-CLIENT-19",
    "FACT-CLIENT-20",
    "FACT-CLIENT-47",
    "FACT-CLIENT-48",
    "FACT-GROUP-53",
    "FACT-GROUP-54",
    "FACT-GROUP-60",
    "FACT-FORMAT-02",
  ],
  headers: { accept: "application/scim+json", "content-type": "application/scim+json" },
  steps: [
    {
      does: "Read the configuration: PATCH must be supported",
      method: "GET",
      path: "/ServiceProviderConfig",
      answer: { status: 200, holds: { patch: { supported: true } } },
    },
    {
      does: "Create the user",
      method: "POST",
      path: "/Users",
      body: user("Ada"),
      answer: { status: 201, holds: { userName: "ada.king" } },
      takes: { adaId: "/id" },
    },
    {
      does: "Create a second user",
      method: "POST",
      path: "/Users",
      body: user("Bea", {
        userName: "bea.king",
        emails: [{ value: "bea.king@example.com", type: "other", primary: true }],
      }),
      answer: { status: 201, holds: { userName: "bea.king" } },
      takes: { beaId: "/id" },
    },
    {
      does: "Create an existing user",
      method: "POST",
      path: "/Users",
      body: user("Ada"),
      answer: { status: 409 },
    },
    {
      does: "Look the existing user up, without quotes",
      method: "GET",
      path: "/Users?filter=userName eq ada.king",
      answer: { status: 200, holds: { totalResults: 1, Resources: [{ id: "{{adaId}}" }] } },
    },
    {
      does: "Update the user by PUT of the whole user",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: user("Augusta", { id: "{{adaId}}" }),
      answer: { status: 200, holds: { name: { givenName: "Augusta" } } },
      after: [
        { path: "/Users/{{adaId}}", holds: { name: { givenName: "Augusta" }, active: true } },
      ],
    },
    {
      does: "Create the group",
      method: "POST",
      path: "/Groups",
      body: { schemas: [groupUrn], externalId: "3f2b9c", displayName: "Engines" },
      answer: { status: 201, holds: { displayName: "Engines", members: [] } },
      takes: { groupId: "/id" },
    },
    {
      does: "Create an existing group",
      method: "POST",
      path: "/Groups",
      body: { schemas: [groupUrn], externalId: "3f2b9c", displayName: "Engines" },
      answer: { status: 409 },
    },
    {
      does: "Look the existing group up",
      method: "GET",
      path: '/Groups?filter=displayName eq "Engines"',
      answer: { status: 200, holds: { totalResults: 1, Resources: [{ id: "{{groupId}}" }] } },
    },
    {
      does: "Add members, an operation for each",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch(
        { op: "add", path: "members", value: [{ value: "{{adaId}}" }] },
        { op: "add", path: "members", value: [{ value: "{{beaId}}" }] },
      ),
      answer: { status: 200, holds: { members: [{ value: "{{adaId}}" }, { value: "{{beaId}}" }] } },
    },
    {
      does: "Update the group by a replace without a path",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({
        op: "replace",
        value: {
          id: "{{groupId}}",
          schemas: [groupUrn],
          externalId: "3f2b9c",
          displayName: "Analytical engines",
        },
      }),
      answer: { status: 200, holds: { displayName: "Analytical engines" } },
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
      does: "Remove one member, with the member in the value: the group loses all members",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({ op: "remove", path: "members", value: [{ value: "{{adaId}}" }] }),
      answer: { status: 200, holds: { members: [] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [] } }],
    },
    {
      does: "Add the missing member again in the next full synchronisation",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: patch({ op: "add", path: "members", value: [{ value: "{{beaId}}" }] }),
      answer: { status: 200, holds: { members: [{ value: "{{beaId}}" }] } },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{beaId}}" }] } }],
    },
    {
      does: "Delete the user",
      method: "DELETE",
      path: "/Users/{{adaId}}",
      answer: { status: 204 },
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
