import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { contentOf } from "../../suites/content.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** Changes of users are what Slack limits most: 180 a minute (FACT-LIMIT-01). */
const mostChanges = 500;

const isChangeOfUser = ({ request: { method, url } }: Exchange) =>
  method !== "GET" && /\/scim\/v[12]\/Users(\/|$)/.test(new URL(url).pathname);

test("a full run of both versions with three cases changes users sparingly", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scim-economy-"));
  const files = {
    exchanges: join(folder, "exchanges.jsonl"),
    journal: join(folder, "journal.jsonl"),
  };
  const mock = await startMock();
  try {
    await withRun(bothVersions(mock.url), { cases: 3, files }, (run) =>
      scheduleOf(run, contentOf("slack")).all(),
    );
    const exchanges = readFileSync(files.exchanges, "utf8")
      .trimEnd()
      .split("\n")
      .map((line): Exchange => JSON.parse(line));
    expect(exchanges.filter(isChangeOfUser).length).toBeLessThanOrEqual(mostChanges);
  } finally {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
