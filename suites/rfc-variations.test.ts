import { describe, expect, test } from "vitest";
import { versions } from "../client/index.ts";
import { allChecks, inOneLine, isRed } from "./testing/all-checks.ts";
import { startComplete } from "./testing/complete/server.ts";
import { withRun } from "./testing/mock-run.ts";
import { tamperWith } from "./testing/tampering.ts";
import { variations } from "./testing/variations.ts";

/** What the standards allow, one by one: nothing of it may be red. */
describe.each(versions)("version %s", (version) => {
  const own = variations.filter((each) => each.versions?.includes(version) ?? true);
  test.each(own.map((variation) => [variation.name, variation] as const))(
    "%s",
    async (_name, { options, tampering = {}, warns = [], breaks = [] }) => {
      const server = await startComplete(version, options);
      const front = await tamperWith(server.url, tampering);
      const results = await withRun(
        { [version]: front.url },
        { profile: "rfc", token: server.token, patienceMs: 2000 },
        allChecks,
      );
      await front.close();
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
});
