import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { type ScimmyServer, startScimmy } from "../servers/scimmy-server.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { unclear } from "./messages.ts";
import { withRun } from "./mock-run.ts";

/** The rules that the server breaks, each explained in docs/third-party-servers.md. */
const explained = [
  "SCIM20-7643-4.1.1-16",
  "SCIM20-7644-2-02",
  "SCIM20-7644-3.3-06",
  "SCIM20-7644-3.4.2.2-03",
  "SCIM20-7644-3.4.2.2-04",
  "SCIM20-7644-3.4.2.2-05",
  "SCIM20-7644-3.4.2.2-14",
  "SCIM20-7644-3.4.2.2-24",
  "SCIM20-7644-3.5.2-08",
  "SCIM20-7644-3.5.2-14",
  "SCIM20-7644-3.5.2.1-06",
  "SCIM20-7644-3.5.2.3-04",
  "SCIM20-7644-3.7-07",
  "SCIM20-7644-4-06",
  "SCIM20-7644-5-01",
  "SCIM20-7644-7-03",
];

/** The rules that it warns of, explained there too. */
const warned = [
  ...["2.4-02", "3-06", "4.1.2-01", "4.1.2-02", "4.2-04", "4.3-04", "4.3-05", "5-09"].map(
    (id) => `SCIM20-7643-${id}`,
  ),
  ...["3.4.2.2-20", "3.4.2.2-26", "3.4.2.3-05", "3.4.2.4-06", "3.4.2.4-07"].map(
    (id) => `SCIM20-7644-${id}`,
  ),
  ...["3.5.2.1-05", "3.5.2.2-04", "3.5.2.2-08", "3.5.2.3-07", "3.9-05", "3.10-01", "3.10-04"].map(
    (id) => `SCIM20-7644-${id}`,
  ),
  ...["3.12-06", "3.13-03"].map((id) => `SCIM20-7644-${id}`),
];

let server: ScimmyServer;
let results: CheckResult[];

beforeAll(async () => {
  server = await startScimmy();
  results = await withRun(
    { "2.0": server.url },
    { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
    allChecks,
  );
}, 120_000);
afterAll(() => server.close());

test("on a third-party server only the explained rules fail", () => {
  const red = results.filter(isRed);
  expect(red.filter(({ id }) => !explained.includes(id)).map(inOneLine)).toEqual([]);
  expect(explained.filter((id) => !red.some((result) => result.id === id))).toEqual([]);
});

test.each([
  ["third-party-servers.md", "## `scimmy`"],
  ["peers.md", "## This suite"],
])("docs/%s judges exactly the explained rules", (name, heading) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
  const [, section = ""] = text.split(`\n${heading}`);
  const [failures = ""] = section.split(/^(?:Warnings|## )/m);
  const judged = failures.match(/SCIM20-\d{4}-[\d.]+-\d\d/g) ?? [];
  expect([...new Set(judged)].sort()).toEqual([...explained].sort());
});

test("docs/peers.md counts the explained rules", () => {
  const text = readFileSync(new URL("../../docs/peers.md", import.meta.url), "utf8");
  const row = /^\| this suite.*$/m.exec(text)?.[0] ?? "";
  const [, , checks, failures, isTrue, debatable, isFalse] = row.split("|").map(Number);
  expect(failures).toBe(explained.length);
  expect([isTrue, debatable, isFalse].reduce((sum = 0, each = 0) => sum + each)).toBe(failures);
  expect(checks).toBeGreaterThan(explained.length);
});

test("it warns of the explained rules only", () => {
  const warnings = results.filter(({ verdict }) => verdict === "warn");
  const ids = warnings.map(({ id }) => id);
  expect(ids.sort(), warnings.map(inOneLine).join("\n")).toEqual([...warned].sort());
});

test("each message names a request and the values that decided it", () => {
  expect(unclear(results)).toEqual([]);
});

test("no check that such a server allows is blocked", () => {
  const blocked = results.filter(({ reason }) => reason?.code === "blocked-by");
  // The server accepts these invalid values: the state after a rejection cannot be observed.
  expect(blocked.map(({ id }) => id)).toEqual(["SCIM20-7644-3.5.2-15"]);
});
