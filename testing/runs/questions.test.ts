import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../client/index.ts";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { questions } from "../../suites/questions/questions.ts";
import { allChecks } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
let usual: MockSettings;
beforeAll(async () => {
  mock = await startMock();
  usual = { ...mock.settings };
});
afterAll(() => mock.close());

/** The result of one rule, on an organisation with these settings. */
async function answerOf(id: string, version: Version, settings: Partial<MockSettings> = {}) {
  mock.changeSettings({ ...usual, ...settings });
  mock.reset();
  const targets = { [version]: bothVersions(mock.url)[version] };
  const [result] = await withRun(targets, { requirements: [id], patienceMs: 500 }, allChecks);
  return result;
}

/** For each question the settings of another answer, and what the check then saw. */
const others: Readonly<Record<string, readonly [Partial<MockSettings>, object][]>> = {
  "SLACK-OPEN-01": [[{ singleQuotedJson: "accept" }, { answer: "applied" }]],
  "SLACK-OPEN-02": [[{ foreignSchemas: "accept" }, { answer: "applied" }]],
  "SLACK-OPEN-03": [[{ v1PostRequiresSchemas: false }, { answer: "applied" }]],
  "SLACK-OPEN-04": [
    [
      { v1AcceptsPatchOp: true, foreignSchemas: "accept", groupVisibilityDelayMs: 20 },
      { user: "applied", group: "applied" },
    ],
  ],
  "SLACK-OPEN-05": [
    [{ stringBooleans: "refuse" }, { answer: "rejected" }],
    [{ stringBooleans: "accept" }, { answer: "applied" }],
  ],
  "SLACK-OPEN-06": [[{ stringBooleans: "refuse" }, { answer: "rejected" }]],
  "SLACK-OPEN-07": [[{ v1NullValues: "clear" }, { answer: "applied" }]],
  "SLACK-OPEN-08": [
    [{ emailsWithPrimary: "conflict" }, { answer: "rejected", code: "emails_invalid" }],
  ],
  "SLACK-OPEN-09": [[{ itemsPerPage: "asked" }, { itemsPerPage: "as asked for" }]],
  "SLACK-OPEN-10": [
    [
      { memberPaging: "honour", groupVisibilityDelayMs: 20 },
      { members: "a page", totalResults: 2 },
    ],
  ],
  "SCIM11-CS-5.2-04": [[{ v1PostRequiresSchemas: false }, { status: 201 }]],
  "SCIM11-API-3.12-01": [[{ v1MethodOverride: "honour" }, { override: "works" }]],
};

const cases = requirements.flatMap(({ versions }) =>
  Object.entries(versions).flatMap(([version, { id, slack }]) =>
    (others[id] ?? []).map(
      ([settings, seen]) => [id, version as Version, slack?.fact ?? "", settings, seen] as const,
    ),
  ),
);

test("each question about Slack has another answer below", () => {
  const ids = questions.flatMap(({ versions }) => Object.values(versions).map(({ id }) => id));
  expect([...new Set(ids)].filter((id) => !(id in others))).toEqual([]);
});

test.each(cases)(
  "%s [%s]: another answer than assumed is told with its fact, and is no finding: %s %j",
  async (id, version, fact, settings, seen) => {
    const other = await answerOf(id, version, settings);
    expect(other?.observation).toEqual(seen);
    const assumed = await answerOf(id, version);
    if (id.startsWith("SLACK-OPEN-")) {
      expect(other).toMatchObject({ verdict: "warn", reason: { code: "not-known" } });
      expect(other?.source).toBe(`${fact} (INF)`);
      expect(assumed).toMatchObject({ verdict: "pass" });
    } else {
      // A rule of a standard: the other answer is what it demands.
      expect(other).toMatchObject({ verdict: "pass" });
      expect(assumed).toMatchObject({ verdict: "warn", reason: { code: "not-known" } });
      expect(assumed?.message).toContain(fact);
    }
  },
);

test.each<[string, Version, Partial<MockSettings>]>([
  ["SLACK-OPEN-04", "1.1", { foreignSchemas: "accept" }],
  ["SLACK-OPEN-07", "1.1", { v1NullValues: "refuse" }],
])(
  "%s [%s]: each answer that leaves the resource unchanged is the assumed one",
  async (id, version, settings) => {
    expect(await answerOf(id, version, settings)).toMatchObject({ verdict: "pass" });
  },
);

test("SLACK-USER-42, SCIM20-7644-3.4.2.4-06 and its 1.1 form accept each answer that is not known", async () => {
  expect(await answerOf("SLACK-USER-42", "1.1", { v1PostRequiresSchemas: false })).toMatchObject({
    verdict: "pass",
    observation: { code: "accepted" },
  });
  const settings = { itemsPerPage: "asked" } as const;
  expect(await answerOf("SCIM20-7644-3.4.2.4-06", "2.0", settings)).not.toMatchObject({
    verdict: "fail",
  });
  expect(await answerOf("SCIM11-API-3.2.2.3-05", "1.1", settings)).not.toMatchObject({
    verdict: "fail",
  });
});
