import type { Flow } from "./flow.ts";
import { urns } from "./urns.ts";

/** JumpCloud's SCIM integration, in the version that its administrator chooses. */
export const jumpCloud: Flow = {
  id: "jumpcloud",
  client: "JumpCloud",
  versions: ["1.1", "2.0"],
  basis: "described",
  sources: [
    {
      source: "jumpcloud",
      where: "pages on Slack and on custom SCIM integrations",
      date: "2026-11",
    },
  ],
  facts: [
    "FACT-CLIENT-31",
    "FACT-CLIENT-39",
    "FACT-CLIENT-50",
    "FACT-CLIENT-51",
    "FACT-DELETE-01",
    "FACT-USER-26",
  ],
  words: urns,
  steps: [
    {
      does: "Look the user up by userName",
      method: "GET",
      path: '/Users?filter=userName eq "ada.king"',
      answer: { status: 200, holds: { totalResults: 0 } },
      assumed: true,
    },
    {
      does: "Create the test user, with a displayName",
      method: "POST",
      path: "/Users",
      body: {
        schemas: ["{{userUrn}}"],
        userName: "ada.king",
        displayName: "Ada King",
        name: { givenName: "Ada", familyName: "King" },
        emails: [{ value: "ada.king@example.com", type: "work", primary: true }],
        active: true,
      },
      answer: { status: 201, holds: { displayName: "Ada King" } },
      takes: { adaId: "/id" },
      assumed: true,
    },
    {
      does: "Update the user by PUT, with the displayName again",
      method: "PUT",
      path: "/Users/{{adaId}}",
      body: {
        schemas: ["{{userUrn}}"],
        userName: "ada.king",
        displayName: "Augusta King",
        name: { givenName: "Augusta", familyName: "King" },
        emails: [{ value: "ada.king@example.com", type: "work", primary: true }],
        active: true,
      },
      answer: { status: 200, holds: { displayName: "Augusta King" } },
      after: [{ path: "/Users/{{adaId}}", holds: { displayName: "Augusta King" } }],
      assumed: true,
    },
    {
      does: "Create the test group, with its member",
      method: "POST",
      path: "/Groups",
      body: {
        schemas: ["{{groupUrn}}"],
        displayName: "Engines",
        members: [{ value: "{{adaId}}" }],
      },
      answer: { status: 201, holds: { members: [{ value: "{{adaId}}" }] } },
      takes: { groupId: "/id" },
      assumed: true,
    },
    {
      does: "Delete the test group",
      method: "DELETE",
      path: "/Groups/{{groupId}}",
      answer: { status: 204 },
      after: [{ path: "/Groups/{{groupId}}", status: 404 }],
    },
    {
      does: "Delete the test user",
      method: "DELETE",
      path: "/Users/{{adaId}}",
      answer: { status: { "1.1": 200, "2.0": 204 } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
    },
  ],
};
