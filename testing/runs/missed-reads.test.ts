import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startMock } from "../../mock/index.ts";
import { ruleOnReads } from "../../suites/causes.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** Each read of a user returns the first one of the organisation, whom the run did not create; or none. */
const [other, none] = ["user-read-answers-other-user", "user-read-answers-204"] as const;
/** Of that user. */
const name = /goran/i;

test.each([other, none])("%s is one finding in each version, and names no one", async (fault) => {
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
  expect(red.map(({ id }) => id).sort(), red.map(inOneLine).join("\n")).toEqual(
    versions.map((version) => ruleOnReads.ids[version]).sort(),
  );
  expect(results.filter((one) => name.test(JSON.stringify(one))).map(inOneLine)).toEqual([]);
  // A user that was read is sent back by some checks: never another one.
  expect(sent.filter((body) => name.test(body))).toEqual([]);
});

test("a run that does not judge that rule reports what rests on it, and names it", async () => {
  const mock = await startMock();
  mock.setFaults([other]);
  const id = "SLACK-USER-07";
  const config = { cases: 3, requirements: [id] };
  const results = await withRun(bothVersions(mock.url), config, allChecks);
  await mock.close();
  expect(results.map(({ verdict, cause }) => `${verdict} ${cause?.id}`)).toEqual(
    versions.map((version) => `fail ${ruleOnReads.ids[version]}`),
  );
});
