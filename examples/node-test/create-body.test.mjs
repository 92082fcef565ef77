// Run: node --test examples/node-test/create-body.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { userArbitrary } from "slack-scim-conformance/generators";
import { violations } from "slack-scim-conformance/schemas";
import { createBody } from "./provisioning.mjs";

test("the body of a create is valid in Slack, for any user of the directory", () => {
  fc.assert(
    fc.property(userArbitrary({ classes: ["typical", "full"] }), (user) => {
      const body = createBody({
        login: user.userName,
        mail: user.emails[0].value,
        first: user.name?.givenName,
        last: user.name?.familyName,
        department: user.enterprise?.department,
      });
      assert.deepEqual(violations("slack/v2.0/user-create", body), []);
    }),
  );
});

test("a body with the URN of version 1.1 is rejected, with its place and the rule", () => {
  const body = {
    ...createBody({ login: "ada", mail: "ada@example.com" }),
    "urn:scim:schemas:extension:enterprise:1.0": { department: "R&D" },
  };
  const [violation] = violations("slack/v2.0/user-create", body);
  assert.match(violation?.message ?? "", /urn:scim:schemas:extension:enterprise:1\.0/);
});
