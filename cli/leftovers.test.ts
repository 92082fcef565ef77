import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { UsageError } from "../reports/exit.ts";
import { isOurFolder, journalWithLeftovers, leftLines, rejectLeftovers } from "./leftovers.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-leftovers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;

function folderWith(files: Record<string, string>): string {
  folders += 1;
  const directory = join(folder, String(folders));
  mkdirSync(directory);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const lines = (...all: object[]) => all.map((one) => `${JSON.stringify(one)}\n`).join("");
const local = {
  baseUrls: { "2.0": "http://127.0.0.1:1/scim/v2" },
  namePrefix: "scimct-",
  runTag: "abcde",
};
const remote = { ...local, baseUrls: { "2.0": "https://scim.example/v2" } };
const intent = {
  event: "intent",
  resource: "User",
  version: "2.0",
  name: "scimct-abcde21",
  call: 1,
};
const old = { baseUrls: local.baseUrls, namePrefix: "scimct-" };
const results = (target: string) =>
  JSON.stringify({
    tool: "slack-scim-conformance",
    toolVersion: "0.1.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    target,
    profile: "slack",
    seed: 1,
    versions: ["2.0"],
    requests: { total: 0, byVersion: {} },
    created: { users: 0, groups: 0 },
    summary: { pass: 0, fail: 0, warn: 0, deviation: 0, skip: 0, error: 0 },
    checks: [],
    differences: [],
  });

describe("a folder has leftovers", () => {
  test.each<[string, Record<string, string>, boolean]>([
    ["of a run elsewhere", { "journal.jsonl": lines(remote, intent) }, true],
    ["of a run on this machine", { "journal.jsonl": lines(local, intent) }, true],
    ["of a run of 0.1.0 on this machine", { "journal.jsonl": lines(old, intent) }, true],
    [
      "of a run of 0.1.0 against a server on this machine",
      { "journal.jsonl": lines(old, intent), "results.json": results("127.0.0.1:1") },
      true,
    ],
    [
      "not of an embedded run of 0.1.0",
      { "journal.jsonl": lines(old, intent), "results.json": results("embedded mock") },
      false,
    ],
    [
      "of a run elsewhere whose target has that name",
      { "journal.jsonl": lines(remote, intent), "results.json": results("embedded mock") },
      true,
    ],
    [
      "not of an embedded run",
      { "journal.jsonl": lines({ ...local, embedded: true }, intent) },
      false,
    ],
    [
      "not of a run that was cleaned up",
      { "journal.jsonl": lines(remote, intent, { ...intent, event: "removed" }) },
      false,
    ],
    ["not without a journal", {}, false],
  ])("%s", (_, files, expected) => {
    const directory = folderWith(files);
    expect(journalWithLeftovers(directory) !== undefined).toBe(expected);
    const refuse = () =>
      rejectLeftovers(directory, { out: "here", tokenEnv: "MY_TOKEN" }, undefined);
    if (!expected) refuse();
    else {
      expect(refuse).toThrow(UsageError);
      expect(refuse).toThrow(
        /--out here: .*left 1 users and groups at http.*cleanup --v2 http\S+ --token-env MY_TOKEN --out here/,
      );
    }
  });
});

test("the command to clean up names the target file of the same target, which names the token", () => {
  const directory = folderWith({ "journal.jsonl": lines(remote, intent) });
  const flags = { out: "my results", target: "sandbox.json" };
  const refuse = (baseUrls: typeof remote.baseUrls) => () =>
    rejectLeftovers(directory, flags, { baseUrls });
  expect(refuse(remote.baseUrls)).toThrow(
    /cleanup --target sandbox\.json --out 'my results' --allow-writes$/,
  );
  expect(refuse({ "2.0": "https://other.example/scim/v2" })).toThrow(
    /cleanup --v2 \S+ --out 'my results' --allow-writes$/,
  );
});

test.each<[string, Record<string, string>, boolean]>([
  ["with its mark", { ".slack-scim-conformance.json": "{}" }, true],
  ["with a journal", { "journal.jsonl": lines(local) }, true],
  ["with results", { "results.json": results("x") }, true],
  ["with other things", { "package.json": "{}", "journal.jsonl": "{}\n" }, false],
  ["that is empty", {}, false],
])("a folder %s belongs to this tool: %3$s", (_, files, expected) => {
  expect(isOurFolder(folderWith(files))).toBe(expected);
});

test("leftovers are listed by id or name; control characters are escaped", () => {
  expect(
    leftLines([
      { resource: "User", version: "2.0", id: "U1\u001b[2J", name: "a", why: "it is still active" },
      { resource: "Group", version: "1.1", name: `b\n\u202e${"x".repeat(200)}`, why: "why" },
    ]),
  ).toEqual([
    "left behind: User U1\\u{1b}[2J (SCIM 2.0): it is still active",
    `left behind: Group named b\\u{a}\\u{202e}${"x".repeat(86)}… (SCIM 1.1): why`,
  ]);
});
