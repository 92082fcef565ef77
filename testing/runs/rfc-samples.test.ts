import { expect, test } from "vitest";
import { type SampleStyle, startSample } from "../servers/samples/server.ts";
import { gateway, largeFramework, oldGateway, smallFramework } from "../servers/samples/styles.ts";
import { allChecks, inOneLine } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

/** What each sample does wrong, judged by the texts: docs/third-party-servers.md. */
const samples: readonly [name: string, style: SampleStyle, fails: string[], warns: string[]][] = [
  [
    "a small framework",
    smallFramework,
    [
      "SCIM20-7643-3.1-12",
      "SCIM20-7644-3.12-01",
      "SCIM20-7644-3.3-06",
      "SCIM20-7644-3.4.2.2-02",
      "SCIM20-7644-3.8-02",
      "SCIM20-7644-3.9-01",
      "SCIM20-7644-3.9-02",
      "SCIM20-7644-4-02",
      "SCIM20-7644-4-04",
      "SCIM20-7644-5-01",
    ],
    [
      "SCIM20-7643-2.1-01",
      "SCIM20-7643-2.3-13",
      "SCIM20-7643-2.4-02",
      "SCIM20-7643-3-06",
      "SCIM20-7643-4.1.2-01",
      "SCIM20-7643-4.1.2-02",
      "SCIM20-7644-3.11-01",
      "SCIM20-7644-3.12-11",
      "SCIM20-7644-3.5.2-01",
      "SCIM20-7644-3.8-06",
    ],
  ],
  [
    "a large framework",
    largeFramework,
    [
      "SCIM20-7643-3.1-01",
      "SCIM20-7644-3.12-01",
      "SCIM20-7644-3.3-06",
      "SCIM20-7644-3.5.1-01",
      "SCIM20-7644-3.5.2.2-03",
      "SCIM20-7644-3.5.2.3-04",
      "SCIM20-7644-3.6-01",
      "SCIM20-7644-3.8-02",
      "SCIM20-7644-3.9-01",
      "SCIM20-7644-3.9-02",
      "SCIM20-7644-4-01",
      "SCIM20-7644-4-02",
      "SCIM20-7644-4-04",
      "SCIM20-7644-5-01",
    ],
    [
      "SCIM20-7643-3-06",
      "SCIM20-7643-4.1.2-02",
      "SCIM20-7643-4.2-02",
      "SCIM20-7643-4.2-03",
      "SCIM20-7644-3.10-03",
      "SCIM20-7644-3.10-04",
      "SCIM20-7644-3.11-01",
      "SCIM20-7644-3.12-11",
      "SCIM20-7644-3.2-01",
      "SCIM20-7644-3.5.2-02",
      "SCIM20-7644-3.5.2.1-01",
    ],
  ],
  [
    "a gateway",
    gateway,
    [
      "SCIM20-7644-3.3-06",
      "SCIM20-7644-3.3-07",
      "SCIM20-7644-3.4.2.2-23",
      "SCIM20-7644-3.8-02",
      "SCIM20-7644-3.9-01",
      "SCIM20-7644-3.9-02",
      "SCIM20-7644-4-01",
      "SCIM20-7644-4-02",
      "SCIM20-7644-4-04",
      "SCIM20-7644-5-01",
    ],
    [
      "SCIM20-7643-2.1-01",
      "SCIM20-7643-2.3-13",
      "SCIM20-7643-2.4-02",
      "SCIM20-7643-3-06",
      "SCIM20-7643-4.1.2-01",
      "SCIM20-7643-4.1.2-02",
      "SCIM20-7644-3.11-01",
      "SCIM20-7644-3.12-06",
      "SCIM20-7644-3.12-11",
      "SCIM20-7644-3.5.2-01",
      "SCIM20-7644-3.8-06",
    ],
  ],
  [
    "the gateway in version 1.1",
    oldGateway,
    ["SCIM11-API-3.2.2.1-22", "SCIM11-API-3.7-03"],
    [
      "SCIM11-API-3-03",
      "SCIM11-API-3-04",
      "SCIM11-API-3.1-03",
      "SCIM11-API-3.3-02",
      "SCIM11-API-3.6-01",
      "SCIM11-API-3.9-05",
      "SCIM11-API-3.9-13",
      "SCIM11-CS-3.1-06",
      "SCIM11-CS-3.2-05",
    ],
  ],
];

test.each(samples)(
  "on %s only what it does wrong is found, once each",
  async (_name, style, fails, warns) => {
    const server = await startSample(style);
    const results = await withRun(
      { [style.version]: server.url },
      { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
      allChecks,
    );
    await server.close();
    const seen = (verdict: string) => results.filter((each) => each.verdict === verdict);
    const ids = (verdict: string) => seen(verdict).map(({ id }) => id);
    expect(ids("error")).toEqual([]);
    expect(ids("fail").sort(), seen("fail").map(inOneLine).join("\n")).toEqual([...fails].sort());
    expect(ids("warn").sort(), seen("warn").map(inOneLine).join("\n")).toEqual([...warns].sort());
  },
);
