import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { differences } from "../differences/catalogue.ts";
import { differentials } from "../differences/generated/differentials.ts";
import { createRunContext } from "./run-context.ts";
import { shown } from "./shown.ts";
import { scheduleOf, type Unit } from "./units.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-shown-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const writes = (unit: Unit) =>
  unit.kind === "differential" || (unit.kind === "probe" && unit.difference.safety !== "read");

test("a difference that is not probed shows the reason, with its code", async () => {
  const run = createRunContext({
    profile: "slack",
    seed: 1,
    cases: 1,
    // A read-only run skips what writes before any request.
    baseUrls: { "1.1": "http://127.0.0.1:1/scim/v1", "2.0": "http://127.0.0.1:1/scim/v2" },
    credentials: "token",
    writes: false,
    namePrefix: "scimct-",
    runTag: "001",
    emailDomain: "scim-conformance.example",
    maxUsers: 0,
    maxGroups: 0,
    rateLimits: "off",
    files: { exchanges: join(folder, "exchanges"), journal: join(folder, "journal") },
    patienceMs: 200,
    strict: false,
  });
  const schedule = scheduleOf(run, { requirements: [], differences, differentials });
  const units = schedule.stages.flatMap((stage) => stage.units).filter(writes);
  expect(new Set(units.map(({ kind }) => kind))).toEqual(new Set(["differential", "probe"]));
  for (const unit of units) {
    const { labels } = shown(unit, await schedule.run(unit));
    const text = expect.stringMatching(/read-only/);
    expect(labels).toMatchObject({
      verdict: "skip",
      message: text,
      reason: { code: "read-only", text },
    });
  }
  expect(run.log.size).toBe(0);
  await run.close();
});
