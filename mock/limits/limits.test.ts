import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../index.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "real" });
});
beforeEach(() => {
  mock.setFaults([]);
  mock.changeSettings({ rateLimits: "real", writeDurationMs: 0, sharedRateLimits: true });
  mock.reset();
});
afterAll(() => mock.close());

async function send(method: string, path: string, body?: unknown) {
  const response = await fetch(`${mock.url}/scim/${path}`, {
    method,
    headers: { authorization: `Bearer ${mock.token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: JSON.parse((await response.text()) || "{}"),
  };
}

/** How many calls pass before the first 429, at most `most`. */
async function passed(most: number, call: (index: number) => ReturnType<typeof send>) {
  for (let index = 0; index < most; index += 1) {
    const answer = await call(index);
    if (answer.status === 429) return { count: index, answer };
  }
  throw new Error(`${most} calls passed`);
}

describe("FACT-LIMIT-09: bursts of the published limits, then 429 with Retry-After", () => {
  const unknown = "v1/Users/U0NOBODY";
  // On a slow machine the bucket refills during the burst, by 3 to 17 tokens a second.
  test.each([
    ["POST", "v1/Users", 20, 60],
    ["PATCH", unknown, 20, 60],
    ["PUT", "v2/Users/U0NOBODY", 20, 60],
    ["DELETE", unknown, 20, 60],
    ["POST", "v2/Groups", 20, 60],
    ["DELETE", "v1/Groups/S0NOBODY", 20, 60],
    ["PATCH", "v2/Groups/S0NOBODY", 80, 160],
    ["GET", unknown, 300, 500],
  ])("%s %s: %i", async (method, path, burst, most) => {
    const body = method === "GET" || method === "DELETE" ? undefined : {};
    const { count, answer } = await passed(most, () => send(method, path, body));
    expect(count).toBeGreaterThanOrEqual(burst);
    expect(answer.retryAfter).toMatch(/^[1-9]\d*$/);
    expect(answer.body.Errors.description).toMatch(/^too_many_requests/);
  });

  test("v1.1 and v2.0 share the buckets, unless set otherwise (INF)", async () => {
    await passed(60, () => send("DELETE", "v1/Users/U0NOBODY"));
    expect((await send("DELETE", "v2/Users/U0NOBODY")).status).toBe(429);
    mock.reset();
    mock.changeSettings({ sharedRateLimits: false });
    await passed(60, () => send("DELETE", "v1/Users/U0NOBODY"));
    expect((await send("DELETE", "v2/Users/U0NOBODY")).status).toBe(404);
  });

  test.each([
    ["rate-limit-without-retry-after", 429, null],
    ["rate-limit-retry-after-as-date", 429, expect.stringContaining("GMT")],
    ["rate-limit-answers-503", 503, expect.anything()],
  ])("fault %s", async (fault, status, retryAfter) => {
    await passed(60, () => send("DELETE", "v1/Users/U0NOBODY"));
    mock.setFaults([fault]);
    mock.changeSettings({ rateLimitScale: 0.001 });
    expect(await send("DELETE", "v1/Users/U0NOBODY")).toMatchObject({ status, retryAfter });
    mock.changeSettings({ rateLimitScale: 1 });
  });
});

describe("FACT-LIMIT-14: one write at a time for each resource", () => {
  async function twoWrites(path: string) {
    mock.changeSettings({ rateLimits: "off", writeDurationMs: 150 });
    const list = await send("GET", `${path}?count=1`);
    const own = `${path}/${list.body.Resources[0].id}`;
    const body = { schemas: ["urn:scim:schemas:core:1.0"] };
    const both = await Promise.all([send("PATCH", own, body), send("PATCH", own, body)]);
    return both.sort((a, b) => a.status - b.status);
  }

  test.each([
    ["v1/Groups", "resource_locked"],
    ["v1/Users", "too_many_requests"],
  ])("%s: the second gets 429 %s and a time to wait", async (path, code) => {
    const [first, second] = await twoWrites(path);
    expect(first?.status).toBeLessThan(300);
    expect(second).toMatchObject({ status: 429, retryAfter: "1" });
    expect(second?.body.Errors.description).toContain(code);
  });

  test("reads are not blocked, and the lock ends with the write", async () => {
    const [first] = await twoWrites("v1/Groups");
    expect(first?.status).toBe(204);
    const again = await twoWrites("v1/Groups");
    expect(again[0]?.status).toBe(204);
  });

  test("fault writes-not-locked", async () => {
    mock.setFaults(["writes-not-locked"]);
    const answers = await twoWrites("v1/Groups");
    expect(answers.map((answer) => answer.status)).toEqual([204, 204]);
  });
});

test("fault slow-answers delays responses", async () => {
  mock.setFaults(["slow-answers"]);
  const started = performance.now();
  await send("GET", "v1/Users?count=1");
  expect(performance.now() - started).toBeGreaterThanOrEqual(240);
});
