import { expect, test } from "vitest";
import type { CatalogueLesson, Exchange } from "../../schemas/index.ts";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { decidingIds } from "./steps.ts";

const exchanges = (...lines: string[]): Exchange[] =>
  lines.map((line, index) => {
    const [method = "", path = "", status = "200"] = line.split(" ");
    const exchange = sampleExchange(
      `2.0/${index}`,
      {},
      { method, url: `https://a.example${path}` },
    );
    if (exchange.response) exchange.response.status = Number(status);
    return exchange;
  });
const deciding = (steps: Exchange[], lesson?: CatalogueLesson) =>
  steps
    .filter(({ id }) => decidingIds(steps, lesson).has(id))
    .map(({ request }) => `${request.method} ${new URL(request.url).pathname}`);
const lessonOf = (method: "GET" | "PUT", path: string): CatalogueLesson => ({
  today: [{ method, path }],
  tomorrow: [{ method, path }],
  unmet: "u",
});

test("changes and what is read after them decide; what prepares them does not", () => {
  expect(
    deciding(
      exchanges(
        ...["POST /Users 201", "GET /Users?filter=x", "PUT /Users/U1", "GET /Users/U1"],
        ...["PATCH /Users/U1", "GET /Users/U1", "PUT /Users/U1", "PATCH /Users/U1 400"],
        ...["GET /Users/U1", "GET /Users/U2"],
      ),
    ),
  ).toEqual([...["PATCH /Users/U1", "GET /Users/U1", "PATCH /Users/U1", "GET /Users/U1"]]);
});

test("the requests of the lesson decide, whatever else is sent", () => {
  const steps = exchanges("POST /Users 201", "GET /Users/U1", "PATCH /Users/U1", "GET /Groups");
  expect(deciding(steps, lessonOf("GET", "/Users/U9"))).toEqual(["GET /Users/U1"]);
});

test("a PUT that another write follows at once is a preparation", () => {
  const steps = exchanges("PUT /Users/U1", "PUT /Users/U1", "GET /Users/U1");
  expect(deciding(steps)).toEqual(["PUT /Users/U1", "GET /Users/U1"]);
  expect(deciding(steps, lessonOf("PUT", "/Users/U9"))).toHaveLength(2);
});

test("what was rejected decides, and without any change a search does", () => {
  expect(deciding(exchanges("POST /Users 201", "POST /Users 409"))).toEqual(["POST /Users"]);
  expect(deciding(exchanges("POST /Users 201", "GET /Users?filter=x"))).toEqual(["GET /Users"]);
});
