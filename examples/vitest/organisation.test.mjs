// Run: npx vitest run --root examples/vitest
import fc from "fast-check";
import { evaluate, filterArbitrary, print } from "slack-scim-conformance/generators";
import { startMock } from "slack-scim-conformance/mock";
import { violations } from "slack-scim-conformance/schemas";
import { afterAll, beforeAll, expect, test } from "vitest";

let slack;
beforeAll(async () => {
  slack = await startMock();
});
afterAll(() => slack.close());

const ask = async (path) => {
  const answer = await fetch(`${slack.url}/scim/v2${path}`, {
    headers: { authorization: `Bearer ${slack.token}` },
  });
  return answer.json();
};

test("every user of the organisation conforms to the schema", async () => {
  const { Resources } = await ask("/Users?count=100");
  expect(Resources.length).toBeGreaterThan(0);
  for (const user of Resources) expect(violations("slack/v2.0/user", user)).toEqual([]);
});

test("a filter finds exactly the users that it matches; the expected answer is computed", async () => {
  const { Resources: users } = await ask("/Users?count=100");
  const filters = filterArbitrary({ population: users, operators: ["eq", "and", "or"] });
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const query = encodeURIComponent(print(filter, "2.0"));
      const { Resources: found } = await ask(`/Users?count=100&filter=${query}`);
      const due = users.filter((user) => evaluate(filter, user));
      expect(found.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
    }),
  );
});
