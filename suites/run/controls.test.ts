import { describe, expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { type Control, Controls } from "./controls.ts";

const base = "https://scim.example/scim/v2";
const epoch = Date.parse("2026-01-01T00:00:00Z");

let count = 0;
function exchange(request: string, status: number, seconds: number): Exchange {
  count += 1;
  const [method = "", path = ""] = request.split(" ");
  return {
    id: `2.0/${count}`,
    version: "2.0",
    startedAt: new Date(epoch + seconds * 1000).toISOString(),
    durationMs: 1,
    attempt: 1,
    request: { method, url: `${base}${path}`, headers: {} },
    response: { status, headers: {}, body: "" },
  };
}

/** Controls that only record what they would send. */
function controls(sent: Control["state"] = "broken") {
  const asked: string[] = [];
  const made = new Controls({
    baseUrls: { "2.0": base },
    now: () => epoch,
    send: async (endpoint) => {
      asked.push(endpoint);
      return { state: sent, exchanges: ["2.0/900"] };
    },
  });
  return { made, asked };
}

describe("a success of the same endpoint within 30 seconds is the control", () => {
  test.each<[string, string, string, number, boolean]>([
    ["before it", "POST /Users", "POST /Users", -30, true],
    ["after it", "POST /Users", "POST /Users", 30, true],
    ["too early", "POST /Users", "POST /Users", -30.001, false],
    ["too late", "POST /Users", "POST /Users", 30.001, false],
    ["of another method", "POST /Users", "GET /Users", 0, false],
    ["of another kind", "POST /Users", "POST /Groups", 0, false],
    ["of a resource for a list", "GET /Users?filter=x", "GET /Users/U1", 0, false],
    ["of a list with another query", "GET /Users?filter=x", "GET /Users?count=1", 0, true],
    ["of another resource", "GET /Users/U1", "GET /Users/U2", 0, true],
    ["of the same resource, read", "GET /Users/U1", "GET /Users/U1", 0, false],
    ["of the same resource, deleted", "DELETE /Users/U1", "DELETE /Users/U1", 0, false],
    ["of the same resource, changed", "PATCH /Users/U1", "PATCH /Users/U1", 0, true],
  ])("%s", async (_what, failed, succeeded, seconds, isControl) => {
    const { made, asked } = controls();
    const success = exchange(succeeded, 200, seconds);
    made.saw(success);
    const control = await made.of(exchange(failed, 500, 0));
    expect(control.state).toBe(isControl ? "works" : "broken");
    expect(control.exchanges).toEqual([isControl ? success.id : "2.0/900"]);
    expect(asked).toHaveLength(isControl ? 0 : 1);
  });

  test.each([199, 300, 400, 404, 500])("and not a response %i", async (status) => {
    const { made, asked } = controls();
    made.saw(exchange("POST /Users", status, 0));
    await made.of(exchange("POST /Users", 500, 0));
    expect(asked).toEqual(["2.0 POST /Users"]);
  });

  test("two resources are remembered, so that each has another one", async () => {
    const { made } = controls();
    for (const id of ["U1", "U2", "U2"]) made.saw(exchange(`GET /Users/${id}`, 200, 0));
    for (const id of ["U1", "U2"]) {
      expect((await made.of(exchange(`GET /Users/${id}`, 500, 1))).state).toBe("works");
    }
  });
});

describe("if nothing succeeded, a control request is sent", () => {
  test.each<Control["state"]>(["works", "has-effect", "broken"])("%s", async (state) => {
    const { made } = controls(state);
    expect(await made.of(exchange("PUT /Users/U1", 500, 0))).toMatchObject({ state });
  });

  test("once in 30 seconds for each endpoint, whatever the resource", async () => {
    const { made, asked } = controls();
    for (const [path, at] of [
      ["U1", 0],
      ["U2", 30],
      ["U3", -30],
    ] as const) {
      await made.of(exchange(`PUT /Users/${path}`, 500, at));
    }
    expect(asked).toEqual(["2.0 PUT /Users/{id}"]);
    await made.of(exchange("PUT /Users/U4", 500, 31));
    expect(asked).toHaveLength(2);
  });

  test("one that cannot be sent proves nothing", async () => {
    const made = new Controls({
      baseUrls: { "2.0": base },
      send: () => Promise.reject(new Error("the budget is used up")),
    });
    expect(await made.of(exchange("POST /Users", 500, 0))).toEqual({
      state: "broken",
      exchanges: [],
    });
  });
});

describe("a control after a failure was sent since", () => {
  test.each<[string, number, boolean]>([
    ["before it", -1, false],
    ["at the same time", 0, false],
    ["while it lasted", 0.001, false],
    ["after it", 0.002, true],
    ["long after it", 31, true],
  ])("a request that succeeded %s", async (_when, seconds, isControl) => {
    const { made, asked } = controls("works");
    made.saw(exchange("PUT /Users/U2", 200, seconds));
    await made.after(exchange("PUT /Users/U1", 503, 0));
    expect(asked).toHaveLength(isControl ? 0 : 1);
  });

  test("one that was sent for another failure counts if it is later than this one", async () => {
    const { made, asked } = controls("works");
    for (const at of [-2, -1]) await made.after(exchange("PUT /Users/U1", 503, at));
    expect(asked).toHaveLength(1);
    await made.after(exchange("PUT /Users/U1", 503, 0));
    expect(asked).toHaveLength(2);
  });
});

test("failures are grouped by endpoint; 501 and 4xx are deliberate responses", () => {
  const { made } = controls();
  const failures = made.failures([
    exchange("POST /Users", 500, 0),
    exchange("POST /Users", 503, 1),
    exchange("GET /Users/U1", 502, 2),
    exchange("GET /Me", 501, 3),
    exchange("GET /Users", 499, 4),
  ]);
  expect(failures.map((failed) => made.endpoint(failed)).sort()).toEqual([
    "2.0 GET /Users/{id}",
    "2.0 POST /Users",
  ]);
});
