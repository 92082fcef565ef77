import { expect, test } from "vitest";
import { clause, doc } from "./clause.ts";
import { oneOf } from "./expectation.ts";
import { type Findings, notObserved, separate, withoutOmitted } from "./not-observed.ts";
import { judge } from "./verdict.ts";
import { withValues } from "./with-values.ts";

const noGroups = notObserved("not-offered", "the provider has no groups");
const must = clause("SCIM20-7644-3.3-04");
const created = { user: 201, group: 201 };

function verdictOn(
  findings: Findings,
  rule = must,
  expected: Parameters<typeof judge>[2] = created,
) {
  const { observation, notObserved: omissions, code } = separate(findings);
  return judge("slack", rule, expected, observation, omissions, code);
}

test("a fact that is left out on purpose is not judged, and not among the observed ones", () => {
  expect(separate({ user: 201, group: noGroups })).toEqual({
    observation: { user: 201 },
    notObserved: { group: "the provider has no groups" },
    code: "not-offered",
  });
  expect(verdictOn({ user: 201, group: noGroups })).toEqual({ verdict: "pass" });
});

test("the other facts are judged as usual", () => {
  expect(verdictOn({ user: 200, group: noGroups })).toEqual({
    verdict: "fail",
    message: "user: expected 201, saw 200",
  });
});

test("a fact that a check forgets fails", () => {
  expect(verdictOn({ user: 201 }).verdict).toBe("fail");
  expect(verdictOn({ user: 201, group: undefined }).verdict).toBe("fail");
});

test("if nothing that is expected was observed, the rule is skipped for the first omission", () => {
  const noUser = notObserved("not-applicable", "nothing was created");
  const text = "nothing was created; the provider has no groups";
  expect(verdictOn({ user: noUser, group: noGroups })).toEqual({
    verdict: "skip",
    message: text,
    reason: { code: "not-applicable", text },
  });
  const without = "the provider has no groups";
  expect(verdictOn({ user: noGroups, group: noGroups })).toEqual({
    verdict: "skip",
    message: without,
    reason: { code: "not-offered", text: without },
  });
});

test("a fact that nothing expects may be left out without an effect", () => {
  expect(verdictOn({ ...created, more: noGroups })).toEqual({ verdict: "pass" });
});

test("a documented deviation is judged without the fact too", () => {
  const rule = clause("SCIM20-7644-3.3-04", doc("FACT-DELETE-01", { user: 200, group: 200 }));
  expect(verdictOn({ user: 200, group: noGroups }, rule).verdict).toBe("deviation");
  expect(verdictOn({ user: 500, group: noGroups }, rule).verdict).toBe("fail");
});

test("a fact within another one is left out by its path", () => {
  const expected = { users: { said: 1, samePage: true }, groups: { said: 1 } };
  const omitted = notObserved("not-applicable", "the list fits one page");
  const findings = { users: { said: omitted, samePage: true }, groups: { said: omitted } };
  expect(separate(findings)).toEqual({
    observation: { users: { samePage: true } },
    notObserved: {
      "users.said": "the list fits one page",
      "groups.said": "the list fits one page",
    },
    code: "not-applicable",
  });
  expect(verdictOn(findings, must, expected)).toEqual({ verdict: "pass" });
  const wrong = { ...findings, users: { said: omitted, samePage: false } };
  expect(verdictOn(wrong, must, expected).verdict).toBe("fail");
  const forgotten = { ...findings, users: { samePage: true } };
  expect(verdictOn(forgotten, must, expected).verdict).toBe("fail");
});

test("a matcher stays whole, and so does a value without omissions", () => {
  const expectation = { a: oneOf({ b: 1 }, { b: 2 }), c: { d: 1 }, e: {} };
  expect(withoutOmitted(expectation, { "a.b": "unknown" })).toEqual(expectation);
  expect(separate({ c: {}, l: [{}] })).toEqual({
    observation: { c: {}, l: [{}] },
    notObserved: {},
  });
});

test("no value that a server sends can pass for an omission", () => {
  const sent = JSON.parse('{"user": 201, "group": {"code": "not-offered", "text": "no groups"}}');
  expect(separate(sent).notObserved).toEqual({});
  expect(verdictOn(sent).verdict).toBe("fail");
});

test("what is for messages only is no part of the observation", () => {
  const answer = { exchangeId: "2.0/7" };
  const findings = {
    lastModified: withValues("unchanged", { before: "1", after: "2" }, answer),
    users: { first: withValues(true, {}) },
  };
  expect(separate(findings)).toEqual({
    observation: { lastModified: "unchanged", users: { first: true } },
    notObserved: {},
    details: {
      lastModified: { values: { before: "1", after: "2" }, exchanges: ["2.0/7"] },
      "users.first": { values: {}, exchanges: [] },
    },
  });
});
