import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startMock } from "../../mock/index.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** Of the first user of the organisation, whom a run did not create. */
const name = /goran/i;
const onReads = ["SCIM11-API-3.2.1-01", "SCIM20-7644-3.4.1-01"];

/** Faults that break a part of very many rules, and all findings of a run. */
const cases: readonly [fault: string, findings: readonly string[]][] = [
  ["user-read-answers-other-user", onReads],
  ["user-read-answers-204", onReads],
  ["error-without-words", ["SCIM11-API-3.9-03", "SCIM20-7644-3.12-05", "SLACK-ERROR-01"]],
  ["users-without-patch", ["SCIM11-API-3.3-02", "SCIM20-7644-3.5.2-01"]],
];

test.each(cases)("%s: what rests on its cause is no finding", async (fault, findings) => {
  const mock = await startMock();
  mock.setFaults([fault]);
  const sent: string[] = [];
  const results = await withRun(bothVersions(mock.url), { cases: 3 }, async (run) => {
    const all = await allChecks(run);
    const ids = all.flatMap(({ exchanges }) => exchanges);
    sent.push(...ids.map((id) => run.log.get(id)?.request.body ?? ""));
    return all;
  });
  await mock.close();
  const red = results.filter(isRed);
  const found = [...new Set(red.map(({ id }) => id))].sort();
  expect(found, red.map(inOneLine).join("\n")).toEqual([...findings].sort());
  expect(results.filter((one) => name.test(JSON.stringify(one))).map(inOneLine)).toEqual([]);
  // Some checks send back the user that they read: never another one.
  expect(sent.filter((body) => name.test(body))).toEqual([]);
});

test("a run that does not judge the cause reports what rests on it, and names it", async () => {
  const mock = await startMock();
  mock.setFaults(["user-read-answers-other-user"]);
  const config = { cases: 3, requirements: ["SLACK-USER-07"] };
  const results = await withRun(bothVersions(mock.url), config, allChecks);
  await mock.close();
  expect(results.map(({ verdict, cause }) => `${verdict} ${cause?.id}`)).toEqual(
    versions.map((_, index) => `fail ${onReads[index]}`),
  );
});

/** A general cause, a fault beside it, and the rule that must still be broken. */
const beside: readonly [cause: string, fault: string, id: string][] = [
  ["error-without-words", "user-duplicate-answers-500", "SCIM20-7644-3.3-07"],
  ["users-without-patch", "put-stores-nothing", "SCIM20-7644-3.5.1-03"],
  ["user-read-answers-204", "start-index-ignored", "SCIM20-7644-3.4.2.4-07"],
  ["user-read-answers-204", "filter-ignored", "SCIM20-7644-3.4.2.2-02"],
];

test.each(beside)("%s, and %s beside it, which is found", async (cause, fault, id) => {
  const mock = await startMock();
  mock.setFaults([cause, fault]);
  const run = { "2.0": bothVersions(mock.url)["2.0"] ?? "" };
  const [result] = await withRun(run, { requirements: [id] }, allChecks);
  await mock.close();
  expect(result).toMatchObject({ id, verdict: "fail" });
  expect(result?.cause).toBeUndefined();
});
