import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";

/** What a command does: runs the suites in vitest's thread, and looks at the gate from its own. */
const script = `
  const [dist, url, token, folder] = process.argv.slice(1);
  const { runSuites } = await import(dist + "suites/run/run-suites.js");
  const { ChecksThread } = await import(dist + "suites/run/checks-pool.js");
  const { createGateState, createTenantGate } = await import(dist + "client/index.js");
  const gate = createGateState();
  await runSuites(
    {
      profile: "slack", seed: 1, cases: 1, baseUrls: { "2.0": url }, credentials: token, writes: true,
      namePrefix: "scimct-", runTag: "gate1", emailDomain: "scim-conformance.example",
      maxUsers: 5, maxGroups: 5, rateLimits: "slack", gate, strict: false,
      files: { exchanges: folder + "/exchanges.jsonl", journal: folder + "/journal.jsonl" },
      requirements: ["SCIM20-7644-3.3-04"],
    },
    { allureResults: folder },
    new ChecksThread(),
  );
  console.log(JSON.stringify([...createTenantGate("slack", { state: gate }).sent()]));
`;

test("the thread that started the suites sees what they use of the limits", async () => {
  const mock = await startMock();
  const folder = mkdtempSync(join(tmpdir(), "scim-gate-"));
  const dist = new URL("../../dist/", import.meta.url).href;
  const args = [
    "--input-type=module",
    "-e",
    script,
    dist,
    `${mock.url}/scim/v2`,
    mock.token,
    folder,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const sent = new Map<string, number>(JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]"));
  expect(sent.get("create Users")).toBe(1);
  expect(sent.get("writes")).toBeGreaterThanOrEqual(1);
  rmSync(folder, { recursive: true, force: true });
  await mock.close();
});
