import { expect, test } from "vitest";
import type { Version } from "../../client/index.ts";
import { allChecks, inOneLine, isRed } from "../runs/all-checks.ts";
import { withRun } from "../runs/mock-run.ts";
import { startComplete } from "../servers/complete/server.ts";
import type { Variation } from "./index.ts";

/**
 * Runs every check against each of these variations of the complete server: allowed behaviour must never
 * fail. Each has a seed of its own, so that the runs meet many values in all.
 */
export function nothingAllowedIsRed(version: Version, variations: readonly Variation[]): void {
  const own = variations.filter((each) => each.versions?.includes(version) ?? true);
  test.each(own.map((variation, seed) => [variation.name, variation, seed] as const))(
    "%s",
    async (_name, { options, tampering, warns = [], breaks = [] }, seed) => {
      const server = await startComplete(version, options, tampering);
      const results = await withRun(
        { [version]: server.url },
        { profile: "rfc", credentials: server.credentials, seed, patienceMs: 2000 },
        allChecks,
      );
      await server.close();
      const seen = results.filter(
        (each) =>
          !breaks.includes(each.id) &&
          (isRed(each) || (each.verdict === "warn" && !warns.includes(each.id))),
      );
      expect(seen.map(inOneLine)).toEqual([]);
    },
    60_000,
  );
}
