import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Budget } from "./budget.ts";
import { Creation } from "./creation.ts";
import { Journal } from "./journal.ts";
import { OwnChanges } from "./own-changes.ts";
import { Ownership } from "./ownership.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-creation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

function leftoverOf(sent: object, json: object, id?: string) {
  files += 1;
  const journal = new Journal(join(folder, `${files}.jsonl`));
  const mark = { namePrefix: "scimct-", runTag: "abcde" };
  const books = {
    ...{ journal, mark },
    budget: new Budget({ maxUsers: 1, maxGroups: 1 }),
    ownership: new Ownership(journal, mark),
    ownChanges: new OwnChanges(),
  };
  const creation = new Creation(books, "Group", "2.0", id);
  creation.intend(sent);
  creation.answered({ status: 201, json, headers: {} });
  return journal.leftovers()[0];
}

test.each<[string, object, object, string | undefined, boolean]>([
  ["sent and returned without a name", {}, { id: "S1", members: [] }, undefined, true],
  ["returned with another's name", {}, { id: "S1", displayName: "Staff" }, undefined, false],
  ["sent with a name", { displayName: "scimct-abcde1" }, { id: "S1" }, undefined, false],
  ["made by a request to an id", {}, { id: "S1" }, "S1", false],
])("a group %s counts as nameless: %#", (_what, sent, json, id, isNameless) => {
  const renamed = isNameless ? [{ name: "" }] : [];
  expect(leftoverOf(sent, json, id)).toMatchObject({ id: "S1", answer: "created", renamed });
});
