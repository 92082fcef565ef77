import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { contentOf } from "../../suites/content.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** How many users a run of both versions creates, and what its checks found. */
async function runWith(faults: readonly string[]) {
  const mock = await startMock();
  mock.setFaults(faults);
  try {
    return await withRun(bothVersions(mock.url), { cases: 1, patienceMs: 500 }, async (run) => {
      const reports = await scheduleOf(run, contentOf("slack")).all();
      const creates = Array.from({ length: run.log.size }, (_, index) => index + 1)
        .flatMap((number) => (["1.1", "2.0"] as const).map((version) => `${version}/${number}`))
        .filter((id) => {
          const { request, response } = run.log.get(id) ?? {};
          return (
            request?.method === "POST" && /\/Users$/.test(request.url) && response?.status === 201
          );
        });
      const checks = reports.flatMap((report) => (report.kind === "check" ? [report.check] : []));
      return { creates: creates.length, checks };
    });
  } finally {
    await mock.close();
  }
}

test("where creates return no id, a run does not create a user for each check", async () => {
  const [sound, faulty] = [await runWith([]), await runWith(["user-create-without-id"])];
  expect(faulty.creates).toBeLessThanOrEqual(sound.creates);
  expect(faulty.checks).toContainEqual(
    expect.objectContaining({ id: "SCIM20-7643-3.1-01", verdict: "fail" }),
  );
  const without = faulty.checks.filter(
    ({ reason }) => reason?.text === "creates of a user return no id",
  );
  expect(without.length).toBeGreaterThan(300);
  expect(without).toContainEqual(
    expect.objectContaining({
      exchanges: [expect.any(String), expect.any(String), expect.any(String)],
    }),
  );
});
