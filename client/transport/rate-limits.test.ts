import { expect, test } from "vitest";
import { limitNames, limitsOf, lockedResource, pacedLimit } from "./rate-limits.ts";

test.each<[string, string, string[]]>([
  ["GET", "/Users", ["reads"]],
  ["GET", "", ["reads"]],
  ["GET", "/", ["reads"]],
  ["GET", "/Users?filter=x", ["reads"]],
  ["GET", "/Users/U1", ["reads", "read Users"]],
  ["HEAD", "/Users/U1/", ["reads", "read Users"]],
  ["GET", "/Groups/S1?attributes=id", ["reads", "read Groups"]],
  ["GET", "/Groups", ["reads"]],
  ["GET", "/ServiceProviderConfig", ["reads"]],
  ["GET", "/Schemas/Users", ["reads"]],
  ["PUT", "/Schemas/Users", ["writes"]],
  ["PUT", "/ServiceProviderConfig", ["writes"]],
  ["POST", "/Users", ["writes", "create Users"]],
  ["POST", "/Users?x=y/z", ["writes", "create Users"]],
  ["POST", "/Users/.search", ["writes", "create Users"]],
  ["POST", "/.search", ["writes"]],
  ["POST", "/Users/U1", ["writes"]],
  ["POST", "/Bulk", ["writes"]],
  ["POST", "/Groups", ["writes", "create Groups"]],
  ["PUT", "/Users/U1", ["writes", "change Users"]],
  ["PATCH", "/Users/U1#x", ["writes", "change Users"]],
  ["PATCH", "/Users", ["writes"]],
  ["PUT", "/Groups/S1", ["writes", "change Groups"]],
  ["PATCH", "/Groups/S1", ["writes", "change Groups"]],
  ["DELETE", "/Users/U1", ["writes", "delete Users"]],
  ["DELETE", "/Groups/S1", ["writes", "delete Groups"]],
  ["OPTIONS", "/Users/U1", ["writes"]],
])("%s %s counts for %s", (method, path, limits) => {
  expect(limitsOf({ method, path })).toEqual(limits);
});

test("a request that overrides its method counts as both", () => {
  const override = (method: string) => ({
    method: "POST",
    path: "/Users/U1",
    headers: { "x-http-method-override": method },
  });
  expect(limitsOf(override("delete"))).toEqual(["writes", "delete Users"]);
  expect(limitsOf(override("GET"))).toEqual(["writes", "reads", "read Users"]);
});

test.each<[string, string, string | undefined]>([
  ["PATCH", "/Users/U1?x=y", "Users/U1"],
  ["DELETE", "/Groups/S1", "Groups/S1"],
  ["GET", "/Users/U1", undefined],
  ["HEAD", "/Users/U1", undefined],
  ["POST", "/Users", undefined],
  ["POST", "/Users/.search", undefined],
])("%s %s locks %s", (method, path, resource) => {
  expect(lockedResource({ method, path })).toBe(resource);
});

test("the limits are Slack's published ones, less a small margin (FACT-LIMIT-01)", () => {
  const published = {
    writes: [600, 180],
    reads: [1000, 1000],
    "read Users": [300, 300],
    "read Groups": [300, 300],
    "create Users": [180, 20],
    "create Groups": [180, 20],
    "change Users": [180, 20],
    "change Groups": [180, 80],
    "delete Users": [180, 20],
    "delete Groups": [180, 20],
  };
  expect(limitNames).toEqual(Object.keys(published));
  for (const name of limitNames) {
    const [perMinute = 0, burst = 0] = published[name];
    const paced = pacedLimit(name);
    expect(paced.perMs * 60_000).toBeCloseTo(perMinute * 0.97);
    expect(paced.burst).toBeCloseTo(burst * 0.9);
  }
});
