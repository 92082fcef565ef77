import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runFiles } from "../reports/run-directory.ts";
import { Journal } from "../suites/run/journal.ts";
import type { JournalOwner } from "../suites/run/journal-lines.ts";
import { inOneProcess } from "../testing/commands/warm-command.ts";
import { mergeJournals } from "./merged-journal.ts";

const root = mkdtempSync(join(tmpdir(), "scim-journals-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string): string {
  const directory = join(root, name);
  mkdirSync(directory);
  return directory;
}

/** The folder of a shard that created two users, of which it removed the first. */
function shard(name: string, owner: Partial<JournalOwner> = {}): string {
  const directory = folder(name);
  const journal = new Journal(runFiles(directory).journal);
  const baseUrls = { "2.0": "http://127.0.0.1:9/scim/v2" };
  journal.open({
    baseUrls,
    namePrefix: "scimct-",
    runTag: name,
    emailDomain: "x.example",
    ...owner,
  });
  for (const id of ["1", "2"]) {
    const user = { resource: "User", version: "2.0", name: `scimct-${name}${id}` } as const;
    const call = journal.intend(user);
    journal.write({ event: "created", ...user, id: `U${name}${id}`, call });
    if (id === "1") journal.write({ event: "removed", ...user, id: `U${name}${id}`, call });
  }
  return directory;
}

test("what each shard left behind is left behind by the whole", () => {
  const merged = mergeJournals(folder("all"), [shard("one"), folder("empty"), shard("two")]);
  expect(merged.leftovers().map(({ id, call }) => ({ id, call }))).toEqual([
    { id: "Uone2", call: 2 },
    { id: "Utwo2", call: 4 },
  ]);
  expect(merged.owner()).toEqual({
    baseUrls: { "2.0": "http://127.0.0.1:9/scim/v2" },
    namePrefix: "scimct-",
    emailDomain: "x.example",
  });
});

test("only where every organisation ended with its run, nothing can be left", () => {
  const embedded = [shard("e1", { embedded: true }), shard("e2", { embedded: true })];
  expect(mergeJournals(folder("gone"), embedded).leftovers()).toEqual([]);
  const [first = ""] = embedded;
  expect(mergeJournals(folder("mixed"), [first, shard("live")]).leftovers()).toHaveLength(2);
});

test("cleanup of a merged folder names the folders of the runs instead: it may be of several organisations", async () => {
  const directory = folder("merged");
  mergeJournals(directory, [shard("a"), shard("b")]);
  const mark = JSON.stringify({ format: 1, command: "merge" });
  writeFileSync(join(directory, ".slack-scim-conformance.json"), mark);
  const [said] = await inOneProcess([["cleanup", "--out", directory]], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect(said?.code).toBe(2);
  expect(said?.stderr).toMatch(/holds merged runs; clean up the folder of each run/);
});
