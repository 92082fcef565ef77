import { afterAll, beforeAll, expect, test } from "vitest";
import type { Profile } from "../../client/index.ts";
import { type Mock, startMock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { isProbed } from "../../suites/differences/difference.ts";
import { differenceResults } from "../../suites/differences/results.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { withRecordedDiscovery } from "../servers/recorded-discovery.ts";
import { checksOf, inOneLine, isRed } from "./all-checks.ts";
import { type BaseUrls, bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
let front: Awaited<ReturnType<typeof withRecordedDiscovery>>;
beforeAll(async () => {
  // The documents of the proxy must not be those of the organisation behind it.
  mock = await startMock({ settings: { discoveryDocuments: "tidy" } });
  front = await withRecordedDiscovery({
    "1.1": `${mock.url}/scim/v1`,
    "2.0": `${mock.url}/scim/v2`,
  });
});
afterAll(async () => {
  await front.close();
  await mock.close();
});

/** Everything about discovery, as a run tests it. */
async function discoveryOf(baseUrls: BaseUrls, profile: Profile) {
  const ofDiscovery = {
    requirements: requirements.filter(({ area }) => area === "discovery"),
    differences:
      profile === "slack" ? differences.filter(({ topic }) => topic === "discovery") : [],
    differentials: [],
  };
  const probed = ofDiscovery.differences.filter(isProbed);
  const reports = await withRun(baseUrls, { profile, seed: 7 }, (run) =>
    scheduleOf(run, { ...ofDiscovery, differences: probed }).all(),
  );
  const probes = reports.flatMap((report) => (report.kind === "probe" ? [report.probe] : []));
  return { checks: checksOf(reports), found: differenceResults(probed, probes) };
}

const idsWith = (checks: ReturnType<typeof checksOf>, ...verdicts: string[]) =>
  checks.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);

/** What the odd parts of the recorded documents break. */
const oddParts = [
  "SCIM11-CS-10-02",
  "SCIM11-CS-10-04",
  "SCIM20-7643-2.3-01",
  "SCIM20-7643-6-04",
  "SCIM20-7643-7-02",
  "SCIM20-7643-7-03",
  "SCIM20-7643-7-04",
  "SCIM20-7643-7-05",
];

test("a target with Slack's recorded discovery documents has no failure, only deviations", async () => {
  const { checks, found } = await discoveryOf(front.baseUrls, "slack");
  expect(checks.filter(isRed).map(inOneLine)).toEqual([]);
  expect(idsWith(checks, "deviation")).toEqual(expect.arrayContaining(oddParts));
  expect(found.filter(({ status }) => status !== "as-documented")).toEqual([]);
  expect(JSON.stringify([checks, found])).not.toContain("undefined");
});

test("the embedded organisation is judged like the recorded documents", async () => {
  mock.changeSettings({ discoveryDocuments: "recorded", v1PatchAnnounced: false });
  const verdicts = async (baseUrls: BaseUrls) =>
    (await discoveryOf(baseUrls, "slack")).checks.map(
      ({ id, version, verdict, message }) => `${id} ${version} ${verdict} ${message}`,
    );
  expect(await verdicts(bothVersions(mock.url))).toEqual(await verdicts(front.baseUrls));
  mock.changeSettings({ discoveryDocuments: "tidy", v1PatchAnnounced: true });
});

test("documents in the form of the standard have none of these deviations", async () => {
  const { checks, found } = await discoveryOf(bothVersions(mock.url), "slack");
  expect(checks.filter(isRed).map(inOneLine)).toEqual([]);
  const broken = idsWith(checks, "deviation", "warn");
  expect(broken.filter((id) => oddParts.includes(id))).toEqual([]);
  expect(found.filter(({ status }) => status !== "as-documented")).toEqual([]);
});

test("by the standards alone the odd parts are broken rules", async () => {
  const { checks } = await discoveryOf(front.baseUrls, "rfc");
  // By the standard 1.1 has the schemas under their ids, where Slack does not serve them.
  const reachable = oddParts.filter((id) => id.startsWith("SCIM20"));
  expect(idsWith(checks, "fail", "warn")).toEqual(expect.arrayContaining(reachable));
  expect(JSON.stringify(checks)).not.toContain("undefined");
});
