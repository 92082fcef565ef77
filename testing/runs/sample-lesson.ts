import type { CatalogueLesson } from "../../schemas/index.ts";

/** A lesson: clearing an attribute. */
export const clearTitle = {
  today: [
    {
      method: "PATCH",
      path: "/Users/U123ABC",
      body: { schemas: ["urn:scim:schemas:core:1.0"], meta: { attributes: ["title"] } },
    },
  ],
  tomorrow: [
    {
      method: "PATCH",
      path: "/Users/U123ABC",
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [{ op: "remove", path: "title" }],
      },
    },
  ],
  unmet: "Both versions clear it in the same way here.",
} satisfies CatalogueLesson;
