import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { allChecks, inOneLine } from "../../testing/runs/all-checks.ts";
import { withRun } from "../../testing/runs/mock-run.ts";
import { type Answered, tamperWith } from "../../testing/tampering/tampering.ts";

describe("behind a recording proxy, where the provider names itself", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ settings: { locationHeader: true } });
  });
  afterAll(() => mock.close());

  /** The rules about locations, and the difference that compares them. */
  const requirements = [
    "SCIM20-7644-3.3-06",
    "SCIM20-7643-3.1-18",
    "SCIM20-7643-3.1-19",
    "SCIM20-7644-1-02",
    "SCIM20-7644-3.13-01",
    "SCIM20-7644-4-05",
  ];

  /** Headers name the proxy, as a reverse proxy rewrites them; bodies name Slack. */
  async function checked(spoil: (body: string) => string) {
    mock.reset();
    const response = (answer: Answered) => {
      const shown = /"location":"([^"]*)"/.exec(answer.body)?.[1];
      if (shown !== undefined) answer.headers["content-location"] = shown;
      const named = answer.body.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "https://api.slack.com");
      answer.body = spoil(named);
    };
    const proxy = await tamperWith(`${mock.url}/scim/v2`, { response });
    const results = await withRun(
      { "2.0": proxy.url },
      { cases: 3, patienceMs: 300, requirements },
      allChecks,
    );
    await proxy.close();
    return results;
  }

  const broken = (results: Awaited<ReturnType<typeof checked>>) =>
    results.filter(({ verdict }) => verdict === "fail" || verdict === "warn").map(({ id }) => id);

  test("no rule is broken", async () => {
    const results = await checked((body) => body);
    const others = results.filter(({ verdict }) => verdict !== "pass");
    expect(others.map(inOneLine)).toEqual([]);
  });

  test("a location that names another resource breaks rules", async () => {
    const results = await checked((body) =>
      body.replace(/("location":"[^"]*\/(?:Users|Groups)\/\w+)"/g, '$1X"'),
    );
    expect(broken(results)).toEqual(
      expect.arrayContaining(["SCIM20-7644-3.3-06", "SCIM20-7643-3.1-18", "SCIM20-7643-3.1-19"]),
    );
  });

  test("a location of the other version breaks rules", async () => {
    const results = await checked((body) => body.replaceAll("/scim/v2/", "/scim/v1/"));
    expect(broken(results)).toEqual(
      expect.arrayContaining(["SCIM20-7643-3.1-19", "SCIM20-7644-3.13-01", "SCIM20-7644-4-05"]),
    );
  });
});
