import { expect, test } from "vitest";
import { versions } from "../../client/index.ts";
import { startComplete } from "../servers/complete/server.ts";
import { tamperWith } from "../tampering/tampering.ts";
import { allChecks } from "./all-checks.ts";
import { withRun } from "./mock-run.ts";

/** Some providers reject bad credentials only after minutes, to slow down guessing. */
test.each(versions)(
  "a delayed rejection of bad credentials is one error, and awaited once (version %s)",
  async (version) => {
    const server = await startComplete(version);
    let delayed = 0;
    const front = await tamperWith(server.url, {
      request: async ({ path, headers }) => {
        const isOpen = path.startsWith("/ServiceProviderConfig");
        if (isOpen || headers.authorization === `Bearer ${server.credentials}`) return;
        delayed += 1;
        await new Promise(() => {});
      },
    });
    const { results, stopped } = await withRun(
      { [version]: front.url },
      { profile: "rfc", credentials: server.credentials, patienceMs: 300, timeoutMs: 2000 },
      async (run) => ({ results: await allChecks(run), stopped: run.stop.stopped }),
    );
    await front.close();
    await server.close();
    const broken = results.filter(({ verdict }) => ["fail", "warn", "error"].includes(verdict));
    expect(broken).toMatchObject([{ verdict: "error", reason: { code: "timeout" } }]);
    const blocked = results.filter(({ reason }) => reason?.blockedBy === broken[0]?.id);
    expect(blocked.map(({ area }) => area)).toContain("authentication");
    expect(delayed).toBe(1);
    expect(stopped).toBeUndefined();
  },
);
