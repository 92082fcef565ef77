import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startComplete } from "../servers/complete/server.ts";
import { allChecks, inOneLine, isRed } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

const seeds = [1, 2, 3, 4, 5];

test.each(versions.flatMap((version) => seeds.map((seed) => [version, seed] as const)))(
  "no failure and no warning on a server of version %s that supports everything (seed %i)",
  async (version, seed) => {
    const server = await startComplete(version);
    const results = await withRun(
      { [version]: server.url },
      { profile: "rfc", credentials: server.credentials, seed, patienceMs: 300 },
      allChecks,
    );
    await server.close();
    expect(results.filter((each) => isRed(each) || each.verdict === "warn").map(inOneLine)).toEqual(
      [],
    );
  },
);
