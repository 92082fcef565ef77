import { afterAll, beforeAll, expect, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import { type CompleteServer, startComplete } from "../servers/complete/server.ts";
import { verdictsOn } from "../tampering/tampered-verdicts.ts";
import { inBody, type Tampering } from "../tampering/tampering.ts";
import { declining, filtersInPath, insteadOf, without } from "../variations/declines.ts";
import { eachResource, refused, withoutBody } from "../variations/variation.ts";

/** What resembles a feature that is declined, and is a fault: wrong results, 500, no effect. */
let servers: Readonly<Record<Version, CompleteServer>>;

beforeAll(async () => {
  servers = { "1.1": await startComplete("1.1"), "2.0": await startComplete("2.0") };
});
afterAll(async () => {
  for (const version of versions) await servers[version].close();
});

type Red = "fail" | "warn" | "blocked" | "skip";
type Verdicts = Readonly<Partial<Record<Version, Readonly<Record<string, Red>>>>>;

const co = {
  "1.1": { "SCIM11-API-3.2.2.1-14": "warn" },
  "2.0": { "SCIM20-7644-3.4.2.2-09": "warn" },
} as const;

const faults: [name: string, verdicts: Verdicts, Tampering][] = [
  ["co returns 500", co, declining(/ co /, (answer) => refused(answer, 500, "2.0"))],
  [
    "co is refused without an explanation",
    co,
    declining(/ co /, (answer) => withoutBody(answer, 400)),
  ],
  [
    "co finds nothing",
    co,
    declining(/ co /, (answer) =>
      inBody(answer, (body) => {
        body.Resources = [];
        body.totalResults = 0;
      }),
    ),
  ],
  [
    "eq on userName is declined",
    {
      "1.1": { "SCIM11-API-3.2.2.1-13": "warn", "SCIM11-API-3.2.2.1-02": "fail" },
      "2.0": { "SCIM20-7644-3.4.2.2-07": "warn", "SCIM20-7644-3.4.2.2-02": "fail" },
    },
    declining(/^userName eq ""$/i),
  ],
  [
    "co is declined",
    {
      "1.1": { "SCIM11-API-3.2.2.1-14": "skip", "SCIM11-API-3.2.2.1-01": "skip" },
      "2.0": { "SCIM20-7644-3.4.2.2-09": "skip", "SCIM20-7644-3.4.2.2-01": "skip" },
    },
    declining(/ co /),
  ],
  [
    "a PATCH with a filter in its path is accepted and ignored",
    { "2.0": { "SCIM20-7644-3.5.2.2-03": "fail", "SCIM20-7644-3.5.2.2-05": "blocked" } },
    {
      request: (call) => {
        if (!filtersInPath(call)) return;
        const body = JSON.parse(call.body);
        call.body = JSON.stringify({ ...body, Operations: [{ op: "replace", value: {} }] });
      },
    },
  ],
  [
    "a PATCH with a filter in its path returns 500",
    { "2.0": { "SCIM20-7644-3.5.2.2-03": "fail", "SCIM20-7644-3.5.2.2-05": "blocked" } },
    insteadOf(filtersInPath, (answer) => refused(answer, 500, "2.0")),
  ],
  [
    "PUT of users is missing",
    {
      "1.1": { "SCIM11-API-3.3-01": "fail", "SCIM11-API-3-01": "warn" },
      "2.0": { "SCIM20-7644-3.5.1-01": "fail", "SCIM20-7644-3.2-01": "warn" },
    },
    without("Users", ["PUT"], 405),
  ],
  [
    "POST of groups is missing",
    {
      "1.1": { "SCIM11-API-3-02": "warn", "SCIM11-CS-8-01": "skip" },
      "2.0": { "SCIM20-7644-3.2-01": "warn", "SCIM20-7643-4.2-01": "skip" },
    },
    without("Groups", ["POST"], 405),
  ],
  [
    "a group with an unknown member is refused with 404",
    { "2.0": { "SCIM20-7643-4.2-02": "warn" } },
    insteadOf(
      ({ method, path, body }) =>
        method === "POST" && path.startsWith("/Groups") && body.includes("U00000000000"),
      (answer) => refused(answer, 404, "2.0"),
    ),
  ],
  [
    "every address is primary",
    { "2.0": { "SCIM20-7643-2.4-03": "fail" } },
    eachResource((resource) => {
      if (!Array.isArray(resource.emails)) return;
      resource.emails = resource.emails.map((email) => ({ ...Object(email), primary: true }));
    }),
  ],
  [
    "null is rejected",
    { "2.0": { "SCIM20-7643-2.5-01": "fail", "SCIM20-7643-2.5-02": "blocked" } },
    insteadOf(
      ({ method, body }) => method === "PUT" && body.includes('"title":null'),
      (answer) => refused(answer, 400, "2.0"),
    ),
  ],
];

const cases = faults.flatMap(([name, verdicts, tampering]) =>
  versions.flatMap((version) => {
    const own = verdicts[version];
    return own ? [[name, version, own, tampering] as const] : [];
  }),
);

test.each(cases)("%s (version %s)", async (_name, version, verdicts, tampering) => {
  const ids = Object.keys(verdicts);
  expect(await verdictsOn(servers[version], version, ids, {}), "without the fault").toEqual(
    ids.map(() => "pass"),
  );
  expect(await verdictsOn(servers[version], version, ids, tampering)).toEqual(
    Object.values(verdicts),
  );
});
