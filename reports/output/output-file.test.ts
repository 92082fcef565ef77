import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { type ClaimedFolder, claimFolder } from "./claim.ts";
import { OutputError } from "./output-error.ts";
import { jsonOfThisTool, type OutputFile, prepareFiles } from "./output-file.ts";

const gate = new Redaction({ secrets: [] });
const written = (text: string) => gate.written(text);

const root = realpathSync(mkdtempSync(join(tmpdir(), "scim-files-")));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let output: ClaimedFolder;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  output = claimFolder(join(folder, "out"), "run");
});

const ours = `{"tool":"slack-scim-conformance"}`;
const at = (name: string) => join(folder, name);
const request = (path: string, flag = "--json") => ({ flag, path, kind: jsonOfThisTool("counts") });

function prepare(...paths: string[]): OutputFile[] {
  return prepareFiles(
    paths.map((path, index) => request(path, index === 0 ? "--json" : "--other")),
    output,
  );
}

/** Checks that paths are rejected in one line, and that nothing is changed. */
function rejected(says: RegExp, ...paths: string[]): void {
  const tree = () => readdirSync(folder, { recursive: true }).sort();
  const before = tree();
  let message = "";
  try {
    prepare(...paths);
  } catch (error) {
    expect(error).toBeInstanceOf(OutputError);
    if (error instanceof Error) message = error.message;
  }
  expect(message).toMatch(says);
  expect(message).toMatch(/^--/);
  expect(message).not.toContain("\n");
  expect(tree()).toEqual(before);
}

describe("a file that may be written", () => {
  test("a new file is written at the end, and not before", () => {
    const [file] = prepare(at("copy.json"));
    expect(readdirSync(folder)).toEqual(["out"]);
    file?.write(written("text"));
    expect(file?.flag).toBe("--json");
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
    expect(readdirSync(folder).sort()).toEqual(["copy.json", "out"]);
  });

  test.each([ours, ""])("one that contains %j is overwritten, and keeps its mode", (before) => {
    writeFileSync(at("copy.json"), before);
    chmodSync(at("copy.json"), 0o600);
    const [file] = prepare(at("copy.json"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe(before);
    file?.write(written("text"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
    expect(statSync(at("copy.json")).mode & 0o777).toBe(0o600);
  });

  test("the folders around it are created, and removed where nothing is written", () => {
    const [file, other] = prepare(at("a/b/copy.json"), at("a/c/copy.json"));
    other?.write(written("text"));
    file?.abandon();
    other?.abandon();
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      ["a", "a/c", "a/c/copy.json", "out", "out/.slack-scim-conformance.json"].sort(),
    );
  });

  test("one in the output folder whose name the run does not use", () => {
    prepare(at("out/copy.json"))[0]?.write(written("text"));
    expect(existsSync(at("out/copy.json"))).toBe(true);
  });

  test("a link that was put there meanwhile is replaced, not followed", () => {
    const [file] = prepare(at("copy.json"));
    writeFileSync(at("mine"), "mine");
    symlinkSync(at("mine"), at("copy.json"));
    file?.write(written("text"));
    expect(readFileSync(at("mine"), "utf8")).toBe("mine");
    expect(readFileSync(at("copy.json"), "utf8")).toBe("text");
  });

  test("a failed write leaves no partial file", () => {
    const [file] = prepare(at("copy.json"));
    mkdirSync(at("copy.json"));
    expect(() => file?.write(written("text"))).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(readdirSync(folder).sort()).toEqual(["copy.json", "out"]);
  });
});

describe("a file that is rejected", () => {
  test.each([
    ["an essay", "Once upon a time"],
    ["JSON of another tool", `{"tool":"other"}`],
    ["JSON without a tool", `{}`],
    ["JSON that is null", "null"],
    ["JSON that is a text", `"tool"`],
    ["what begins as ours", `${ours}x`],
    ["a space", " "],
  ])("one that contains %s", (_, text) => {
    writeFileSync(at("copy.json"), text);
    rejected(/^--json .*copy\.json: exists and is not JSON written by this tool/, at("copy.json"));
    expect(readFileSync(at("copy.json"), "utf8")).toBe(text);
  });

  test("a link, be it to a file of ours; a folder; a device", () => {
    writeFileSync(at("ours.json"), ours);
    symlinkSync(at("ours.json"), at("link.json"));
    symlinkSync(at("nowhere"), at("dangling.json"));
    rejected(/link\.json: is a link/, at("link.json"));
    rejected(/dangling\.json: is a link/, at("dangling.json"));
    rejected(/out: is a folder/, at("out"));
    rejected(/\/: is a folder/, `${at("copy.json")}/`);
    rejected(/\/: is a folder/, "/");
    rejected(/is a folder/, folder);
    rejected(/null: is not a regular file/, "/dev/null");
  });

  test("an impossible path", () => {
    rejected(/the path is empty/, "");
    rejected(/cannot contain NUL/, at("a\0b"));
    rejected(/ENAMETOOLONG/, at(`new/${"y".repeat(300)}`));
    writeFileSync(at("file"), "");
    rejected(/ENOTDIR|EEXIST/, at("file/copy.json"));
    rejected(/cannot be written \(E[A-Z]+\)/, "/proc/self/copy.json");
    rejected(/cannot be written \(E[A-Z]+\)/, "/proc/self/none/copy.json");
  });

  test("what may not be written", () => {
    writeFileSync(at("copy.json"), ours);
    mkdirSync(at("shut"));
    chmodSync(root, 0o755);
    chmodSync(folder, 0o755);
    chmodSync(at("copy.json"), 0o444);
    chmodSync(at("shut"), 0o555);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      rejected(/shut\/copy\.json: cannot be written \(EACCES\)/, at("shut/copy.json"));
      rejected(/shut\/a\/copy\.json: cannot be written \(EACCES\)/, at("shut/a/copy.json"));
      // access(2) asks for the user that root still is.
      if (!isRoot) rejected(/cannot be overwritten \(EACCES\)/, at("copy.json"));
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(at("shut"), 0o755);
    }
  });

  test("what the run writes itself", () => {
    for (const name of ["results.json", "report/x.json", "history/new/x.json", "journal.jsonl"]) {
      rejected(/is written by the run itself/, at(`out/${name}`));
    }
    rejected(/is written by the run itself/, at("out/../out/RESULTS.json"));
    rejected(/is written by the run itself/, at("out/.slack-scim-conformance.json"));
    symlinkSync(at("out"), at("link"));
    rejected(/is written by the run itself/, at("link/results.json"));
  });

  test("one that another flag names too, by any name", () => {
    mkdirSync(at("real"));
    symlinkSync(at("real"), at("alias"));
    writeFileSync(at("one.json"), ours);
    linkSync(at("one.json"), at("two.json"));
    const says = /^--other .* is also the file of --json/;
    rejected(says, at("a.json"), at("a.json"));
    rejected(says, at("a.json"), at("./x/../a.json"));
    rejected(says, at("real/a.json"), at("alias/a.json"));
    rejected(says, at("one.json"), at("two.json"));
    rejected(says, at("a.json"), at("A.json"));
    rejected(says, at("caf\u00e9.json"), at("cafe\u0301.json"));
    rejected(says, at("new/a.json"), at("new/a.json"));
    expect(() => prepare(at("a.json"), at("b.json"))).not.toThrow();
  });
});
