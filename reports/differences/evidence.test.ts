import { expect, test } from "vitest";
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
  expect(pairs.map(({ left, right }) => [left, right])).toEqual([
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

test("pairs with two statuses are shown at once; without any, the last that differ", () => {
  const same = ["1.1", "2.0"].map((version) =>
    sampleExchange(`${version}/1`, { a: 1 }, { url: "" }),
  );
  const other = ["1.1", "2.0"].map((version) => {
    const exchange = sampleExchange(`${version}/2`, { a: 1 });
    const status = version === "1.1" ? 200 : 400;
    return { ...exchange, response: { status, headers: {}, body: "" } };
  });
  expect(shownPairs([...same, ...other], own).map(({ open }) => open)).toEqual([false, true]);

  const differing = [1, 2, 3].flatMap((value) => [
    sampleExchange(`1.1/${value}`, { value: -value }),
    sampleExchange(`2.0/${value}`, { value }),
  ]);
  expect(shownPairs(differing, own).map(({ open }) => open)).toEqual([false, true, true]);
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
  expect(pair?.left).toContain("no response: socket closed");
});
