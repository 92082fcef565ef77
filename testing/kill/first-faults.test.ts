import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import { allChecks, isRed } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** One fault of each area, and the rules that have to fail: these and no others. */
const faults: Readonly<Record<string, readonly string[]>> = {
  "config-without-patch": ["SCIM11-CS-9-01", "SCIM20-7643-5-01", "SCIM20-7643-5-11"],
  "any-token-reads": [
    "SCIM11-API-2-03",
    "SCIM11-API-3.9-06",
    "SCIM20-7644-2-04",
    "SLACK-AUTH-01",
    "SLACK-AUTH-02",
    "SLACK-AUTH-03",
    "SLACK-AUTH-04",
    "SLACK-AUTH-05",
  ],
  "user-create-answers-200": ["SCIM11-API-3.1-01", "SCIM20-7644-3.3-04"],
  "unknown-user-reads-empty": [
    "SCIM20-7644-3.2-04",
    "SCIM20-7644-3.4.1-02",
    "SLACK-ERROR-05",
    "SLACK-ERROR-27",
  ],
  "user-location-wrong": ["SCIM11-CS-5.1-12", "SCIM20-7643-3.1-19"],
  "group-create-drops-members": [
    "SCIM11-API-3.1-02",
    "SCIM11-CS-6.2-07",
    "SCIM20-7643-4.1.2-09",
    "SCIM20-7644-3.3-05",
    "SLACK-GROUP-02",
    "SLACK-GROUP-03",
  ],
  "filter-eq-matches-part": ["SCIM11-API-3.2.2.1-13", "SCIM20-7644-3.4.2.2-07"],
  "page-overlaps": ["SCIM11-API-3.2.2.3-07", "SCIM11-API-3.2.2.3-08", "SCIM20-7644-3.4.2.4-07"],
  "user-patch-wipes-title": [
    "SCIM11-API-3.3.2-23",
    "SCIM20-7644-3.5.2.3-02",
    "SLACK-PROPERTY-01",
    "SLACK-PROPERTY-06",
  ],
  "put-keeps-title": [
    "SCIM11-API-3.3.1-01",
    "SCIM20-7643-2.5-01",
    "SCIM20-7644-3.5.1-04",
    "SLACK-PROPERTY-06",
    "SLACK-PUT-02",
  ],
  "delete-deactivates-nothing": ["SLACK-DELETE-01", "SLACK-PROPERTY-06"],
  "error-code-differs": ["SCIM11-API-3-08", "SCIM20-7644-3.12-03"],
};

test.each(Object.entries(faults))(
  "with %s exactly the rules fail that it breaks",
  async (name, rules) => {
    mock.reset();
    mock.setFaults([name]);
    const results = await withRun(
      bothVersions(mock.url),
      // Long enough on a busy machine: a check that begins to wait for an effect after another has
      // given up is blocked by that one, and does not fail.
      { cases: 10, patienceMs: 2500 },
      allChecks,
    );
    expect([...new Set(results.filter(isRed).map(({ id }) => id))].sort()).toEqual(
      [...rules].sort(),
    );
  },
);
