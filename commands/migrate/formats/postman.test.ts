import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { entries, everything, pieces } from "../../../testing/migrate/readings.ts";
import { readPostman } from "./postman.ts";

const collection = readFileSync(new URL("../fixtures/postman.json", import.meta.url), "utf8");

test("a collection: nested folders, opaque variables, saved responses, bodies that are not JSON", async () => {
  const all = await entries(readPostman(pieces(collection, 100)));
  expect(all.map(({ credentials, ...entry }) => entry)).toEqual([
    {
      ...{ entry: 1, method: "POST", path: "/scim/v1/Users" },
      headers: { "content-type": "application/json" },
      body: {
        schemas: ["urn:scim:schemas:core:1.0"],
        userName: "{{userName}}",
        active: "{{active}}",
      },
      answer: { status: 201, body: { id: "U0001" } },
    },
    {
      ...{ entry: 2, method: "PATCH", path: "/scim/v1/Users/{{userId}}" },
      body: { schemas: ["urn:scim:schemas:core:1.0"], active: false },
    },
    {
      ...{ entry: 3, method: "POST", path: "/scim/v1/Users" },
      unreadable: "the body is a form or a file, not JSON",
    },
    { entry: 4, method: "GET", path: "/scim/v1/Users/?count=5" },
    { entry: 5, method: "GET", path: "/api/users.list" },
    { entry: 6, method: "PUT", path: "/scim/v1/Users/U1", unreadable: "the body is not JSON" },
  ]);
  expect(all[0]?.credentials?.secrets).toEqual(["xoxp-collection-secret-1", "collection-password"]);
});

test.each(["{", "[]", '{"item": 5}'])("a file that holds no request: %s", async (text) => {
  const all = await everything(readPostman(pieces(text)));
  expect(all.filter((one) => "entry" in one)).toEqual([]);
});
