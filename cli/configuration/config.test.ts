import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, describe, expect, test } from "vitest";
import { schemaDocument } from "../../schemas/documents.ts";
import { areas } from "../../suites/requirement.ts";
import { addCleanupCommand } from "../cleanup.ts";
import { addCompareCommand } from "../compare.ts";
import { addExplainCommand } from "../explain/explain.ts";
import { addListCommand } from "../list/list.ts";
import { addReportCommand } from "../report.ts";
import { addRunCommand } from "../run.ts";
import { applyConfig } from "./apply.ts";
import { configKeys } from "./keys.ts";
import { readConfig } from "./read.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;

/** A folder with a configuration file; without one where the text is undefined. */
function folderWith(text: string | undefined): string {
  folders += 1;
  const directory = join(folder, String(folders));
  mkdirSync(directory);
  if (text !== undefined) writeFileSync(join(directory, "scim-conformance.json"), text);
  return directory;
}

interface Applied {
  flags: Record<string, unknown>;
  said: string[];
}

/** The flags that a command gets, with the real options of all commands and none of their actions. */
async function applied(config: object | undefined, ...words: string[]): Promise<Applied> {
  const directory = folderWith(config && JSON.stringify(config));
  const program = new Command().exitOverride().enablePositionalOptions();
  const result: Applied = { flags: {}, said: [] };
  const adding = [
    addRunCommand,
    addCompareCommand,
    addCleanupCommand,
    addReportCommand,
    addExplainCommand,
    addListCommand,
  ];
  for (const add of adding) {
    const command = add(program);
    command.action(() => {
      result.flags = command.opts();
    });
  }
  program.hook("preAction", (_, command) =>
    applyConfig(command, directory, (line) => result.said.push(line)),
  );
  await program.parseAsync(words, { from: "user" });
  return result;
}

const file = { target: "sandbox.json", area: ["users", "patch"], cases: 5, out: "nightly" };

test("run takes what no flag says, and tells in one line what it read", async () => {
  const { flags, said } = await applied({ ...file, profile: "slack", strict: true }, "run");
  expect(flags).toMatchObject({ ...file, profile: "slack", strict: true });
  expect(said).toEqual([
    "read scim-conformance.json: target sandbox.json, profile slack, area users patch, cases 5, out nightly, strict true",
  ]);
});

describe("flags win", () => {
  test.each<[string[], object, string]>([
    [["--out", "here"], { out: "here", cases: 5 }, "out"],
    [["--target", "t.json"], { target: "t.json" }, "target"],
    [["--v2", "http://127.0.0.1/scim/v2"], { v2: "http://127.0.0.1/scim/v2" }, "target"],
    [["--area", "groups"], { area: ["groups"] }, "area"],
    [["--requirement", "X"], { requirement: ["X"] }, "area"],
    [["--runs", "2"], { runs: 2 }, "cases"],
    // Even the value that is the default.
    [["--out", "scim-results"], { out: "scim-results" }, "out"],
  ])("%j", async (words, expected, replaced) => {
    const { flags, said } = await applied(file, "run", ...words);
    expect(flags).toMatchObject(expected);
    const isSame = Object.keys(expected).includes(replaced);
    if (!isSame) expect(flags[replaced]).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(new RegExp(`; flags replace ${replaced}$`))]);
  });

  test("--no-strict, and --profile", async () => {
    const words = ["--no-strict", "--profile", "rfc"];
    const { flags, said } = await applied({ strict: true, profile: "slack" }, "run", ...words);
    expect(flags).toMatchObject({ strict: false, profile: "rfc" });
    expect(said).toEqual([
      "read scim-conformance.json: nothing of it is used; flags replace profile, strict",
    ]);
  });
});

test.each<[string[], object, string | undefined]>([
  [["compare"], { target: "sandbox.json", out: "scim-compare" }, "target sandbox.json"],
  [["cleanup"], { target: "sandbox.json", out: "nightly" }, "target sandbox.json, out nightly"],
  [["report"], { out: "nightly" }, "out nightly"],
  [["explain", "DIFF-URL-01"], { out: "nightly" }, "out nightly"],
  [["list"], { format: "text" }, undefined],
])("%j takes what it shares with run", async (words, expected, said) => {
  const result = await applied({ ...file, junit: "junit.xml" }, ...words);
  expect(result.flags).toEqual(expected);
  expect(result.said).toEqual(said === undefined ? [] : [`read scim-conformance.json: ${said}`]);
});

test("the argument of report wins too", async () => {
  const { said } = await applied({ out: "nightly" }, "report", "other");
  expect(said).toEqual(["read scim-conformance.json: nothing of it is used; flags replace out"]);
});

test("without a file nothing is said, and the defaults stay", async () => {
  const { flags, said } = await applied(undefined, "run");
  expect(flags).toMatchObject({ out: "scim-results" });
  expect(said).toEqual([]);
});

test("a file of a parent folder is not read", () => {
  const parent = folderWith('{"out":"nightly"}');
  mkdirSync(join(parent, "below"));
  expect(readConfig(join(parent, "below"))).toBeUndefined();
});

describe("what cannot be used is rejected in one line", () => {
  test.each<[string, RegExp]>([
    ['{"targt":"x"}', /unknown key "targt"; nearest: target; the keys are target, profile, /],
    [
      '{"token":"xoxp-1"}',
      /unknown key "token"; credentials and the permission to write are never/,
    ],
    ['{"allowWrites":true}', /unknown key "allowWrites"; credentials and the permission to write/],
    ['{"cases":0}', /\/cases must be at least 1/],
    ['{"area":["userz"]}', /\/area\/0 must be one of "discovery".*"userz"/],
    ['{"strict":"yes"}', /\/strict must be a boolean/],
    ["[]", /must be an object, but is an array/],
    ['{\n  "out": "nightly",\n}', /:3:1: not JSON$/],
    ['{"a\\u001b[2J":1}', /unknown key "a⟨U\+001B⟩\[2J"/],
  ])("%s", (text, message) => {
    const read = () => readConfig(folderWith(text));
    expect(read).toThrow(message);
    expect(read).toThrow(/^scim-conformance\.json[:\d]* [^\n]*$/);
  });

  test("a value never shows up in the message of a wrong key", () => {
    expect(() => readConfig(folderWith('{"token":"xoxp-secret"}'))).toThrow(/^((?!xoxp).)*$/);
  });

  test("a folder of that name", () => {
    const directory = folderWith(undefined);
    mkdirSync(join(directory, "scim-conformance.json"));
    expect(() => readConfig(directory)).toThrow("scim-conformance.json: not a regular file");
  });
});

test("a key of a flag that a command does not have yet", async () => {
  const directory = folderWith('{"ctrf":"ctrf.json"}');
  const run = new Command("run").option("--out <dir>").action(() => {});
  expect(() => applyConfig(run, directory, () => {})).toThrow(
    "scim-conformance.json: ctrf is not available yet",
  );
});

test("the schema has the areas and keys of the commands", () => {
  const document = Object(schemaDocument("suite/config"));
  expect(document.properties.area.items.enum).toEqual([...areas]);
  expect(Object.keys(document.properties).sort()).toEqual(["$schema", ...configKeys].sort());
});
