import { expect, test } from "vitest";
import { clearTitle } from "../../testing/runs/sample-lesson.ts";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { shownPairs } from "./evidence.ts";
import { ownValues } from "./own-values.ts";

const own = { own: ownValues([], []) };
const url = (path: string) => `https://scim.example${path}`;

test("exchanges of the same kind are side by side, others alone, in the order of the run", () => {
  const pairs = shownPairs(
    [
      sampleExchange("1.1/1", {}, { method: "POST", url: url("/scim/v1/Users") }),
      sampleExchange("1.1/2", {}, { url: url("/scim/v1/Users/U1") }),
      sampleExchange("2.0/1", {}, { url: url("/scim/v2/Users/U2") }),
      sampleExchange("2.0/2", {}, { method: "PUT", url: url("/scim/v2/Users/U2") }),
    ],
    own,
  );
  expect(pairs.map(({ left, right }) => [left?.sent, right?.sent])).toEqual([
    ["1.1/1  POST /scim/v1/Users → 200", undefined],
    ["1.1/2  GET /scim/v1/Users/U1 → 200", "2.0/1  GET /scim/v2/Users/U2 → 200"],
    [undefined, "2.0/2  PUT /scim/v2/Users/U2 → 200"],
  ]);
});

test("the path of the configuration is one resource, in the plural and in the singular", () => {
  const paths = ["/scim/v1/ServiceProviderConfigs", "/scim/v2/ServiceProviderConfig"];
  const exchanges = paths.map((path, index) =>
    sampleExchange(`${index === 0 ? "1.1" : "2.0"}/1`, {}, { url: url(path) }),
  );
  expect(shownPairs(exchanges, own)).toHaveLength(1);
});

test("the pairs that decide are open; those that prepare them are not", () => {
  const steps = ["1.1", "2.0"].flatMap((version) => {
    const request = { url: url(`/scim/v${version[0]}/Users/U1`) };
    return [
      sampleExchange(`${version}/1`, {}, { ...request, method: "PUT", body: "{}" }),
      sampleExchange(`${version}/2`, {}, { ...request, method: "PATCH", body: '{"title":"x"}' }),
      sampleExchange(`${version}/3`, { title: "x" }, request),
    ];
  });
  const pairs = shownPairs(steps, own);
  expect(pairs.map(({ decides, open }) => [decides, open])).toEqual([
    [false, false],
    [true, true],
    [true, true],
  ]);
});

test("each side says what the step is for; the probe's caption replaces the derived one", () => {
  const [pair] = shownPairs([sampleExchange("1.1/1", {}), sampleExchange("2.0/1", {})], {
    ...own,
    captions: { "2.0/1": "reads the user back: the change had no effect" },
  });
  expect([pair?.left?.says, pair?.right?.says]).toEqual([
    "reads the user",
    "reads the user back: the change had no effect",
  ]);
});

test("the request of a deciding step is never folded, nor what the change is about", () => {
  const body = JSON.stringify(clearTitle.today[0].body);
  const user = { id: "U1", userName: "ada", title: "Analyst" };
  const request = { method: "PATCH", body };
  const [pair] = shownPairs(
    [sampleExchange("1.1/1", user, request), sampleExchange("2.0/1", user, request)],
    { ...own, lesson: clearTitle },
  );
  // A line that stands alone in an array is kept; a text alone may be folded.
  for (const line of [
    '  "meta": {',
    '    "attributes": [',
    '      "title"',
    '  "title": "Analyst"',
  ]) {
    expect(pair?.lines).toContainEqual([line]);
  }
  expect(pair?.lines).toContain('  "userName": "ada",');
});

test("headers of the connection are left out, others are compared", () => {
  const [pair] = shownPairs(
    [
      sampleExchange("1.1/1", {}, { headers: { "user-agent": "x", accept: "application/json" } }),
      sampleExchange("2.0/1", {}, { headers: { accept: "application/scim+json" } }),
    ],
    own,
  );
  expect(pair?.lines).toContainEqual([
    "changed",
    "accept: application/json",
    "accept: application/scim+json",
    0,
  ]);
  expect(JSON.stringify(pair?.lines)).not.toContain("user-agent");
});

test("a body that is not JSON, or was cut off, is shown unchanged", () => {
  const [pair] = shownPairs(
    [sampleExchange("1.1/1", '{"a": 1'), sampleExchange("2.0/1", "<html>")],
    own,
  );
  expect(pair?.lines).toContainEqual(["changed", '{"a": 1', "<html>", 0]);
});

test("an exchange without an answer says so", () => {
  const { response: _, ...unanswered } = sampleExchange("1.1/1", {});
  const [pair] = shownPairs([{ ...unanswered, error: "socket closed" }], own);
  expect(pair?.left?.sent).toContain("no response: socket closed");
});
