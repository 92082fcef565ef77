import { describe, expect, test } from "vitest";
import { clause, doc, inf, obs, question, slackClause } from "./clause.ts";
import { oneOf } from "./expectation.ts";
import type { Level, SlackFact } from "./requirement.ts";
import { expectationOf, judge } from "./verdict.ts";

const standard = { status: 201 };
const clauseAt = (level: Level, slack?: SlackFact) => ({
  ...clause("SCIM20-7644-3.3-04", slack),
  level,
});
const verdict = (...args: Parameters<typeof judge>) => judge(...args).verdict;

describe("profile rfc: the standard alone counts", () => {
  const known = clauseAt("SHALL", obs("FACT-DELETE-01", { status: 200 }));
  test.each([
    ["SHALL", "fail"],
    ["MUST NOT", "fail"],
    ["REQUIRED", "fail"],
    ["MUST*", "warn"],
    ["SHOULD", "warn"],
    ["RECOMMENDED", "warn"],
    ["MAY", "skip"],
    ["OPTIONAL", "skip"],
  ] as const)("breaking a %s is a %s", (level, expected) => {
    expect(verdict("rfc", clauseAt(level), standard, { status: 200 })).toBe(expected);
  });
  test("a provider that lets a client's violation pass gets at most a warning", () => {
    const duty = { ...clauseAt("MUST"), onClient: true as const };
    expect(judge("rfc", duty, standard, { status: 200 })).toEqual({
      verdict: "warn",
      message: "status: expected 201, saw 200 (the text obliges the client)",
    });
    expect(verdict("rfc", { ...duty, level: "OPTIONAL" }, standard, { status: 200 })).toBe("skip");
    expect(verdict("rfc", duty, standard, { status: 201 })).toBe("pass");
  });
  test("Slack's known behaviour excuses nothing", () => {
    expect(verdict("rfc", known, standard, { status: 200 })).toBe("fail");
    expect(verdict("rfc", known, standard, { status: 201 })).toBe("pass");
  });
});

describe("profile slack", () => {
  test("a documented or observed deviation is named, with its fact", () => {
    const result = judge(
      "slack",
      clauseAt("SHALL", doc("FACT-DELETE-01", { status: 200 }, "answers 200")),
      standard,
      { status: 200 },
    );
    expect(result.verdict).toBe("deviation");
    expect(result.message).toBe("answers 200: status: expected 201, saw 200 (FACT-DELETE-01, DOC)");
  });
  test("anything else fails, even what the standard says", () => {
    const known = clauseAt("SHALL", obs("FACT-DELETE-01", { status: 200 }));
    expect(verdict("slack", known, standard, { status: 500 })).toBe("fail");
    expect(verdict("slack", known, standard, { status: 201 })).toBe("fail");
  });
  test("a fact that Slack follows the standard makes a weak statement a strong one", () => {
    expect(
      verdict("slack", clauseAt("MUST*", obs("FACT-DELETE-01")), standard, { status: 200 }),
    ).toBe("fail");
    expect(verdict("slack", clauseAt("MUST*"), standard, { status: 200 })).toBe("warn");
  });
  test("a guess explains a deviation, and never causes a failure", () => {
    const guess = clauseAt("SHOULD", inf("FACT-DELETE-01", { status: oneOf(200, 202) }));
    expect(verdict("slack", guess, standard, { status: 202 })).toBe("warn");
    expect(verdict("slack", guess, standard, { status: 500 })).toBe("warn");
    expect(verdict("slack", guess, standard, { status: 201 })).toBe("pass");
    expect(
      verdict("slack", clauseAt("MUST", inf("FACT-DELETE-01", { status: 200 })), standard, {
        status: 200,
      }),
    ).toBe("warn");
  });
  test("Slack's own rules fail when broken", () => {
    expect(
      verdict("slack", slackClause("SLACK-GROUP-01", "DOC", "FACT-GROUP-01"), standard, {
        status: 200,
      }),
    ).toBe("fail");
  });
});

describe("the message", () => {
  test.each([
    ["SHALL", "status: expected 201, saw 200; type: expected 1, saw nothing", undefined],
    ["SHOULD", "status: expected 201, saw 200; type: expected 1, saw nothing", undefined],
    [
      "MAY",
      "optional, not supported: status: expected 201, saw 200; type: expected 1, saw nothing",
      "optional",
    ],
  ] as const)("a broken %s names every fact", (level, message, code) => {
    const result = judge("rfc", clauseAt(level), { ...standard, type: 1 }, { status: 200 });
    expect(result.message).toBe(message);
    expect(result.reason).toEqual(code && { code, text: message });
  });

  test("a pass has no message", () => {
    const pass = { verdict: "pass" };
    expect(judge("rfc", clauseAt("SHALL"), standard, standard)).toEqual(pass);
    expect(judge("slack", clauseAt("SHALL", obs("FACT-DELETE-01")), standard, standard)).toEqual(
      pass,
    );
  });

  test("a deviation without a note names only the facts", () => {
    const known = clauseAt("SHALL", obs("FACT-DELETE-01", { status: 200 }));
    expect(judge("slack", known, { ...standard, type: 1 }, { status: 200 })).toEqual({
      verdict: "deviation",
      message: "status: expected 201, saw 200; type: expected 1, saw nothing (FACT-DELETE-01, OBS)",
    });
  });

  test("behaviour that matches neither the standard nor Slack's facts names what was expected of Slack", () => {
    const known = clauseAt("SHALL", obs("FACT-DELETE-01", { status: 200, type: 2 }));
    expect(judge("slack", known, standard, { status: 500 })).toEqual({
      verdict: "fail",
      message: "status: expected 200, saw 500; type: expected 2, saw nothing (FACT-DELETE-01, OBS)",
    });
  });

  test("a warning that rests on a guess has a reason, and is not counted for it", () => {
    const guess = clauseAt("SHALL", inf("FACT-DELETE-01", { status: 200 }, "answers 200"));
    const message =
      "answers 200: status: expected 201, saw 200 (assumed Slack behaviour, FACT-DELETE-01)";
    expect(judge("slack", guess, standard, { status: 200 })).toEqual({
      verdict: "warn",
      message,
      reason: { code: "not-known", text: message },
      assumption: { fact: "FACT-DELETE-01", agrees: true },
    });
    expect(judge("slack", guess, standard, { status: 500 })).toEqual({
      verdict: "fail",
      message: "status: expected 201, saw 500",
      assumption: { fact: "FACT-DELETE-01", agrees: false },
    });
  });

  test("another answer to a question about Slack than the assumed one is told, and never fails", () => {
    const open = question("SLACK-OPEN-99", "FACT-DELETE-01");
    expect(judge("slack", open, standard, { status: 201 })).toEqual({
      verdict: "pass",
      assumption: { fact: "FACT-DELETE-01", agrees: true },
    });
    const message = "another answer than assumed of Slack: status: expected 201, saw 500";
    expect(judge("slack", open, standard, { status: 500 })).toEqual({
      verdict: "warn",
      message,
      reason: { code: "not-known", text: message },
      assumption: { fact: "FACT-DELETE-01", agrees: false },
    });
  });
});

test("what a profile expects: no guess, and Slack's behaviour only of Slack", () => {
  const own = { status: 204 };
  const slack = { status: 200 };
  const known = clauseAt("SHALL", obs("FACT-DELETE-01", slack));
  expect(expectationOf("rfc", known, standard)).toEqual(standard);
  expect(expectationOf("slack", known, standard)).toEqual(slack);
  expect(expectationOf("slack", { ...known, expect: own }, standard)).toEqual(slack);
  expect(expectationOf("rfc", { ...known, expect: own }, standard)).toEqual(own);
  expect(expectationOf("slack", clauseAt("SHALL", inf("FACT-DELETE-01", slack)), standard)).toEqual(
    standard,
  );
  expect(expectationOf("slack", clauseAt("SHALL", obs("FACT-DELETE-01")), standard)).toEqual(
    standard,
  );
  expect(expectationOf("slack", clauseAt("SHALL"), standard)).toEqual(standard);
});

test("where the versions demand different things, the clause's expectation counts", () => {
  const own = { ...clauseAt("SHALL"), expect: { status: 204 } };
  expect(verdict("rfc", own, standard, { status: 204 })).toBe("pass");
});

test("a clause has level, demand, source and section of the statement with its id", () => {
  expect(clause("SCIM20-7644-3.6-01")).toEqual({
    id: "SCIM20-7644-3.6-01",
    level: "SHALL",
    demand: "A service provider SHALL return 204 No Content for a successful DELETE.",
    source: "RFC 7644 §3.6",
    url: "https://www.rfc-editor.org/rfc/rfc7644#section-3.6",
  });
  expect(() => clause("SCIM20-7644-3.6-99")).toThrow("SCIM20-7644-3.6-99");
});

test.each([
  [
    "SCIM11-API-3.2.2.1-09",
    "SCIM 1.1 protocol §3.2.2.1",
    "http://www.simplecloud.info/specs/draft-scim-api-01.html#rfc.section.3.2.2.1",
  ],
  [
    "SCIM11-CS-5.1-12",
    "SCIM 1.1 core schema §5.1",
    "http://www.simplecloud.info/specs/draft-scim-core-schema-01.html#rfc.section.5.1",
  ],
  ["SCIM20-7643-3.1-02", "RFC 7643 §3.1", "https://www.rfc-editor.org/rfc/rfc7643#section-3.1"],
])("the source of %s is read from its id", (id, source, url) => {
  expect(clause(id)).toMatchObject({ source, url });
});

test("the address is that of the subsection where the id names the section alone", () => {
  expect(clause("SCIM20-7643-2.3-07")).toMatchObject({
    source: "RFC 7643 §2.3",
    url: "https://www.rfc-editor.org/rfc/rfc7643#section-2.3.5",
  });
});
