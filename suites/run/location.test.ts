import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { inOneLine, someChecks } from "../testing/all-checks.ts";
import { withRun } from "../testing/mock-run.ts";
import { type Answered, tamperWith } from "../testing/tampering.ts";
import { createdId, idIn, isOnAnotherHost, isSameLocation } from "./location.ts";

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
    const results = await withRun({ "2.0": proxy.url }, { runs: 3, patienceMs: 300 }, (run) =>
      someChecks(run, (id) => rules.includes(id)),
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

  test("a location that names another resource is", async () => {
    const results = await checked((body) =>
      body.replace(/("location":"[^"]*\/(?:Users|Groups)\/\w+)"/g, '$1X"'),
    );
    expect(broken(results)).toEqual(
      expect.arrayContaining(["SCIM20-7644-3.3-06", "SCIM20-7643-3.1-18", "SCIM20-7643-3.1-19"]),
    );
  });

  test("a location of the other version is", async () => {
    const results = await checked((body) => body.replaceAll("/scim/v2/", "/scim/v1/"));
    expect(broken(results)).toEqual(
      expect.arrayContaining(["SCIM20-7643-3.1-19", "SCIM20-7644-3.13-01", "SCIM20-7644-4-05"]),
    );
  });
});

test.each<[unknown, string | undefined]>([
  ["https://a.example/scim/v2/Users/U1", "U1"],
  ["/Users/U1/", "U1"],
  ["/Users/U1//", "U1"],
  ["/Users/U1?x=/y#/z", "U1"],
  ["/Users/U1#a/b", "U1"],
  ["/Users/a%2Fb%20c", "a/b c"],
  ["/Users/100%", "100%"],
  ["U1", "U1"],
  ["", undefined],
  ["/", undefined],
  [undefined, undefined],
  [5, undefined],
  [null, undefined],
])("the id in %j is %j", (location, id) => {
  expect(idIn(location)).toBe(id);
});

const answer = (status: number, id?: string, location?: string) => ({
  status,
  headers: location === undefined ? {} : { location },
  text: "",
  json: undefined,
  resource: id === undefined ? undefined : { id },
  error: undefined,
  exchangeId: "1",
});

test.each<[string, ReturnType<typeof answer>, string | undefined]>([
  ["of the body", answer(201, "U1", "/Users/U2"), "U1"],
  ["of the header", answer(201, undefined, "/Users/U2"), "U2"],
  ["of the header, where the body's is empty", answer(201, "", "/Users/U2"), "U2"],
  ["of the header of a 201 alone", answer(200, undefined, "/Users/U2"), undefined],
  ["of neither", answer(201), undefined],
  ["of neither, where the body's is empty", answer(201, ""), undefined],
])("a created resource has the id %s", (_, outcome, id) => {
  expect(createdId(outcome)).toBe(id);
});
