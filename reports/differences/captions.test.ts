import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { captionsOf, captionText } from "./captions.ts";

const urns = {
  "1.1": "urn:scim:schemas:core:1.0",
  "2.0": "urn:ietf:params:scim:schemas:core:2.0:User",
};
const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const cleared = { schemas: [urns["1.1"]], meta: { attributes: ["title"] } };
const removal = { schemas: [patchOp], Operations: [{ op: "remove", path: "title" }] };

let next = 0;
/** A request, such as `PATCH /Users/U1`, with what it sent and what came back. */
function step(
  version: Exchange["version"],
  line: string,
  sent?: unknown,
  status = 200,
  back: unknown = {},
): Exchange {
  next += 1;
  const [, method = "", path = ""] = /^(\w+) (.*)$/.exec(line) ?? [];
  const exchange = sampleExchange(`${version}/${next}`, back, {
    method,
    url: `https://scim.example/scim/v${version[0]}${path}`,
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  if (exchange.response) exchange.response.status = status;
  return exchange;
}

const captions = (...steps: Exchange[]) =>
  [...captionsOf(steps).values()].map((made) => captionText(made()));

test("a change in the form of each version says whose body it was, and how it ended", () => {
  expect(
    captions(
      step("2.0", "PUT /Users/U1", { title: "Analyst" }),
      step("2.0", "PATCH /Users/U1", cleared, 400, {
        detail: "invalid_syntax (user=U1)",
        Errors: { description: "invalid_syntax (user=U1)", code: 400 },
      }),
      step("2.0", "GET /Users/U1", undefined, 200, { title: "Analyst" }),
      step("2.0", "PATCH /Users/U1", removal),
      step("2.0", "GET /Users/U1", undefined, 200, { title: null }),
    ),
  ).toEqual([
    "replaces the user",
    "the 1.1 body sent to 2.0 (clears title): rejected with 400 invalid_syntax",
    "reads the user back: title is still there",
    "the 2.0 body sent to 2.0 (clears title): accepted with 200",
    "reads the user back: title is gone",
  ]);
});

test("where only the version's own form was sent, the caption says what it does", () => {
  expect(
    captions(
      step("1.1", "PATCH /Users/U1", { schemas: [urns["1.1"]], active: false }),
      step("1.1", "PATCH /Users/U1", { schemas: [urns["1.1"]], active: false }),
      step("1.1", "GET /Users/U1", undefined, 200, { active: false }),
      step("1.1", "PATCH /Users/U1", {
        schemas: [urns["1.1"]],
        emails: [{ value: "a@example.com", operation: "delete" }],
      }),
      step("1.1", "GET /Users/U1", undefined, 200, { emails: [{ value: "b@example.com" }] }),
    ),
  ).toEqual([
    "deactivates the user: accepted with 200",
    "deactivates the user again: accepted with 200",
    "reads the user back: active is false",
    "removes a value of emails: accepted with 200",
    "reads the user back: emails: 1 value",
  ]);
});

test("operations are named by their paths, without URNs", () => {
  const operations = (...Operations: object[]) => ({ schemas: [patchOp], Operations });
  const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  expect(
    captions(
      step(
        "2.0",
        "PATCH /Groups/S1",
        operations({ op: "Remove", path: "members", value: [{ value: "U1" }] }),
      ),
      step(
        "2.0",
        "PATCH /Groups/S1",
        operations({ op: "remove", path: 'members[value eq "U1"]' }),
        204,
      ),
      step("2.0", "GET /Groups/S1", undefined, 200, { members: [] }),
      step(
        "2.0",
        "PATCH /Users/U1",
        operations({ op: "add", path: `${enterprise}:department`, value: "R" }),
      ),
      step("2.0", "GET /Users/U1", undefined, 200, { [enterprise]: { department: "R" } }),
      step(
        "2.0",
        "PATCH /Users/U1",
        operations({ op: "replace", value: { title: "X", "name.familyName": "Y" } }),
      ),
    ),
  ).toEqual([
    "removes a value of members: accepted with 200",
    'removes members[value eq "U1"]: accepted with 204',
    "reads the group back: members: 0 values",
    'sets department to "R": accepted with 200',
    'reads the user back: department is "R"',
    'sets title to "X" and sets name.familyName to "Y": accepted with 200',
  ]);
});

test("creating, finding, replacing and deleting are named, with what was found", () => {
  const created = { id: "U1" };
  const user = { schemas: [urns["2.0"]], userName: "ada", title: "Analyst" };
  const { title: _, ...withoutTitle } = user;
  expect(
    captions(
      step("2.0", "POST /Users", user, 201, created),
      step("2.0", "POST /Users", user, 409, { scimType: "uniqueness", detail: "username_taken" }),
      step("2.0", "GET /Users?filter=userName%20eq%20%22ada%22", undefined, 200, {
        totalResults: 1,
      }),
      step("2.0", "GET /Users?filter=userName%20ne%20%22a%22", undefined, 400, { detail: "no" }),
      step("2.0", "GET /Users?startIndex=2&count=5", undefined, 200, { totalResults: 7 }),
      step("2.0", "PUT /Users/U1", withoutTitle),
      step("2.0", "GET /Users/U1", undefined, 200, { title: "Analyst" }),
      step("2.0", "DELETE /Users/U1", undefined, 204, ""),
      step("2.0", "DELETE /Users/U1", undefined, 204, ""),
      step("2.0", "GET /Users/U9", undefined, 404, { detail: "user_not_found" }),
      step("2.0", "GET /ServiceProviderConfig"),
      step("2.0", "POST /Users/.search", {}, 404),
    ),
  ).toEqual([
    "creates a user",
    "tries to create a user again: rejected with 409 uniqueness",
    "finds the user by userName: 1 result",
    'tries to search users for userName ne "a": rejected with 400 no',
    "lists users with startIndex=2&count=5: 7 results",
    "replaces the user, without title",
    "reads the user back: title is still there",
    "deletes the user: accepted with 204",
    "deletes the user again: accepted with 204",
    "tries to read the user: not found, 404 user_not_found",
    "reads the provider configuration",
    "tries to send POST Users/.search: not found, 404",
  ]);
});

test("a request without a response, and bodies of no known form, are named too", () => {
  const { response: _, ...unanswered } = step("1.1", "PATCH /Users/U1", "text");
  expect(captions({ ...unanswered, error: "socket closed" })).toEqual([
    "tries to change the user: no response: socket closed",
  ]);
  expect(
    captions(sampleExchange("1.1/1", "<html>", { method: "\u202E", url: "javascript:1" })),
  ).toHaveLength(1);
});
