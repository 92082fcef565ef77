import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { canaryIds } from "../../suites/canary.ts";
import { timedAtLimits } from "./at-limits.ts";

const canary = { canary: true, requirements: canaryIds, maxUsers: 1, maxGroups: 2 };

/** The clock stands still while a request is in progress, so the machine's speed does not matter. */
test.each([
  ["a canary", canary],
  // A minute of work: on demand, with AT_LIMITS=1.
  ...(process.env.AT_LIMITS === "1" ? [["a whole run", {}] as const] : []),
] as const)(
  "%s takes a tenth more at most than Slack's limits alone demand for its requests",
  async (_, options) => {
    const mock = await startMock({
      rateLimits: "off",
      settings: { deactivationDelayMs: 5, photoDelayMs: 5 },
    });
    const { took, least } = await timedAtLimits(mock, options);
    await mock.close();
    expect(took).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThan(least * 1.1);
  },
  200_000,
);
