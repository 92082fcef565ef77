import { expect, test } from "vitest";
import type { CatalogueLesson, Exchange } from "../../schemas/index.ts";
import { clearTitle } from "../../testing/runs/sample-lesson.ts";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { lessonOf } from "./lesson-view.ts";
import { ownValues } from "./own-values.ts";

const baseUrls = { "1.1": "https://a.example/scim/v1", "2.0": "https://a.example/scim/v2" };
const target = { baseUrls, variables: { token: "SLACK_SCIM_TOKEN" }, isGone: false };
const known = { own: ownValues([], []), target };
const url = (version: string) => `https://a.example/scim/v${version[0]}/Users/U1`;

function patch(id: string, body: unknown, status: number, back: unknown): Exchange {
  const request = { method: "PATCH", url: url(id), body: JSON.stringify(body) };
  const exchange = sampleExchange(id, back, request);
  if (exchange.response) exchange.response.status = status;
  return exchange;
}
const read = (id: string, back: unknown) => sampleExchange(id, back, { url: url(id) });
const view = (exchanges: Exchange[], lesson: CatalogueLesson = clearTitle) =>
  lessonOf({ lesson, v1: "one", v2: "two" }, exchanges, known);

const [old] = clearTitle.today;
const [now] = clearTitle.tomorrow;
const user = {
  id: "U1",
  ...Object.fromEntries("abcdefghijklmnop".split("").map((name) => [name, 1])),
};

test("what comes back is the run's own response to the same intent, and what a read showed then", () => {
  const lesson = view([
    patch("1.1/1", { ...(now.body as object) }, 400, { Errors: { description: "bad_request" } }),
    patch("1.1/2", old.body, 200, { ...user, title: "" }),
    read("1.1/3", { ...user, title: "" }),
    patch("2.0/1", old.body, 400, { detail: "invalid_syntax" }),
    patch("2.0/2", { ...(now.body as object) }, 200, { ...user, title: null }),
    read("2.0/3", { ...user, title: null }),
  ]);
  const [today, tomorrow] = lesson?.sides ?? [];
  expect(today?.returned).toMatchObject({
    id: "1.1/2",
    says: "accepted with 200; read back: title is gone",
  });
  // A long body is cut to what the lesson is about.
  expect(today?.returned?.lines).toEqual(["{", "  …", '  "title": ""', "}"]);
  expect(tomorrow?.returned?.id).toBe("2.0/2");
  expect(lesson?.unchanged).toMatchObject({
    id: "2.0/1",
    says: "rejected with 400 invalid_syntax",
    lines: ["{", '  "detail": "invalid_syntax"', "}"],
  });
});

test("another intent is not taken for the lesson's", () => {
  const other = { schemas: ["urn:scim:schemas:core:1.0"], active: false, emails: [{ value: "x" }] };
  const lesson = view([patch("1.1/1", other, 200, {}), read("2.0/1", {})]);
  expect(lesson?.sides.map(({ returned }) => returned)).toEqual([undefined, undefined]);
  expect(lesson?.unchanged).toBeUndefined();
});

test("filters correspond by attribute and operator, not by value", () => {
  const search = (id: string, filter: string) =>
    sampleExchange(
      id,
      {},
      { url: `https://a.example/scim/v1/Users?filter=${encodeURIComponent(filter)}` },
    );
  const lesson: CatalogueLesson = {
    today: [{ method: "GET", path: '/Users?filter=userName eq "ada"' }],
    tomorrow: [{ method: "GET", path: '/Users?filter=userName eq "ada"' }],
    unmet: "u",
  };
  const exchanges = [
    search("1.1/1", 'title co "x"'),
    search("1.1/2", 'userName eq "y"'),
    search("1.1/3", "active eq true"),
  ];
  expect(view(exchanges, lesson)?.sides[0].returned?.id).toBe("1.1/2");
});

test("an operation at another path is another intent, however alike the bodies are", () => {
  const removal = (path: string, value?: unknown) => ({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "remove", path, ...(value === undefined ? {} : { value }) }],
  });
  const path = "/Users/U1";
  const lesson: CatalogueLesson = {
    today: [{ method: "PATCH", path }],
    tomorrow: [{ method: "PATCH", path, body: removal('emails[value eq "a"]') }],
    unmet: "u",
  };
  const wrong = patch("2.0/1", removal("emails", [{ value: "b" }]), 200, {});
  const right = patch("2.0/2", removal('emails[value eq "b"]'), 200, {});
  expect(view([wrong], lesson)?.sides[1].returned).toBeUndefined();
  expect(view([right, wrong], lesson)?.sides[1].returned?.id).toBe("2.0/2");
});

test("a PATCH that several rules share shows what comes back for each of its changes", () => {
  const other = { op: "remove", path: "roles" };
  const { Operations: own = [] } = Object(now.body) as { Operations?: unknown[] };
  const shared = { ...Object(now.body), Operations: [other, ...own] };
  const inOne = view([patch("2.0/1", shared, 200, { ...user, title: null })]);
  expect(inOne?.sides[1]?.returned).toMatchObject({ id: "2.0/1" });
  // The same words in other operations are another intent.
  const mixed = {
    ...Object(now.body),
    Operations: [{ op: "replace", path: "title", value: "x" }, other],
  };
  expect(view([patch("2.0/1", mixed, 200, user)])?.sides[1]?.returned).toBeUndefined();
});
