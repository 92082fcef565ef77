import { expect, test } from "vitest";
import { startLean } from "../servers/lean/server.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

test.each([
  ["rejects", true],
  ["ignores", false],
])(
  "no check fails on a server with only the required features, which %s unknown attributes",
  async (_what, strict) => {
    const server = await startLean({ strict });
    const results = await withRun(
      { "2.0": server.url },
      { profile: "rfc", credentials: server.credentials, patienceMs: 300 },
      allChecks,
    );
    await server.close();
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    // It has no PATCH, which every provider should have (RFC 7644 §3.5).
    const warned = results.filter(({ verdict }) => verdict === "warn");
    expect(warned.map(({ id }) => id)).toEqual(["SCIM20-7644-3.5.2-01"]);
  },
);
