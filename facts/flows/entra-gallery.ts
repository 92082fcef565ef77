import type { Flow } from "./flow.ts";
import { urns } from "./urns.ts";

const { userUrn, enterpriseUrn } = urns["1.1"];

/** Entra's gallery application, which speaks version 1.1 in the form that Slack wants. */
export const entraGallery: Flow = {
  id: "entra-gallery",
  client: "Microsoft Entra, gallery application",
  versions: ["1.1"],
  basis: "described",
  sources: [{ source: "entra", where: "attribute mappings", date: "2026-04-16" }],
  facts: ["FACT-CLIENT-21", "FACT-CLIENT-46", "FACT-GROUP-50", "FACT-GROUP-51"],
  steps: [
    {
      does: "Look the user up by userName",
      method: "GET",
      path: '/Users?filter=userName eq "ada.king"',
      answer: { status: 200, holds: { totalResults: 0 } },
      assumed: true,
    },
    {
      does: "Create the user, with the displayName that it writes only here",
      method: "POST",
      path: "/Users",
      body: {
        schemas: [userUrn, enterpriseUrn],
        userName: "ada.king",
        nickName: "ada.king",
        displayName: "Ada King",
        name: { givenName: "Ada", familyName: "King" },
        emails: [{ value: "ada.king@example.com", type: "work", primary: true }],
        title: "Analyst",
        active: true,
        [enterpriseUrn]: { department: "Engines" },
      },
      answer: { status: 201, holds: { displayName: "Ada King" } },
      takes: { adaId: "/id" },
      after: [
        {
          path: "/Users/{{adaId}}",
          holds: { title: "Analyst", [enterpriseUrn]: { department: "Engines" } },
        },
      ],
      assumed: true,
    },
    {
      does: "Update changed attributes by PATCH",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: {
        schemas: [userUrn, enterpriseUrn],
        title: "Chief analyst",
        [enterpriseUrn]: { department: "Research" },
      },
      answer: { status: 200, holds: { title: "Chief analyst" } },
      after: [
        {
          path: "/Users/{{adaId}}",
          holds: { displayName: "Ada King", [enterpriseUrn]: { department: "Research" } },
        },
      ],
      assumed: true,
    },
    {
      does: "Look the group up by displayName",
      method: "GET",
      path: '/Groups?filter=displayName eq "Engines"',
      answer: { status: 200, holds: { totalResults: 0 } },
      assumed: true,
    },
    {
      does: "Create the group",
      method: "POST",
      path: "/Groups",
      body: { schemas: [userUrn], displayName: "Engines" },
      answer: { status: 201, holds: { displayName: "Engines" } },
      takes: { groupId: "/id" },
      assumed: true,
    },
    {
      does: "Add a member",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: { schemas: [userUrn], members: [{ value: "{{adaId}}" }] },
      answer: { status: 204 },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [{ value: "{{adaId}}" }] } }],
      assumed: true,
    },
    {
      does: "Remove the member",
      method: "PATCH",
      path: "/Groups/{{groupId}}",
      body: { schemas: [userUrn], members: [{ value: "{{adaId}}", operation: "delete" }] },
      answer: { status: 204 },
      after: [{ path: "/Groups/{{groupId}}", holds: { members: [] } }],
      assumed: true,
    },
    {
      does: "Deactivate the user",
      method: "PATCH",
      path: "/Users/{{adaId}}",
      body: { schemas: [userUrn], active: false },
      answer: { status: 200, holds: { active: false } },
      after: [{ path: "/Users/{{adaId}}", holds: { active: false } }],
      assumed: true,
    },
  ],
};
