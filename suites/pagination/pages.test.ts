import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { createRunContext } from "../run/run-context.ts";
import { ids, inQuiet } from "./pages.ts";

test("users that other checks create meanwhile are no traffic of other clients", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scim-pages-"));
  const mock = await startMock({ rateLimits: "off" });
  const run = createRunContext({
    profile: "slack",
    seed: 1,
    cases: 1,
    baseUrls: { "1.1": `${mock.url}/scim/v1`, "2.0": `${mock.url}/scim/v2` },
    credentials: mock.token,
    writes: true,
    namePrefix: "scimct-",
    runTag: "abc12",
    emailDomain: "scim-conformance.example",
    maxUsers: 20,
    maxGroups: 5,
    rateLimits: "off",
    files: { exchanges: join(folder, "exchanges"), journal: join(folder, "journal") },
    strict: false,
  });
  const reader = run.checks.get("2.0");
  const writer = run.checks.get("1.1");
  if (!reader || !writer) throw new Error("a version is missing");

  const created: Promise<unknown>[] = [];
  const lengths = await inQuiet(reader, "users", async () => {
    created.push(writer.fixtures.newUser());
    const seen: number[] = [];
    for (let i = 0; i < 5; i += 1) seen.push(ids(await reader.users.list({ count: 200 })).length);
    return seen;
  });
  expect(new Set(lengths).size).toBe(1);
  expect(created).toHaveLength(1);
  await Promise.all(created);
  const after = ids(await reader.users.list({ count: 200 })).length;
  expect(after).toBe(Number(lengths[0]) + 1);

  await run.close();
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});
