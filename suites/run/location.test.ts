import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { inOneLine, someChecks } from "../testing/all-checks.ts";
import { withRun } from "../testing/mock-run.ts";
import { type Answered, tamperWith } from "../testing/tampering.ts";
import { isOnAnotherHost, isSameLocation } from "./location.ts";

const base = "http://127.0.0.1:9999/scim/v2";

test("another host is one that the base URL does not name", () => {
  expect(isOnAnotherHost("https://api.slack.com/scim/v2/Users/U1", base)).toBe(true);
  expect(isOnAnotherHost("http://127.0.0.1:9998/scim/v2/Users/U1", base)).toBe(true);
  expect(isOnAnotherHost("http://127.0.0.1:9999/scim/v1/Users/U1", base)).toBe(false);
  expect(isOnAnotherHost("/Users/U1", base)).toBe(false);
});

describe("two locations", () => {
  const slack = "https://api.slack.com/scim/v2/Users/U1";
  test.each([
    [slack, slack, true],
    [`${base}/Users/U1`, slack, true],
    [slack, `${base}/Users/U1`, true],
    [`${base}/Users/U2`, slack, false],
    [`${base}/Groups/U1`, slack, false],
    ["http://127.0.0.1:9999/scim/v1/Users/U1", slack, false],
    ["https://api.slack.com/scim/v1/Users/U1", slack, false],
    // Neither lies below the base URL.
    ["https://a.example/scim/v1/Users/U1", "https://b.example/scim/v1/Users/U1", false],
    ["/Users/U1", slack, false],
    [slack, "Users/U1", false],
    [slack, undefined, false],
  ])("%s and %s are the same: %s", (one, other, same) => {
    expect(isSameLocation(one, other, base)).toBe(same);
  });
});

describe("behind a recording proxy, where the provider names itself", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ settings: { locationHeader: true } });
  });
  afterAll(() => mock.close());

  /** The rules that say something of locations, and the difference that compares them. */
  const rules = [
    "SCIM20-7644-3.3-06",
    "SCIM20-7643-3.1-18",
    "SCIM20-7643-3.1-19",
    "SCIM20-7644-1-02",
    "SCIM20-7644-3.13-01",
    "SCIM20-7644-4-05",
  ];

  async function checked(answered: (answer: Answered) => void) {
    mock.reset();
    // Only headers are rewritten, as a reverse proxy does it; bodies name the mock.
    const proxy = await tamperWith(`${mock.url}/scim/v2`, { response: answered });
    const results = await withRun({ "2.0": proxy.url }, { runs: 3, patienceMs: 300 }, (run) =>
      someChecks(run, (id) => rules.includes(id)),
    );
    await proxy.close();
    return results;
  }

  const broken = (results: Awaited<ReturnType<typeof checked>>) =>
    results.filter(({ verdict }) => verdict === "fail" || verdict === "warn").map(({ id }) => id);

  test("no rule is broken", async () => {
    const results = await checked((answer) => {
      answer.headers["content-location"] = answer.headers.location ?? "";
      if (answer.headers["content-location"] === "") delete answer.headers["content-location"];
    });
    expect(
      results.filter(({ verdict }) => verdict !== "pass" && verdict !== "skip").map(inOneLine),
    ).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThanOrEqual(5);
  });

  test("a location that names another resource is", async () => {
    expect(
      broken(
        await checked((answer) => {
          answer.body = answer.body.replace(/("location":"[^"]*\/(?:Users|Groups)\/\w+)"/g, '$1X"');
        }),
      ),
    ).toEqual(expect.arrayContaining(["SCIM20-7644-3.3-06", "SCIM20-7643-3.1-19"]));
  });

  test("a location of the other version is", async () => {
    expect(
      broken(
        await checked((answer) => {
          answer.body = answer.body.replaceAll("/scim/v2/", "/scim/v1/");
        }),
      ),
    ).toEqual(expect.arrayContaining(["SCIM20-7643-3.1-19", "SCIM20-7644-3.13-01"]));
  });
});
