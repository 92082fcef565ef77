import { expect, test } from "vitest";
import { startMock } from "../mock/index.ts";
import { requirements } from "../suites/catalogue.ts";
import { allChecks, inOneLine } from "../testing/runs/all-checks.ts";
import { bothVersions, withRun } from "../testing/runs/mock-run.ts";
import { patienceWith } from "./patience.ts";

const mock = { baseUrls: { "2.0": "http://127.0.0.1:8080/scim/v2" } };
const slack = { baseUrls: { "2.0": "https://api.slack.com/scim/v2" } };

test("a run waits longest for Slack, whose effects lag by seconds", () => {
  expect(patienceWith(slack)).toEqual({ patienceMs: 30_000, cleanUpPatienceMs: 10_000 });
});

test("a server on this machine that is not the mock may be a proxy in front of Slack", () => {
  expect(patienceWith(mock)).toEqual({ patienceMs: 10_000, cleanUpPatienceMs: 10_000 });
});

test("the mock shows its effects at once, and its errors are not temporary", () => {
  const least = { patienceMs: 1000, cleanUpPatienceMs: 1000, repeatAfterMs: 20 };
  expect(patienceWith(mock, 0)).toEqual(least);
  expect(patienceWith(mock, 100)).toEqual(least);
});

test("a mock that delays its effects is waited for several times as long, within limits", () => {
  expect(patienceWith(mock, 2000)).toMatchObject({ patienceMs: 20_000, cleanUpPatienceMs: 20_000 });
  expect(patienceWith(mock, 600_000)).toMatchObject({ patienceMs: 30_000 });
});

test("no rule on groups is broken where the mock says that they lag", async () => {
  const groupVisibilityDelayMs = 300;
  const slow = await startMock({ settings: { groupVisibilityDelayMs } });
  const ids = requirements
    .filter(({ area, title }) => area === "groups" || (area === "patch" && /member/.test(title)))
    .flatMap(({ versions }) => versions["2.0"]?.id ?? []);
  const results = await withRun(
    { "2.0": bothVersions(slow.url)["2.0"] ?? "" },
    { ...patienceWith(mock, groupVisibilityDelayMs), cases: 1, requirements: ids },
    allChecks,
  );
  await slow.close();
  expect(results.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThan(20);
  expect(results.filter(({ verdict }) => verdict === "fail").map(inOneLine)).toEqual([]);
});
